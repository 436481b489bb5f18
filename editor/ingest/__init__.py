"""One file per import format, and the article file both ways."""

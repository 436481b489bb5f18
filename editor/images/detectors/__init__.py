"""One file per kind of evidence about a picture's origin."""

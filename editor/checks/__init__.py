"""One file per pre-publish rule."""

"""The checks of Makala. Mirrors `editor/`; what belongs to no single module stands in `architecture/`."""

"""Use cases: the only room that sees storage and the pure rooms together."""

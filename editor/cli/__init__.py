"""The command line: the same use cases as the window's, without a window. Knows no Qt and no SQL."""

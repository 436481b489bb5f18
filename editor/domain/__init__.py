"""Frozen values of a newsroom and the rules that need nothing but them. No I/O, no Qt, no SQL."""

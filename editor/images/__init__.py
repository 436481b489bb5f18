"""Reads, measures and encodes pictures. Knows no article."""

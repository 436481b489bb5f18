"""Schema 7: an edition may show its dates in a zone of its own."""

from __future__ import annotations

SQL = """
ALTER TABLE edition ADD COLUMN display_zone TEXT NOT NULL DEFAULT '';
"""

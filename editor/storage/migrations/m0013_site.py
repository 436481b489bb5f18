"""Schema 13: the theme of the pages, and what each edition says of the newsroom."""

from __future__ import annotations

SQL = """
ALTER TABLE newsroom ADD COLUMN theme TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN about TEXT NOT NULL DEFAULT '';
"""

"""Schema 9: what an edition has of its own: its name, house style, sections and the words of its notice."""

from __future__ import annotations

SQL = """
ALTER TABLE edition ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN house_style TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN sections TEXT NOT NULL DEFAULT '[]';
ALTER TABLE edition ADD COLUMN consent_text TEXT NOT NULL DEFAULT '{}';
"""

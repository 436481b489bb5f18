"""Schema 5: whether a sign stands on the pictures that AI had a part in."""

from __future__ import annotations

SQL = """
ALTER TABLE newsroom ADD COLUMN picture_badge TEXT NOT NULL DEFAULT 'none';
"""

"""Schema 12: the newsroom's rules for what goes out, and the problems that it has accepted, as a JSON object."""

from __future__ import annotations

SQL = """
ALTER TABLE newsroom ADD COLUMN checks TEXT NOT NULL DEFAULT '{}';
"""

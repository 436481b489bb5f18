"""Schema 6: whether the files of published pictures hold the prompts that they were made with."""

from __future__ import annotations

SQL = """
ALTER TABLE newsroom ADD COLUMN picture_prompts TEXT NOT NULL DEFAULT 'kept';
"""

"""Schema 11: the addresses that articles had before, and the record of a withdrawal.

When an article was withdrawn was kept as the instant of its last update; why, nobody wrote down.
"""

from __future__ import annotations

SQL = """
ALTER TABLE article ADD COLUMN former_slugs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE article ADD COLUMN withdrawal TEXT NOT NULL DEFAULT '';
UPDATE article SET withdrawal = '{"at":"' || coalesce(updated, changed_at) || '","note":"","told":false}'
WHERE status = 'withdrawn';
"""

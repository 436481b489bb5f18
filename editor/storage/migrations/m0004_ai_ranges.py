"""Schema 4: which parts of a body AI wrote, and which articles were changed after they were signed off.

No SQL can tell the latter of what is there already: those that were signed wait for the next writer, as for the search.
"""

from __future__ import annotations

SQL = """
ALTER TABLE article ADD COLUMN is_unsigned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_text ADD COLUMN ai_ranges TEXT NOT NULL DEFAULT '[]';
INSERT OR IGNORE INTO search_due SELECT id FROM article WHERE reviewed_version <> '';
"""

"""Schema 10: which words of its source a translation answers, and who approved it.

What is there already was not approved by anybody that the newsroom knows of: it counts as being translated.
"""

from __future__ import annotations

SQL = """
ALTER TABLE article ADD COLUMN translated_from TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN approved_at TEXT;
ALTER TABLE article ADD COLUMN translation_state TEXT NOT NULL DEFAULT '';
UPDATE article SET translation_state = 'translating' WHERE is_source = 0;
"""

"""Schema 2: why a version was kept and what changed in it, versions packed as differences, what was signed off."""

from __future__ import annotations

SQL = """
ALTER TABLE newsroom ADD COLUMN version_rule TEXT NOT NULL DEFAULT 'all';
ALTER TABLE article ADD COLUMN reviewed_version TEXT NOT NULL DEFAULT '';
ALTER TABLE version ADD COLUMN kind TEXT NOT NULL DEFAULT 'named';
ALTER TABLE version ADD COLUMN base TEXT REFERENCES version (id);
ALTER TABLE version ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE version ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX version_by_base ON version (base) WHERE base IS NOT NULL;
DROP TRIGGER version_is_never_edited;
UPDATE version SET kind = 'pause' WHERE label = '';
UPDATE version SET kind = 'status' WHERE label IN ('draft', 'in-review', 'ready', 'published', 'withdrawn');
CREATE TRIGGER version_is_never_edited BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version is never edited'); END;
"""

"""Schema 3: the whole record of an image, and what its file proposed.

Keys of the record that earlier article files carried were kept as unknown ones; those that are words move into place.
What a damaged page made unreadable stays as it is, here as everywhere: it must not keep the newsroom closed.
"""

from __future__ import annotations

_MOVED = {
    "creator": "creator",
    "rights": "rights",
    "license": "license",
    "license_page": "license-page",
    "ai_system_version": "ai-system-version",
    "ai_prompt_writer": "ai-prompt-writer",
}
_SAID = "CASE WHEN json_valid(extra) THEN extra ELSE '{}' END"
_ADDED = """
ALTER TABLE image ADD COLUMN creator TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN rights TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN license TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN license_page TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN data_mining TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN ai_system_version TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN ai_prompt_writer TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN generated_at TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN focus TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN proposed TEXT NOT NULL DEFAULT '';
"""
_PROPOSED = """
UPDATE image SET proposed = coalesce((
    SELECT term FROM (
        SELECT place, replace(
            replace(stated, 'https://cv.iptc.org/', 'http://cv.iptc.org/'),
            'http://cv.iptc.org/newscodes/digitalsourcetype/', ''
        ) AS term
        FROM (
            SELECT key AS place,
                CASE WHEN type = 'object' THEN json_extract(value, '$.detector') END AS detector,
                CASE WHEN type = 'object' THEN json_extract(value, '$.value') END AS stated
            FROM json_each(CASE WHEN json_valid(findings) THEN findings ELSE '[]' END)
        ) WHERE detector = 'digital-source-type'
    ) ORDER BY CASE
        WHEN term = 'trainedAlgorithmicMedia' THEN 0
        WHEN term IN ('compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic') THEN 1
        WHEN term LIKE '%:%' OR term IN ('composite', 'screenCapture', 'virtualRecording', 'softwareImage') THEN 2
        ELSE 3 END, place LIMIT 1
), '');
"""


def _move(column: str, key: str) -> str:
    """Return the step that takes one key out of the unknown ones where its value is a text."""
    return (
        f"UPDATE image SET {column} = json_extract(extra, '$.\"{key}\"'),"  # noqa: S608 - our words
        f" extra = json_remove(extra, '$.\"{key}\"') WHERE json_type({_SAID}, '$.\"{key}\"') = 'text';\n"
    )


SQL = _ADDED + "".join(_move(column, key) for column, key in _MOVED.items()) + _PROPOSED

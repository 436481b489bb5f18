"""Schema 3: the whole record of an image, and what its file proposed.

Keys of the record that earlier article files carried were kept as unknown ones; those that are words move into place.
"""

from __future__ import annotations

SQL = """
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
UPDATE image SET creator = json_extract(extra, '$.creator'), extra = json_remove(extra, '$.creator')
WHERE json_type(extra, '$.creator') = 'text';
UPDATE image SET rights = json_extract(extra, '$.rights'), extra = json_remove(extra, '$.rights')
WHERE json_type(extra, '$.rights') = 'text';
UPDATE image SET license = json_extract(extra, '$.license'), extra = json_remove(extra, '$.license')
WHERE json_type(extra, '$.license') = 'text';
UPDATE image SET license_page = json_extract(extra, '$."license-page"'), extra = json_remove(extra, '$."license-page"')
WHERE json_type(extra, '$."license-page"') = 'text';
UPDATE image SET ai_system_version = json_extract(extra, '$."ai-system-version"'),
extra = json_remove(extra, '$."ai-system-version"') WHERE json_type(extra, '$."ai-system-version"') = 'text';
UPDATE image SET ai_prompt_writer = json_extract(extra, '$."ai-prompt-writer"'),
extra = json_remove(extra, '$."ai-prompt-writer"') WHERE json_type(extra, '$."ai-prompt-writer"') = 'text';
UPDATE image SET proposed = coalesce((
    SELECT term FROM (
        SELECT key AS place, replace(
            replace(json_extract(value, '$.value'), 'https://cv.iptc.org/', 'http://cv.iptc.org/'),
            'http://cv.iptc.org/newscodes/digitalsourcetype/', ''
        ) AS term
        FROM json_each(findings) WHERE json_extract(value, '$.detector') = 'digital-source-type'
    ) ORDER BY CASE
        WHEN term = 'trainedAlgorithmicMedia' THEN 0
        WHEN term IN ('compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic') THEN 1
        WHEN term LIKE '%:%' OR term IN ('composite', 'screenCapture', 'virtualRecording', 'softwareImage') THEN 2
        ELSE 3 END, place LIMIT 1
), '');
"""

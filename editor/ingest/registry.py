"""The import formats there are. One more is one module and one line here."""

from __future__ import annotations

from editor.ingest import article_file, page_text
from editor.ingest.importer import Importer

# In the order in which they are asked whether a text is theirs.
IMPORTERS: tuple[Importer, ...] = (article_file.IMPORTER, page_text.IMPORTER)

ENDINGS = frozenset(ending for importer in IMPORTERS for ending in importer.endings)


def importer_for(name: str, text: str) -> Importer:
    """Return the importer for a file: the one that recognises its text, else the one of its ending, else the last."""
    by_text = next((one for one in IMPORTERS if one.recognises(text)), None)
    by_name = next((one for one in IMPORTERS if name.lower().endswith(one.endings)), IMPORTERS[-1])
    return by_text or by_name

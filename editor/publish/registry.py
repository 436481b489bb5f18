"""The export formats there are: one line each."""

from __future__ import annotations

from editor.core.messages import say
from editor.core.registry import by_id
from editor.publish.bundle import ExportFormat
from editor.publish.formats import epub, html, ninjs, text

FORMATS = by_id(
    (
        ExportFormat(
            id="html",
            title=say("Web pages"),
            files=html.files,
            touched=html.touched,
            gone=html.gone,
            pictures=html.pictures,
        ),
        ExportFormat(id="text", title=say("Plain text"), files=text.files),
        ExportFormat(id="epub", title=say("E-books (EPUB)"), files=epub.files),
        ExportFormat(id="ninjs", title=say("News items for other systems (ninjs 3.1)"), files=ninjs.files),
    ),
    lambda part: part.id,
)

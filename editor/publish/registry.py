"""The export formats there are: one line each."""

from __future__ import annotations

from editor.core.messages import say
from editor.core.registry import by_id
from editor.publish.bundle import ExportFormat
from editor.publish.formats import html, text

FORMATS = by_id(
    (
        ExportFormat(id="html", title=say("Web pages"), files=html.files),
        ExportFormat(id="text", title=say("Plain text"), files=text.files),
    ),
    lambda part: part.id,
)

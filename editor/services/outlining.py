"""The headings of an article, for those who may not ask the Markdown room themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.markup.outline import Heading

    __all__ = ["Heading", "headings_of"]


def headings_of(body: str, context: JobContext) -> tuple[Heading, ...]:
    """Return the headings of `body` (Markdown) in order, each with its level, words and line; work for a job."""
    from editor.markup.outline import outline

    context.check()
    return tuple(outline(body))

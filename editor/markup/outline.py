"""The headings of a body, for finding one's way in a long article."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from editor.markup.levels import shown_levels
from editor.markup.parsing import parse
from editor.markup.plain import collapse, inline_text


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the level readers see it at (2 to 6), its words, and its line in the Markdown (0-based)."""

    level: int
    text: str
    line: int


def outline(markdown: str) -> list[Heading]:
    """Return the headings of `markdown` in order; one without words is left out."""
    tokens = parse(markdown)
    levels = {id(token): level for token, level in shown_levels(tokens)}
    headings = [
        Heading(levels[id(opened)], collapse(inline_text(inline.children or [])), (opened.map or [0])[0])
        for opened, inline in pairwise(tokens)
        if opened.type == "heading_open"
    ]
    return [heading for heading in headings if heading.text]

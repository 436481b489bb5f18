"""Articles' Markdown as HTML, rendered once for all editions.

Rendered HTML has places where pictures go: a picture's label and address differ from page to page, its words do not.
"""

from __future__ import annotations

import contextlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from editor.domain.ai_ranges import AiRanges
from editor.markup.parsing import PICTURES
from editor.markup.rendering import BEGINS, ENDS, render
from editor.publish.legible import legible

_PLACE = re.compile(r"<!--picture (\d+)-->")

_NOTHING = Markup("")

Draw = Callable[["Typed"], str]


class Typed(NamedTuple):
    """A picture as it was typed into a body."""

    path: str
    alt: str
    title: str


@dataclass(frozen=True, slots=True)
class Body:
    """Clean HTML with places for `pictures`."""

    html: str
    pictures: tuple[Typed, ...] = ()

    def filled(self, draw: Draw, begins: Markup = _NOTHING, ends: Markup = _NOTHING) -> Markup:
        """Return the HTML with each picture drawn, and `begins` and `ends` where what AI wrote begins and ends."""
        html = self.html
        if self.pictures:
            html = _PLACE.sub(lambda match: draw(self.pictures[int(match[1])]), html)
        return Markup(html.replace(BEGINS, begins).replace(ENDS, ends))  # noqa: S704 - cleaned by the renderer


class Bodies:
    """Renders Markdown and holds on to the last results. Safe on several threads.

    An export holds on to all of them, for every edition shows the same bodies; a preview to a few.
    """

    def __init__(self, most: int = 100_000) -> None:
        self._most = most
        self._held: OrderedDict[tuple[str, int, AiRanges], Body] = OrderedDict()

    def render(self, markdown: str, *, heading: int = 2, ai_ranges: AiRanges = ()) -> Body:
        """Return `markdown` rendered, its headings beginning at the level given, what AI wrote in it marked."""
        if not markdown.strip():
            return Body("")
        key = (markdown, heading, ai_ranges)
        body = self._held.get(key)
        if body is None:
            body = self._held[key] = _rendered(markdown, heading, ai_ranges)
            if len(self._held) > self._most:
                with contextlib.suppress(KeyError):  # another thread made room already
                    self._held.popitem(last=False)
        return body

    def pictures(self, markdown: str) -> tuple[Typed, ...]:
        """Return the newsroom's pictures that `markdown` shows."""
        return self.render(markdown).pictures if PICTURES in markdown else ()


def _rendered(markdown: str, heading: int, ai_ranges: AiRanges) -> Body:
    pictures: list[Typed] = []

    def place(path: str, alt: str, title: str) -> str | None:
        if not path.startswith(PICTURES):
            return None  # an address of the web: shown as a link, for a page asks nobody else for anything
        pictures.append(Typed(path, alt, title))
        return f"<!--picture {len(pictures) - 1}-->"

    # Legible text is as long as it was: the ranges fit.
    html = render(legible(markdown), picture=place, heading=heading, passages=ai_ranges)
    return Body(html, tuple(pictures))

"""Articles' Markdown as HTML, rendered once for all editions.

Rendered HTML has places where pictures go: a picture's label and address differ from page to page, its words do not.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup

from editor.core.files import sha256_hex
from editor.domain.ai_ranges import AiRanges
from editor.markup.stand_ins import BEGINS, ENDS, PICTURES
from editor.publish.legible import legible
from editor.publish.made_by import made_by

# Raise when the same Markdown shall give other HTML.
_RECIPE = "2"
_PLACE = re.compile(r"<!--picture (\d+)-->")

# Tables and code scroll by themselves where they are wider than the screen. Not every browser lets the keyboard into
# what scrolls unless it is told (WCAG 2.2, 2.1.1; axe: scrollable-region-focusable).
_SCROLLING = {f"<{tag}>": f'<{tag} tabindex="0">' for tag in ("table", "pre")}

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
        for tag, reached in _SCROLLING.items():
            html = html.replace(tag, reached)
        if self.pictures:
            html = _PLACE.sub(lambda match: draw(self.pictures[int(match[1])]), html)
        return Markup(html.replace(BEGINS, begins).replace(ENDS, ends))  # noqa: S704 - cleaned by the renderer


class Kept(Protocol):
    """Where rendered bodies are kept from one export to the next, by a key, as (HTML, pictures as text)."""

    def find(self, key: str) -> tuple[str, str] | None:
        """Return the body of `key`, or None."""

    def missing(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that are not kept."""

    def keep(self, bodies: Mapping[str, tuple[str, str]]) -> None:
        """Keep `bodies`."""


class Bodies:
    """Renders Markdown and holds on to the last results. Safe on several threads.

    With `kept`, what was rendered before is taken from there, and what is new goes there with `save`. An export holds
    on to many where further editions show them again; of one edition, and in a preview, to a few.
    """

    def __init__(self, most: int = 20_000, kept: Kept | None = None) -> None:
        self._most = most
        self._kept = kept
        self._held: OrderedDict[tuple[str, int, AiRanges], Body] = OrderedDict()
        self._new: dict[str, tuple[str, str]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs of it: nothing of what was rendered."""
        return {**self.__dict__, "_held": OrderedDict(), "_new": {}}

    def render(self, markdown: str, *, heading: int = 2, ai_ranges: AiRanges = ()) -> Body:
        """Return `markdown` rendered, its headings beginning at the level given, what AI wrote in it marked."""
        if not markdown.strip():
            return Body("")
        key = (markdown, heading, ai_ranges)
        body = self._held.get(key)
        if body is None:
            body = self._held[key] = self._found(markdown, heading, ai_ranges)
            if len(self._held) > self._most:
                with contextlib.suppress(KeyError):  # another thread made room already
                    self._held.popitem(last=False)
        return body

    def save(self) -> None:
        """Keep what was rendered since the last time."""
        if self._kept is not None and self._new:
            new, self._new = self._new, {}
            self._kept.keep(new)

    def _found(self, markdown: str, heading: int, ai_ranges: AiRanges) -> Body:
        if self._kept is None:
            return _rendered(markdown, heading, ai_ranges)
        key = body_key(markdown, heading, ai_ranges)
        found = self._kept.find(key)
        if found is not None and (kept := _read(*found)) is not None:
            return kept
        body = _rendered(markdown, heading, ai_ranges)
        self._new[key] = (body.html, json.dumps(body.pictures))
        return body

    def pictures(self, markdown: str) -> tuple[Typed, ...]:
        """Return the newsroom's pictures that `markdown` shows."""
        return self.render(markdown).pictures if PICTURES in markdown else ()


def body_key(markdown: str, heading: int = 2, ai_ranges: AiRanges = ()) -> str:
    """Return the name of all that the rendered `markdown` follows from."""
    return sha256_hex(f"{_RECIPE} {made_by()} {heading} {ai_ranges!r}\n{markdown}".encode("utf-8", "surrogatepass"))


def _read(html: str, pictures: str) -> Body | None:
    """Return a body that was kept; None where what was kept of its pictures is spoilt."""
    if pictures == "[]":
        return Body(html)
    with contextlib.suppress(ValueError, TypeError):
        return Body(html, tuple(Typed(*one) for one in json.loads(pictures)))
    return None


def _rendered(markdown: str, heading: int, ai_ranges: AiRanges) -> Body:
    from editor.markup.rendering import render

    pictures: list[Typed] = []

    def place(path: str, alt: str, title: str) -> str | None:
        if not path.startswith(PICTURES):
            return None  # an address of the web: shown as a link, for a page asks nobody else for anything
        pictures.append(Typed(path, alt, title))
        return f"<!--picture {len(pictures) - 1}-->"

    # Legible text is as long as it was: the ranges fit.
    html = render(legible(markdown), picture=place, heading=heading, passages=ai_ranges)
    return Body(html, tuple(pictures))

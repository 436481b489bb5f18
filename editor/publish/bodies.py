"""Articles' Markdown as HTML, rendered once for all editions and kept.

Kept HTML has places where pictures go: a picture's label and address differ from page to page, its words do not.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import markdown_it
from markupsafe import Markup

from editor import __version__
from editor.markup.parsing import PICTURES
from editor.markup.rendering import render

# Raise when the same Markdown shall give other HTML. Part of the key, with all that has a say in the result.
_RECIPE = f"1|{__version__}|{markdown_it.__version__}"
_PLACE = re.compile(r"<!--picture (\d+)-->")
_IN_MEMORY = 64

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

    def filled(self, draw: Draw) -> Markup:
        """Return the HTML with each picture drawn."""
        if not self.pictures:
            return Markup(self.html)  # noqa: S704 - cleaned by the renderer
        return Markup(_PLACE.sub(lambda match: draw(self.pictures[int(match[1])]), self.html))  # noqa: S704


class Bodies:
    """Renders Markdown. With a folder, results outlive the process; the folder may be deleted at any time.

    Safe on several threads: the same Markdown gives the same HTML whoever is first.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._recent: OrderedDict[str, Body] = OrderedDict()

    def render(self, markdown: str, *, heading: int = 2) -> Body:
        """Return `markdown` rendered, its headings beginning at the level given."""
        if not markdown.strip():
            return Body("")
        key = hashlib.sha256(f"{_RECIPE}|{heading}|{markdown}".encode("utf-8", "surrogatepass")).hexdigest()
        body = self._recent.get(key) or self._kept(key)
        if body is None:
            body = _rendered(markdown, heading)
            self._keep(key, body)
        self._recent[key] = body
        while len(self._recent) > _IN_MEMORY:
            with contextlib.suppress(KeyError):  # another thread made room already
                self._recent.popitem(last=False)
        return body

    def _kept(self, key: str) -> Body | None:
        if self._folder is None:
            return None
        # A file cut short by a crash is no JSON, and is rendered again.
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            plain = json.loads((self._folder / key[:2] / key).read_bytes())
            return Body(plain["html"], tuple(Typed(*one) for one in plain["pictures"]))
        return None

    def _keep(self, key: str, body: Body) -> None:
        if self._folder is None:
            return
        path = self._folder / key[:2] / key
        beside = path.with_name(f"{key}.{os.getpid()}")
        data = json.dumps({"html": body.html, "pictures": body.pictures}).encode()
        # Keeping is a favour to the next run: on a full or read-only disk the body is simply rendered again.
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)


def _rendered(markdown: str, heading: int) -> Body:
    pictures: list[Typed] = []

    def place(path: str, alt: str, title: str) -> str | None:
        if not path.startswith(PICTURES):
            return None  # an address of the web: shown as a link, for a page asks nobody else for anything
        pictures.append(Typed(path, alt, title))
        return f"<!--picture {len(pictures) - 1}-->"

    return Body(render(markdown, picture=place, heading=heading), tuple(pictures))

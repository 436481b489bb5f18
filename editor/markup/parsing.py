"""The one Markdown parser of the house: CommonMark with tables, raw HTML switched off, three kinds of address.

Typed HTML is text. A link leads to http, https or mailto only; anything else stays visible just as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

# Pictures of the newsroom are addressed inside it; such an address is never a link.
PICTURES = "images/"
_SAFE = re.compile(r"(?i)(?:https?://|mailto:)\S")
# Deeper nesting of quotations and lists is not text any more, and each level costs a few Python frames.
_MAX_NESTING = 100


def is_safe_address(address: str) -> bool:
    """Say whether `address` may become a link: absolute http or https, or mailto."""
    return bool(_SAFE.match(address))


def parse(markdown: str) -> list[Token]:
    """Return the tokens of `markdown`. Safe on every thread: the parser holds no state between calls."""
    return shared_parser().parse(markdown)


@cache
def shared_parser() -> MarkdownIt:
    """Return the parser that pages, plain text and outline share."""
    return make_parser(lambda address: is_safe_address(address) or address.startswith(PICTURES))


def make_parser(accepts: Callable[[str], bool]) -> MarkdownIt:
    """Return a parser of our dialect that makes a link or a picture of each address that `accepts` lets through."""
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING}).enable("table")
    made.disable(["html_block", "html_inline"])
    # Both are meant to be replaced by assignment. An address stays as typed until it is shown, so that a picture's
    # path is the path on disk.
    made.validateLink = accepts  # type: ignore[method-assign, assignment]
    made.normalizeLink = str  # type: ignore[method-assign, assignment]
    return made

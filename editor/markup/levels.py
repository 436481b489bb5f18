"""At which level a heading of a body is shown: begun at a given one, none left out on the way down (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 6


def shown_levels(tokens: Iterable[Token], first: int = 2) -> Iterator[tuple[Token, int]]:
    """Yield each opening and closing heading token with the level it is shown at, from `first` to 6."""
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            typed = int(token.tag[1])
            while above and above[-1] >= typed:
                above.pop()
            above.append(typed)
        if token.type in {"heading_open", "heading_close"}:
            yield token, min(first + len(above) - 1, DEEPEST)

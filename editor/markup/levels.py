"""At which level a heading of a body is shown: begun at a given one, none left out on the way down (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from editor.markup.parsing import HEADINGS

DEEPEST = 6


def shown_levels(root: Element, first: int = 2) -> Iterator[tuple[Element, int]]:
    """Yield each heading in `root` with the level it is shown at, from `first` to 6."""
    headings = typed_levels(root)
    yield from zip((element for element, _ in headings), shown([typed for _, typed in headings], first), strict=True)


def typed_levels(root: Element) -> list[tuple[Element, int]]:
    """Return each heading in `root` with the level it is typed at, 1 to 6."""
    return [(element, int(element.tag[1])) for element in root.iter() if element.tag in HEADINGS]


def shown(typed: Iterable[int], first: int = 2) -> Iterator[int]:
    """Yield the level at which each heading of a body is shown, from `first` to 6, given those they are typed at."""
    above: list[int] = []
    for level in typed:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(first + len(above) - 1, DEEPEST)

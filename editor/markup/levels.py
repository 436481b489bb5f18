"""At which level a heading of a body is shown: begun at a given one, none left out on the way down (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from editor.markup.parsing import HEADINGS

DEEPEST = 6


def shown_levels(root: Element, first: int = 2) -> Iterator[tuple[Element, int]]:
    """Yield each heading in `root` with the level it is shown at, from `first` to 6."""
    above: list[int] = []
    for element in root.iter():
        if element.tag in HEADINGS:
            typed = int(element.tag[1])
            while above and above[-1] >= typed:
                above.pop()
            above.append(typed)
            yield element, min(first + len(above) - 1, DEEPEST)

"""Lines of Markdown lists, as text: what an item is made of, and how its numbers and depth are put right. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

# The renderer nests a list by four columns; what is indented less stands in the outer list.
STEP = 4

_LINE = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ \t]?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+|$)(?P<task>\[[ xX]\](?:[ \t]+|$))?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in parts that together are the line: quotation marks, indentation, marker, task box, words."""

    quote: str
    indent: str
    marker: str
    gap: str
    task: str
    words: str

    @property
    def lead(self) -> str:
        """Return all that stands before the words."""
        return f"{self.quote}{self.indent}{self.marker}{self.gap}{self.task}"

    @property
    def text(self) -> str:
        """Return the whole line."""
        return f"{self.lead}{self.words}"

    @property
    def depth(self) -> int:
        """Return how deep the line is nested; 0 is outermost."""
        return len(self.indent.expandtabs(STEP)) // STEP

    @property
    def number(self) -> int | None:
        """Return the number of an item in a numbered list, else None."""
        return int(self.marker[:-1]) if self.marker[:-1].isdigit() else None

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing on the line, quotation marks aside."""
        return not self.marker and not self.words.strip()

    def following(self) -> str:
        """Return what the line after this one begins with, when the list or quotation goes on."""
        marker = self.marker if self.number is None else f"{self.number + 1}{self.marker[-1]}"
        # A gap of one space is enough where the item held nothing but its marker.
        gap = (self.gap or " ") if marker else ""
        return f"{self.quote}{self.indent if marker else ''}{marker}{gap}{'[ ] ' if self.task else ''}"

    def deepened(self) -> Line:
        """Return the line one level deeper; the first item of a list inside another has the number 1."""
        marker = self.marker if self.number is None else f"1{self.marker[-1]}"
        return replace(self, indent=" " * (STEP * (self.depth + 1)), marker=marker)

    def raised(self) -> Line:
        """Return the line one level further out; an outermost one is itself without any indentation."""
        return replace(self, indent=" " * (STEP * max(self.depth - 1, 0)))


def line_of(text: str) -> Line:
    """Return the parts of a line; one that is no item has an empty marker."""
    found = _LINE.match(text)
    assert found is not None, "the pattern matches the empty text"  # noqa: S101 - for the type checker
    return Line(
        quote=found["quote"],
        indent=found["indent"],
        marker=found["marker"] or "",
        gap=found["gap"] or "",
        task=found["task"] or "",
        words=text[found.end() :],
    )


def renumbered(lines: Sequence[str], start: int | None = None) -> list[str]:
    """Return the lines of one list with its items counted on from the first, each list inside it from 1.

    What is no numbered item is returned as it is; a bulleted item ends the counting at its depth. `start` is the
    number of the first item where that is not the one it has.
    """
    counted: dict[int, int] = {}
    found = []
    for part in map(line_of, lines):
        number = part.number
        if part.marker:
            counted = {depth: last for depth, last in counted.items() if depth <= part.depth}
        if number is None:
            if part.marker:
                counted.pop(part.depth, None)
            found.append(part.text)
            continue
        if part.depth in counted:
            number = counted[part.depth] + 1
        elif part.depth:
            number = 1
        elif start is not None:
            number, start = start, None
        counted[part.depth] = number
        found.append(replace(part, marker=f"{number}{part.marker[-1]}").text)
    return found

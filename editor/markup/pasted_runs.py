"""The words of one pasted paragraph: runs of text with their faces, put in order and made into a tree.

Word processors cut a sentence into dozens of spans. Here runs of one face become one, spaces move out of marks, and
no-break spaces that stand for plain ones become plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from bs4.element import NavigableString, Tag


@dataclass(frozen=True, slots=True)
class Face:
    """How a run of text is shown, and where it leads ("" for nowhere)."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face; a line break is a run of one newline."""

    text: str
    face: Face = Face()


class LineStart(NavigableString):
    """Text at the start of a line, where a "#" or "1." would be more than text."""


BREAK = Run("\n")

_PLAIN = Face()
# Invisible in every text: the mark of a file's start and the hyphen that only shows at the end of a line.
_NOTHING = re.compile("[\ufeff\u00ad]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
# Word processors and mail programs fill with no-break spaces; one that stands alone beside a mark or number is meant.
_FILLING = re.compile("(?:[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0[ \u00a0]*)")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])" + "\u00a0" + r"(?=[^\W\d_]|$)")
_BLANKS = " \u00a0"


def in_order(runs: Iterable[Run]) -> list[Run]:
    """Return the runs as they will stand: white space collapsed and outside of faces, equal neighbours joined."""
    hoisted = _joined([part for run in _collapsed(runs) for part in _hoisted(run)])
    return _without_blank_ends(_joined(_spaces_between_equals(hoisted)))


def add_to(holder: Tag, runs: list[Run]) -> None:
    """Append to `holder` the tags and texts that say `runs`."""
    starts = True
    place = 0
    for address, linked in groupby(runs, lambda run: run.face.address):
        group = list(linked)
        parent = holder
        if address:
            parent = Tag(name="a", attrs={"href": address})
            holder.append(parent)
        for is_bold, bold in groupby(group, lambda run: run.face.bold):
            inner = parent
            if is_bold:
                inner = Tag(name="strong")
                parent.append(inner)
            for run in bold:
                _add(inner, run, runs, place, starts=starts)
                starts = run.text == "\n"
                place += 1


def _add(holder: Tag, run: Run, runs: list[Run], place: int, *, starts: bool) -> None:
    if run.text == "\n":
        holder.append(Tag(name="br", can_be_empty_element=True))
        return
    if run.face.code:
        tag = Tag(name="code")
        tag.append(NavigableString(run.text))
        holder.append(tag)
        return
    text = LineStart(run.text) if starts else NavigableString(run.text)
    mark = _mark(runs, place) if run.face.italic else ""
    if not mark:
        holder.append(text)
        return
    tag = Tag(name="em", attrs={"mark": mark})
    tag.append(NavigableString(run.text))
    holder.append(tag)


def _mark(runs: list[Run], place: int) -> str:
    """Return what makes the run at `place` lean: underscores, inside a word a star, beside bold words there nothing."""
    before = runs[place - 1] if place else BREAK
    after = runs[place + 1] if place + 1 < len(runs) else BREAK
    inside = [near for near, end in ((before, -1), (after, 0)) if re.match(r"\w", near.text[end])]
    if not inside:
        return "_"
    return "" if any(near.face.bold or near.face.italic for near in (before, after)) or runs[place].face.bold else "*"


def _collapsed(runs: Iterable[Run]) -> Iterator[Run]:
    ends_blank = True
    breaks = 0
    for run in runs:
        if run.text == "\n":
            breaks += 1
            continue
        text = run.text if run.face.code else _BETWEEN_LETTERS.sub(" ", _FILLING.sub(" ", _SPACES.sub(" ", run.text)))
        text = _NOTHING.sub("", text)
        if ends_blank or breaks:
            text = text.lstrip(_BLANKS)
        if not text:
            continue
        if breaks and not ends_blank:
            yield BREAK
        breaks = 0
        yield replace(run, text=text)
        ends_blank = text[-1] in _BLANKS


def _hoisted(run: Run) -> Iterator[Run]:
    """Yield the run with the blanks at its ends as plain runs of their own."""
    core = run.text.strip(_BLANKS)
    if run.text == "\n" or run.face == _PLAIN or core == run.text:
        yield run
        return
    lead = run.text[: len(run.text) - len(run.text.lstrip(_BLANKS))]
    if lead:
        yield Run(lead)
    if core:
        yield replace(run, text=core)
        if tail := run.text[len(lead) + len(core) :]:
            yield Run(tail)


def _joined(runs: Iterable[Run]) -> list[Run]:
    found: list[Run] = []
    for (face, is_break), group in groupby(runs, lambda run: (run.face, run.text == "\n")):
        if is_break:
            found += group
        else:
            found.append(Run("".join(run.text for run in group), face))
    return found


def _spaces_between_equals(runs: list[Run]) -> list[Run]:
    """Return the runs, a blank between two of one face taking that face too: a bold sentence is bold throughout."""
    return [
        replace(run, face=runs[at - 1].face)
        if 0 < at < len(runs) - 1 and not run.text.strip(_BLANKS) and runs[at - 1].face == runs[at + 1].face
        else run
        for at, run in enumerate(runs)
    ]


def _without_blank_ends(runs: list[Run]) -> list[Run]:
    """Return the runs without blanks at the end of a line."""
    found: list[Run] = []
    for run in reversed(runs):
        ends_line = not found or found[-1].text == "\n"
        text = run.text.rstrip(_BLANKS) if ends_line and run.text != "\n" else run.text
        if text:
            found.append(replace(run, text=text))
    return found[::-1]

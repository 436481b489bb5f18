"""What differs between two versions as a page: inline, or the earlier beside the later. Strings only, no widgets.

What is gone is struck through behind a minus, what is new underlined behind a plus: never by colour alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from editor.domain.difference import Fate, Stretch
from editor.i18n.direction import direction
from editor.i18n.interface import ntr, tr, words
from editor.services.history import GroupDifference
from editor.ui.tokens import Tokens

AROUND = 240  # characters of what is the same that are shown on either side of a change
MOST = 12_000  # characters of one change; the text itself can be copied whole
AT_ONCE = 60  # changes of one field: Qt lays out so many in a tenth of a second
RESTORE, COPY, MORE = "restore", "copy", "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """How the page shall look: its colours, the text's language, and whether fields can be given back."""

    tokens: Tokens
    language: str
    is_side_by_side: bool = False
    can_restore: bool = False
    most_changes: int = AT_ONCE


def difference_page(differences: Iterable[GroupDifference], look: PageLook) -> str:
    """Return the page as HTML that Qt's rich text understands."""
    side = direction(look.language)
    parts: list[str] = []
    for one in differences:
        parts.append(f'<h3 style="color: {look.tokens.muted}">{escape(words(one.group.title))}</h3>')
        shown, left = _first(one.stretches, look.most_changes)
        stretches = _shortened(shown, is_whole=not left)
        parts.append(
            _two_columns(stretches, look, side)
            if look.is_side_by_side
            else inline(stretches, look.tokens, look.language)
        )
        if left:
            said = ntr("Show {n} more change", "Show {n} more changes", left)
            parts.append(f"<p>{_link(MORE, one.group.id, said, look)}</p>")
        parts.append(_actions(one, look))
    return "".join(parts)


def _actions(one: GroupDifference, look: PageLook) -> str:
    links = []
    if look.can_restore:
        links.append((RESTORE, tr("Restore this")))
    links.append((COPY, tr("Copy the earlier text")))
    return "<p>{}</p>".format("&nbsp;&nbsp;&nbsp;".join(_link(kind, one.group.id, text, look) for kind, text in links))


def _link(kind: str, group_id: str, text: str, look: PageLook) -> str:
    style = f"color: {look.tokens.accent}; text-decoration: none"
    return f'<a href="{kind}:{group_id}" style="{style}">{escape(text)}</a>'


def _first(stretches: Sequence[Stretch], most: int) -> tuple[Sequence[Stretch], int]:
    """Return the stretches up to the change number `most`, and how many changes come after them."""
    places = [place for place, one in enumerate(stretches) if one.fate is not Fate.SAME]
    if len(places) <= most:
        return stretches, 0
    return stretches[: places[most]], len(places) - most


def inline(stretches: Sequence[Stretch], tokens: Tokens, language: str) -> str:
    """Return what differs as one paragraph in this language, what is gone and what is new in one line."""
    return _paragraph("".join(_marked(one, tokens) for one in stretches), direction(language))


def _two_columns(stretches: Sequence[Stretch], look: PageLook, side: str) -> str:
    """Return a table: a row begins where a line is the same on both sides."""
    rows: list[tuple[str, str]] = []
    earlier = later = ""
    for one in stretches:
        if one.fate is Fate.SAME:
            *whole, last = one.text.split("\n")
            for line in whole:
                said = escape(line)
                rows.append((earlier + said, later + said))
                earlier = later = ""
            earlier, later = earlier + escape(last), later + escape(last)
        elif one.fate is Fate.GONE:
            earlier += _marked(one, look.tokens)
        else:
            later += _marked(one, look.tokens)
    rows.append((earlier, later))
    cells = "".join(
        f'<tr><td width="50%" dir="{side}">{_paragraph(one, side)}</td>'
        f'<td width="50%" dir="{side}">{_paragraph(other, side)}</td></tr>'
        for one, other in rows
        if one or other
    )
    head = "".join(
        f'<th align="left" style="color: {look.tokens.muted}">{escape(said)}</th>'
        for said in (tr("Earlier"), tr("Later"))
    )
    return f'<table width="100%" cellspacing="8"><tr>{head}</tr>{cells}</table>'


def _marked(one: Stretch, tokens: Tokens) -> str:
    text = escape(one.text)
    if one.fate is Fate.SAME:
        return text
    is_gone = one.fate is Fate.GONE
    mark, line = ("\u2212", "line-through") if is_gone else ("+", "underline")
    ink, plate = (tokens.fault, tokens.fault_plate) if is_gone else (tokens.done, tokens.done_plate)
    if not one.text.strip():  # a paragraph begun or joined: the sign stands for what cannot be seen
        text = text.replace("\n", "\u00b6\n") or text
    return (
        f'<span style="color: {ink}"><b>{mark}</b></span>'
        f'<span style="color: {ink}; background-color: {plate}; text-decoration: {line}">{text}</span>'
    )


def _paragraph(html: str, side: str) -> str:
    """Return words as a paragraph; its spaces count, since an indented line is another kind of line."""
    return '<p dir="{}" style="white-space: pre-wrap">{}</p>'.format(side, html.replace("\n", "<br/>"))


def _shortened(stretches: Sequence[Stretch], *, is_whole: bool) -> tuple[Stretch, ...]:
    """Return the stretches with what is the same cut down to what stands around the changes."""
    last = len(stretches) - 1
    return tuple(
        _around_changes(one, head=AROUND if number else 0, tail=AROUND if number < last or not is_whole else 0)
        if one.fate is Fate.SAME
        else _not_endless(one)
        for number, one in enumerate(stretches)
    )


def _around_changes(one: Stretch, *, head: int, tail: int) -> Stretch:
    text = one.text
    if len(text) <= head + tail + AROUND:
        return one
    start = _between_words(text, head)
    end = _between_words(text, len(text) - tail)
    said = ntr("{n} character the same", "{n} characters the same", end - start)
    return Stretch(one.fate, f"{text[:start]} [\u2026 {said}] {text[end:]}")


def _not_endless(one: Stretch) -> Stretch:
    if len(one.text) <= MOST:
        return one
    end = _between_words(one.text, MOST)
    said = ntr("{n} character more", "{n} characters more", len(one.text) - end)
    return Stretch(one.fate, f"{one.text[:end]} [\u2026 {said}]")


def _between_words(text: str, at: int) -> int:
    """Return a place at or soon after `at` that parts no letter from its marks, a space where there is one."""
    if at in {0, len(text)}:
        return at
    space = text.find(" ", at, at + 40)
    if space >= 0:
        return space
    while at < len(text) and (unicodedata.category(text[at])[0] in "MC" or text[at - 1] == "\u200d"):
        at += 1
    return at

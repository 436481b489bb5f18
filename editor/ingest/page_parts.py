"""Which block of a page text is what: head, body, reactions, cards, timeline, notice. Knows positions, not meanings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.domain.labels import REPORTED_BY_AI
from editor.ingest.furniture import Furniture
from editor.ingest.page_blocks import Block


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: the block of its date, and its headline."""

    date: Block
    headline: str


@dataclass(slots=True, kw_only=True)
class PageParts:
    """The blocks of one page by what they are. `labels` are those of the label row under the headline, as keys."""

    headline: Block
    alt: str = ""
    labels: tuple[str, ...] = ()
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    published: Block | None = None
    updated: Block | None = None
    body: Sequence[Block] = ()
    reactions: Sequence[Block] = ()
    cards: Sequence[Block] = ()
    entries: Sequence[Entry] = ()
    has_notice: bool = False
    warnings: list[Message] = field(default_factory=list)

    @property
    def dates(self) -> list[Block]:
        """Return every date on the page, the article's own first."""
        own = [date for date in (self.published, self.updated) if date]
        return [*own, *(entry.date for entry in self.entries)]


def parts_of(blocks: Sequence[Block], furniture: Furniture) -> PageParts:
    """Return the parts of the page; raises `FileError` with the line where it is no page."""
    rest, has_notice = _without_notice(blocks, furniture)
    rest, entries = _without_timeline(rest, furniture)
    related = _position(rest, furniture, "related")
    cards = rest[related + 1 :]
    _refuse_loose_dates(cards, furniture)
    rest = rest[:related]
    saying = _position(rest, furniture, "people_saying")
    reactions, rest = rest[saying + 1 :], rest[:saying]
    parts, body = _head(rest, furniture, blocks)
    parts.body, parts.reactions, parts.cards, parts.entries = body, reactions, cards, entries
    parts.has_notice = has_notice
    _warn(parts, furniture)
    return parts


def _position(blocks: Sequence[Block], furniture: Furniture, key: str) -> int:
    """Return where the heading stands: the first one after the page's own headline; else the end."""
    found = (index for index, block in enumerate(blocks) if index and furniture.is_heading(block, key))
    return next(found, len(blocks))


def _without_notice(blocks: Sequence[Block], furniture: Furniture) -> tuple[Sequence[Block], bool]:
    if len(blocks) >= 2 and len(blocks[-2].lines) == 1 and furniture.ends_notice(blocks[-1]):
        return blocks[:-2], True
    return blocks, False


def _without_timeline(blocks: Sequence[Block], furniture: Furniture) -> tuple[Sequence[Block], list[Entry]]:
    """Take the pairs of date and headline off the end."""
    end = len(blocks)
    entries: list[Entry] = []
    while end >= 3 and furniture.is_date(blocks[end - 2]):
        entries.append(Entry(blocks[end - 2], blocks[end - 1].text))
        end -= 2
    return blocks[:end], entries[::-1]


def _refuse_loose_dates(cards: Sequence[Block], furniture: Furniture) -> None:
    for block in cards:
        if furniture.is_date(block):
            raise FileError(
                say("This date has no headline below it, or stands outside the timeline: {date}", date=block.text),
                say("On a page, each date of the timeline is followed by one headline."),
                line=block.line,
            )


def _head(rest: Sequence[Block], furniture: Furniture, blocks: Sequence[Block]) -> tuple[PageParts, Sequence[Block]]:
    """Return what stands above the body, and the body."""
    alt = ""
    if rest and furniture.picture_label(rest[0]):
        alt, rest = " ".join(rest[0].lines[:-1]), rest[1:]
    elif _begins_with_picture(rest, furniture):
        alt, rest = rest[0].text, rest[1:]
    if not rest:
        raise FileError(say("There is no headline on this page."), line=blocks[0].line if blocks else 1)
    parts = PageParts(headline=rest[0], alt=alt)
    below = rest[1:]
    if below and (labels := furniture.row(below[0])):
        parts.labels, below = labels, below[1:]
    elif not alt and below:
        parts.warnings.append(
            say("Nothing says whether the first line is a headline or a picture; it became the headline.")
        )
    return parts, _below_labels(parts, below, furniture)


def _begins_with_picture(rest: Sequence[Block], furniture: Furniture) -> bool:
    """Say whether a later block shows that the first one is the words of a picture without a label.

    The label row stands right below the headline, and at most the standfirst stands between headline and dates.
    """
    if len(rest) > 2 and furniture.row(rest[2]) == (REPORTED_BY_AI,) and not furniture.row(rest[1]):
        return True
    return (
        len(rest) > 3
        and not furniture.row(rest[1])
        and len(rest[3].lines) > 1
        and _byline(rest[3], furniture) is not None
    )


def _below_labels(parts: PageParts, below: Sequence[Block], furniture: Furniture) -> Sequence[Block]:
    """Take standfirst and byline into `parts` and return the body."""
    has_standfirst = len(below) > 1 and _byline(below[0], furniture) is None
    if has_standfirst:
        parts.standfirst, below = below[0].text, below[1:]
    if below and (byline := _byline(below[0], furniture)):
        parts.byline, parts.published, parts.updated = byline
        below = below[1:]
    return below


def _byline(block: Block, furniture: Furniture) -> tuple[tuple[str, ...], Block | None, Block | None] | None:
    """Return names, publication and update when every line of `block` is one of these, in this order."""
    lines = list(block.lines)
    names = furniture.names(lines[0])
    rest = lines[1:] if names else lines
    dates: list[Block | None] = []
    for key in ("published", "updated"):
        date = furniture.date_after(key, rest[0]) if rest else ""
        dates.append(Block((date,), block.line + len(lines) - len(rest)) if date else None)
        rest = rest[1:] if date else rest
    if rest or not (names or any(dates)):
        return None
    return names, dates[0], dates[1]


def _warn(parts: PageParts, furniture: Furniture) -> None:
    """Say what looks like furniture and stands where it can only be text."""
    for block in (*parts.body, *parts.reactions):
        if kind := furniture.kind_of(block):
            parts.warnings.append(
                say(
                    "Line {line} reads like a part of the page ({kind}) and was kept as text.",
                    line=block.line,
                    kind=kind,
                )
            )

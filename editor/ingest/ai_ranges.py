"""The key `ai-ranges` of an article file: which parts of its body AI wrote.

One entry a range: `start` and `length` in characters of the body (Unicode code points, from 0), and the words that it
`begins` with, up to 40 characters on one line. Whoever changed the body in another program and left the figures as they
were is told: a range that does not begin with its words is looked for by them, and left out where they are not found
just once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.domain.ai_ranges import AiRange, AiRanges, tidy

if TYPE_CHECKING:
    from editor.ingest.fields import Fields

KEY = "ai-ranges"
SHOWN = 40

_HINT = say(
    "Each range is written as “- {example}”, in characters of the text; the first one is number 0.",
    example="{start: 12, length: 40}",
)


def write_ranges(ranges: Iterable[AiRange], body: str) -> list[dict[str, str]]:
    """Return the value of the key."""
    return [
        {"start": str(start), "length": str(end - start), "begins": _first_words(body, start, end)}
        for start, end in ranges
    ]


def read_ranges(
    fields: Fields, body: str, warnings: list[Message], keep_unknown: Callable[[Fields, str], None]
) -> AiRanges:
    """Return the ranges that the key names in `body`, and say in `warnings` which could not be found.

    `keep_unknown` is told of each entry and its place, for the keys that are not known here.

    Raises `FileError` with the line for what is no range, lies outside the body or overlaps another.
    """
    try:
        entries = fields.list_of_fields(KEY)
    except FileError as error:  # [0, 10] may be a start and a length or a start and an end: nothing is guessed
        raise FileError(error.message, _HINT, line=error.line) from error
    found = list(_found(entries, body, warnings))
    for number, entry in enumerate(entries):
        keep_unknown(entry, f"{KEY}.{number}")
    for (_, end), (start, _) in zip(sorted(found), sorted(found)[1:], strict=False):
        if start < end:
            fields.refuse(KEY, say("Two ranges of text written by AI overlap."), _HINT)
    return tidy(found, len(body))


def _found(entries: Iterable[Fields], body: str, warnings: list[Message]) -> Iterator[AiRange]:
    for entry in entries:
        start, length, begins = _number(entry, "start"), _number(entry, "length"), entry.text("begins")
        if begins and begins != _first_words(body, start, start + length):
            if body.count(begins) != 1:
                warnings.append(
                    say("A passage marked as written by AI was not found and is not marked: {words}.", words=begins)
                )
                continue
            start = body.index(begins)
            length = min(length, len(body) - start)
        elif start + length > len(body):
            entry.refuse("start", say("A range of text written by AI reaches beyond the text."), _HINT)
        yield start, start + length


def _number(entry: Fields, key: str) -> int:
    said = entry.text(key)
    if not (said.isascii() and said.isdecimal() and len(said) < 10) or (key == "length" and not int(said)):
        entry.refuse(key, say("“{value}” is no number of characters for “{key}”.", value=said, key=key), _HINT)
    return int(said)


def _first_words(body: str, start: int, end: int) -> str:
    return body[start:end].lstrip().partition("\n")[0][:SHOWN].rstrip()

"""Date patterns (UTS 35, "Date Format Patterns") turned into a writer and its exact inverse, once for each style.

Own code and not Babel's formatter: a page carries thousands of dates, and what is written must be read back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from editor.core.errors import UserError
from editor.core.messages import Message, say

# Which words a field of letters stands for: ("months", 4) -> January first. Asked once while a pattern is compiled.
Words = Callable[[str, int], tuple[str, ...]]

MONTHS, STANDALONE_MONTHS, WEEKDAYS, HALVES = "M", "L", "E", "a"

_PART = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|([^A-Za-z']+)|(')")
_MINUTES = re.compile(r"\(\?P<minutes>[^)]*\)")
_SPACES = re.compile(r"\s+")
_UNSEEN = str.maketrans(dict.fromkeys("\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))


class Wall(NamedTuple):
    """A wall time in another calendar than the Gregorian, whose wall times are `datetime`s."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    of_week: int

    def weekday(self) -> int:
        """Return the day of the week, Monday being 0."""
        return self.of_week


WallTime = datetime | Wall


class Reading(NamedTuple):
    """What a text says, in the pattern's calendar. `weekday` counts from Monday = 0 and is -1 where none stands."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a pattern (`letter` and how often it stands), or literal text."""

    letter: str
    width: int
    text: str = ""


class PatternError(UserError):
    """A pattern that says nothing; `start` and `end` are the characters of it that are wrong."""

    def __init__(self, message: Message, hint: Message, start: int, end: int) -> None:
        super().__init__(message, hint)
        self.start = start
        self.end = end


Getter = Callable[[WallTime], object]

_NUMBERS: Mapping[str, Getter] = {
    "y": attrgetter("year"),
    "M": attrgetter("month"),
    "L": attrgetter("month"),
    "d": attrgetter("day"),
    "H": attrgetter("hour"),
    "h": lambda wall: wall.hour % 12 or 12,
    "K": lambda wall: wall.hour % 12,
    "k": lambda wall: wall.hour or 24,
    "m": attrgetter("minute"),
    "s": attrgetter("second"),
}
_NAMED: Mapping[str, Callable[[WallTime], int]] = {
    MONTHS: lambda wall: wall.month - 1,
    STANDALONE_MONTHS: lambda wall: wall.month - 1,
    WEEKDAYS: lambda wall: wall.weekday(),
    HALVES: lambda wall: wall.hour // 12,
}
_SAME_AS = {"c": WEEKDAYS, "e": WEEKDAYS}


def parts_of(pattern: str) -> list[Part]:
    """Return the parts of `pattern`; raise `PatternError` for an open quote or a letter that stands for nothing."""
    parts: list[Part] = []
    literal = ""
    for match in _PART.finditer(pattern):
        quoted, letter, plain_text, stray = match.groups()
        if stray:
            raise PatternError(
                say("A quotation mark is open in the date pattern {pattern}.", pattern=pattern),
                say("Put words between two ' marks; write '' for the mark itself."),
                match.start(),
                len(pattern),
            )
        if letter:
            if literal:
                parts.append(Part("", 0, literal))
            parts.append(_field(_SAME_AS.get(letter, letter), match))
            literal = ""
        else:
            literal += plain_text if quoted is None else quoted.replace("''", "'") or "'"
    return [*parts, Part("", 0, literal)] if literal else parts


class CompiledPattern:
    """One pattern with its words: writes a wall time and reads it back. Made once per style and kept; any thread."""

    def __init__(self, pattern: str, words: Words, zero: str = "0") -> None:
        parts = parts_of(pattern)
        fields = [(part, _names(part, words)) for part in parts if part.letter]
        self.shows_seconds = any(part.letter == "s" for part in parts)
        self._template = "".join("%s" if part.letter else part.text.replace("%", "%%") for part in parts)
        self._getters = tuple(_getter(part, names, zero) for part, names in fields)
        self._fields = [(part.letter, _lookup(part.letter, names)) for part, names in fields]
        named = iter(names for _, names in fields)
        expression = "".join(_expression(part, next(named) if part.letter else ()) for part in parts)
        if not self.shows_seconds:  # they are read all the same, where a text has them
            expression = _MINUTES.sub(r"\g<0>(?:[:.](\\d{2}))?", expression)
            self._fields = [field for one in self._fields for field in ((one, ("s", {})) if one[0] == "m" else (one,))]
        self._expression = re.compile(expression.strip(), re.IGNORECASE)

    def write(self, wall: WallTime) -> str:
        """Return `wall` as the pattern writes it."""
        return self._template % tuple([get(wall) for get in self._getters])

    def reads(self, text: str) -> bool:
        """Say whether `text` is of the pattern's form, though perhaps no day of any calendar."""
        return self.read(text) is not None

    def read(self, text: str) -> Reading | None:
        """Return what `text` says, or None when it is not of the pattern's form."""
        match = self._expression.fullmatch(plain(text))
        if not match:
            return None
        said: dict[str, int] = {}
        for (letter, names), found in zip(self._fields, match.groups(), strict=True):
            if found is None:
                continue  # seconds that a text may have
            if names and _folded(found) not in names:
                return None  # a letter that has another capital here than in the name
            said[letter] = names[_folded(found)] if names else int(found)
        month = said.get(MONTHS, said.get(STANDALONE_MONTHS, 0))
        return Reading(
            said.get("y", 0),
            month,
            said.get("d", 0),
            _hour(said),
            said.get("m", 0),
            said.get("s", 0),
            said.get(WEEKDAYS, -1),
        )


def plain(text: str) -> str:
    """Return `text` in NFC with runs of any spaces as one and without marks that only steer direction."""
    return _spaced(text).strip()


def _field(letter: str, match: re.Match[str]) -> Part:
    if letter not in _NUMBERS and letter not in _NAMED:
        raise PatternError(
            say(
                "The letters {letters} in the date pattern {pattern} stand for nothing.",
                letters=match[0],
                pattern=match.string,
            ),
            say("Put words between two ' marks; the fields are y, M, d, E, H, h, a, m and s."),
            *match.span(),
        )
    return Part(letter, len(match[0]))


def _names(part: Part, words: Words) -> tuple[str, ...]:
    """Return the words that the field `part` writes, empty for one that writes a number."""
    if part.letter in {WEEKDAYS, HALVES} or (part.letter in _NAMED and part.width >= 3):
        return words(part.letter, part.width)
    return ()


def _lookup(letter: str, names: tuple[str, ...]) -> dict[str, int]:
    """Return the value of each name: months count from 1, weekdays and halves of the day from 0."""
    first = 1 if letter in {MONTHS, STANDALONE_MONTHS} else 0
    return {_folded(name): number for number, name in enumerate(names, first)}


def _getter(part: Part, names: tuple[str, ...], zero: str) -> Getter:
    if names:
        index = _NAMED[part.letter]
        return lambda wall: names[index(wall)]
    number = _short_year if (part.letter, part.width) == ("y", 2) else _NUMBERS[part.letter]
    if part.width == 1 and zero == "0":
        return number
    form = f"%0{part.width}d"
    if zero == "0":
        return lambda wall: form % number(wall)
    table = {ord("0") + n: chr(ord(zero) + n) for n in range(10)}
    return lambda wall: (form % number(wall)).translate(table)


def _short_year(wall: WallTime) -> int:
    return wall.year % 100


def _expression(part: Part, names: tuple[str, ...]) -> str:
    """Return the regular expression that reads what `part` writes."""
    if not part.letter:
        return re.escape(_spaced(part.text)).replace("\\ ", " ")
    if names:
        return "(" + "|".join(re.escape(plain(name)) for name in sorted(names, key=len, reverse=True)) + ")"
    if part.letter == "y" and part.width != 2:
        return r"(\d{1,6})"
    if part.letter == "m":
        return r"(?P<minutes>\d{2})" if part.width >= 2 else r"(?P<minutes>\d{1,2})"
    return r"(\d{2})" if part.width >= 2 else r"(\d{1,2})"


def _spaced(text: str) -> str:
    """Return `text` with runs of spaces as one, those at its ends too."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_UNSEEN))


def _folded(text: str) -> str:
    return plain(text).casefold()


def _hour(said: Mapping[str, int]) -> int:
    if "H" in said:
        return said["H"]
    if "k" in said:
        return said["k"] % 24
    return said.get("h", said.get("K", 0)) % 12 + 12 * said.get(HALVES, 0)

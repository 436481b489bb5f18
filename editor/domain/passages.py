"""What is looked for in a text, where it stands, and what shall stand there instead. Pure.

Places are counted in characters of the text, not in the UTF-16 units of a text field.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.needed_words import needed_words, stays_in_line
from editor.domain.word_edges import edge

# Typed plainly, meant as typography has it: what does not break, curls or joins is found too.
_ALSO = {
    " ": "[ \u00a0\u2007\u2009\u202f]",
    "'": "['\u2018\u2019\u02bb\u02bc]",
    '"': '["\u00ab\u00bb\u201c\u201d\u201e\u201f]',
    "-": "[-\u2010\u2011]",
}
_NOT_PLAIN = re.compile(f"[{''.join(map(re.escape, _ALSO))}]")
# To `re` all of i, I, \u0130 and \u0131 are one letter; case folding keeps a dot apart and the dotless one too.
_ONE_I = {0x131: "i", 0x307: ""}
# How Python's `re` begins its complaints (3.11 to 3.14), and what they mean to a person.
_COMPLAINTS: tuple[tuple[str, Message], ...] = (
    ("missing ), unterminated", say("A bracket “(” is opened and never closed.")),
    ("unbalanced parenthesis", say("A bracket “)” closes nothing: none was opened before it.")),
    ("unterminated character set", say("A bracket “[” is opened and never closed.")),
    ("nothing to repeat", say("A sign of repetition (* + ? {}) has nothing before it.")),
    ("multiple repeat", say("Two signs of repetition (* + ? {}) follow one another.")),
    ("min repeat greater", say("In {…} the first number is greater than the second.")),
    ("bad escape (end of pattern)", say("A backslash at the end means nothing. Write two for one of its kind.")),
    ("bad escape", say("A backslash stands before a letter that means nothing there. Write two for one of its kind.")),
    ("bad character range", say("A range in […] runs backwards.")),
    ("look-behind requires", say("What (?<=…) holds must always be of the same length.")),
    ("invalid group reference", say("The pattern has no group of this number.")),
    ("unknown group name", say("The pattern has no group of this name.")),
)
_LEAD = re.compile(r"\(\?[aimsux]+\)")
_TOO_LARGE = say("This pattern is too large.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: words as they stand or, with `is_pattern`, a regular expression of Python's `re`."""

    words: str
    is_pattern: bool = False
    is_whole: bool = False
    matches_case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    r"""What takes the place of a passage: words or, for a pattern, a template with \1 and \g<name> for its groups.

    `keeps_case` writes it in capitals, or with a first capital, where the passage was written so.
    """

    words: str
    keeps_case: bool = False


class Passage(NamedTuple):
    """From `start` up to `end` of a text stands what was looked for; `instead` shall take its place, if anything."""

    start: int
    end: int
    instead: str = ""


def check(sought: Sought, instead: Instead | None = None) -> None:
    """Raise `UserError` when the pattern, or the template, cannot be understood."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what may mean something else one day
        pattern = _compiled(sought)
    if instead is not None and sought.is_pattern:
        try:
            pattern.sub(instead.words, "")
        except (re.error, IndexError) as error:
            raise _refusal(error) from error


def passages(
    sought: Sought, text: str, instead: Instead | None = None, *, within: tuple[int, int] | None = None
) -> list[Passage]:
    """Return what is found in `text`, in order and without overlap; places of no length are none.

    `within` narrows to a stretch of the text (start, end). Raises `UserError` as `check` does. A pattern can take
    more time than there is, and nothing interrupts it: see `services.passages`.
    """
    if not _may_hold(text, sought):
        return []
    begin, end = within or (0, len(text))
    return [
        Passage(match.start(), match.end(), _instead(sought, match, instead))
        for match in _found(sought, text, begin, end)
    ]


def replaced(text: str, changes: Iterable[Passage]) -> str:
    """Return `text` with each of the passages, in order and without overlap, replaced."""
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (text[done : change.start], change.instead)
        done = change.end
    return "".join((*parts, text[done:]))


def in_the_case_of(found: str, words: str) -> str:
    """Return `words` in capitals, or with a first capital, where `found` is written so; else as they are."""
    letters = [letter for letter in found if letter.lower() != letter.upper()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return words.upper()
    if letters and letters[0].isupper():
        return words[:1].upper() + words[1:]
    return words


def _may_hold(text: str, sought: Sought) -> bool:
    """Say in a thirtieth of the time that the expression takes whether it is worth asking."""
    if not sought.words:
        return False
    plain = _needed(sought.words) if sought.is_pattern else max(_NOT_PLAIN.split(sought.words), key=len)
    return plain in text if sought.matches_case else _folded(plain) in _folded(text)


@lru_cache(maxsize=64)
def _needed(pattern: str) -> str:
    return needed_words(pattern)


def _folded(text: str) -> str:
    """Return `text` so that what `re.IGNORECASE` takes for the same is the same."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.translate(_ONE_I)


def _instead(sought: Sought, match: re.Match[str], instead: Instead | None) -> str:
    if instead is None:
        return ""
    try:
        words = match.expand(instead.words) if sought.is_pattern else instead.words
    except (re.error, IndexError) as error:
        raise _refusal(error) from error
    return in_the_case_of(match[0], words) if instead.keeps_case else words


def _found(sought: Sought, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    pattern = _compiled(sought)
    is_edge = _edges().match if sought.is_whole else None
    for first, last in _stretches(sought, text, begin, end):
        at = first
        while at <= last and (match := pattern.search(text, at, last)):
            start, at = match.span()
            if start == at:
                at += 1
            elif is_edge is not None and not is_edge(text, start):
                at = start + 1
            else:
                yield match


def _stretches(sought: Sought, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where it is worth looking: all of it, or the lines that hold what a pattern cannot match without."""
    plain = _needed(sought.words) if sought.is_pattern and stays_in_line(sought.words) else ""
    if not plain:
        yield begin, end
        return
    plain = _folded(plain)
    while begin <= end:
        found = text.find("\n", begin, end)
        last = end if found < 0 else found
        if plain in _folded(text[begin:last]):
            yield begin, last
        begin = last + 1


@lru_cache(maxsize=64)
def _compiled(sought: Sought) -> re.Pattern[str]:
    flags = re.MULTILINE if sought.matches_case else re.MULTILINE | re.IGNORECASE
    source = sought.words if sought.is_pattern else "".join(_ALSO.get(one) or re.escape(one) for one in sought.words)
    try:
        pattern = re.compile(source, flags)
        if not sought.is_whole:
            return pattern
        # The end is looked at inside, so that of several ways to match the one to a word's end is taken.
        lead = _LEAD.match(source)
        first = lead.end() if lead else 0
        last_line = "\n" if pattern.flags & re.VERBOSE else ""  # it may be a comment
        return re.compile(f"{source[:first]}(?:{source[first:]}{last_line}){edge()}", flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise _refusal(error) from error


@cache
def _edges() -> re.Pattern[str]:
    return re.compile(edge())


def _refusal(error: Exception) -> UserError:
    reason = str(error) if isinstance(error, IndexError) else str(getattr(error, "msg", ""))
    said = next((words for begins, words in _COMPLAINTS if reason.startswith(begins)), None)
    place = getattr(error, "pos", None)
    return UserError(
        said or (say("This pattern cannot be understood: {reason}.", reason=reason) if reason else _TOO_LARGE),
        say("Look at character {place}.", place=place + 1) if isinstance(place, int) else None,
    )

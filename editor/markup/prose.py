"""The words of a line of Markdown that a reader reads as words: no code, no addresses, no marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

# A longer line is no prose, and is not looked at while it is typed. Characters.
MOST_LETTERS = 20_000

# Scripts without spaces between words, and Hangul, whose words carry their endings: no word list judges their runs.
_UNJUDGED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MOST_IN_WORD = 60
_KEPT_WORDS = 20_000
# Where there are marks that stand in words: from the accents of Latin to Tibetan, and the later Indic blocks.
_MARKED_SCRIPTS = (range(0x300, 0x1000), range(0x1700, 0x2100), range(0xA800, 0xAC00))
_NOT_PROSE = (
    r"\\.",
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    r"\]\([^\s)]*",
    r"^\s*\[[^\]]+\]:.*",
    r"<[^>\s]+>",
    r"&#?\w+;",
    r"(?:https?://|www\.)\S+",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"[@#]\w+",
    r"\w+(?:\.\w+)+",
)


class Word(NamedTuple):
    """A word and where it stands in its line, counted in characters."""

    start: int
    end: int
    text: str


def words_of(line: str) -> Iterator[Word]:
    """Yield the words of `line` that a dictionary can judge, apostrophes inside them included.

    Left out are words with figures, of capitals alone, with a capital inside, of one letter, and of scripts that set no
    spaces between words.
    """
    if len(line) > MOST_LETTERS:
        return
    for found in _pattern().finditer(line):
        text = found["word"]
        if text and _is_judged(text):
            yield Word(found.start(), found.end(), text)


@lru_cache(maxsize=_KEPT_WORDS)  # the paragraph that is typed in is read again at every key
def _is_judged(text: str) -> bool:
    if not text.isalpha() and any(map(str.isdigit, text)):
        return False
    letters = len(text) if text.isalpha() else sum(map(str.isalpha, text))
    if not 2 <= letters <= _MOST_IN_WORD:
        return False
    has_cases = text.upper() != text.lower()
    return (not has_cases or text[1:].islower()) and not _UNJUDGED.search(text)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a word and of all that is skipped; letters alone would cut words at their vowel signs."""
    codes = (code for part in _MARKED_SCRIPTS for code in part)
    marks = [code for code in codes if unicodedata.category(chr(code)) in {"Mn", "Mc"}]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(marks), lambda pair: pair[1] - pair[0])]
    inside = "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs) + "\u200c\u200d"
    # Taken whole or not at all (Python 3.11): what goes on like an address is left to the patterns after it.
    word = rf"(?P<word>(?>[^\W_](?:[^\W_]|[{inside}]|['\u2019\u02bc](?=[^\W_]))*))(?![.@]\w|://)"
    return re.compile("|".join((word, *_NOT_PROSE)))

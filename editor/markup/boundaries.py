"""Where words, sentences and characters end (UAX 29, and dictionaries for scripts without spaces), by way of ICU.

`icu4py` is imported when the first text is asked about; where it is missing, callers count characters and say so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from editor.markup.abbreviations import ends_none

if TYPE_CHECKING:
    from types import ModuleType

# Scripts written without spaces between words. Han, with kana and Bopomofo; Thai, Lao, Burmese, Khmer.
HAN = "\u3005-\u3007\u3040-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OTHERS = "\u0e01-\u0e4e\u0e80-\u0ece\u1000-\u109f\u1780-\u17d3"
SPACELESS = re.compile(f"[{HAN}{OTHERS}]+")
# ICU takes a string as UTF-8, which cannot hold half a pair.
_LONE = re.compile("[\ud800-\udfff]")
_SENTENCE = re.compile(r"[^.!?…؟。！？।॥։።॥။។]*[.!?…؟。！？।॥։።॥။។]+|[^.!?…؟。！？।॥։።॥။។]+$")
_LONGEST = 20  # letters, of an abbreviation and the space behind it


def is_known() -> bool:
    """Say whether word boundaries of scripts without spaces are known here, which is to say ICU is."""
    return _icu() is not None


def spaceless_words(text: str) -> int:
    """Return how many words of scripts without spaces `text` has; without ICU, how many of their characters."""
    icu = _icu()
    if icu is None:
        return sum(not unicodedata.combining(letter) for run in SPACELESS.findall(text) for letter in run)
    return sum(1 for word in icu.WordBreaker(_whole(text), "") if SPACELESS.search(word) and _is_spoken(word))


def sentences(text: str, language: str) -> int:
    """Return how many sentences `text` (one paragraph) has: the rules of `language`, or full stops without ICU.

    Neither knows enough abbreviations (UAX 29, section 5, leaves them to lists): what ends in one goes on.
    """
    icu = _icu()
    parts = _SENTENCE.findall(text) if icu is None else icu.SentenceBreaker(_whole(text), language)
    goes_on = ends_none(language)
    count, is_open = 0, False
    for part in parts:
        is_spoken = _is_spoken(part)
        count += is_spoken and not is_open
        is_open = (is_spoken or is_open) and bool(goes_on.search(part[-_LONGEST:]))
    return count


def characters(text: str) -> int:
    """Return how many characters a reader sees in `text`: grapheme clusters, or letters without ICU."""
    if text.isascii():
        return len(text)
    icu = _icu()
    if icu is None:
        return sum(not unicodedata.combining(letter) for letter in text)
    return sum(1 for _ in icu.CharacterBreaker(_whole(text), "").segments())


def forget() -> None:
    """Look for ICU anew at the next question."""
    _icu.cache_clear()


@cache
def _icu() -> ModuleType | None:
    try:
        from icu4py import breakers
    except ImportError:
        return None
    return breakers


def _whole(text: str) -> str:
    return _LONE.sub("\ufffd", text)


def _is_spoken(text: str) -> bool:
    return any(map(str.isalnum, text))

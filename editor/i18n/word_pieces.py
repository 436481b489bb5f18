"""Cuts a text into the pieces that its readers know as words: by ICU, or plainly where ICU is missing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

_JOINER = "\u200d"
# Scripts without spaces between words, as (first, last): Thai to Tibetan, Myanmar, Khmer, Chinese and Japanese.
_SPACELESS = (
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0xA4CF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def word_pieces(text: str, language: str) -> list[str]:
    """Return `text` cut into words, spaces and marks of punctuation (UAX 29, with ICU's dictionaries).

    The pieces joined are the text again; none begins inside a letter with its marks or inside an emoji.
    """
    try:
        from icu4py.breakers import WordBreaker
    except ImportError:
        return plain_pieces(text)
    return [piece for line in text.splitlines(keepends=True) for piece in WordBreaker(line, language or "und")]


def plain_pieces(text: str) -> list[str]:
    """Return `text` cut as `word_pieces` does, but letter by letter in scripts that part words by no spaces."""
    pieces: list[str] = []
    for kind, letters in groupby(_letters(text), _kind):
        if kind in {"word", "space"}:
            pieces.append("".join(letters))
        else:
            pieces += letters
    return pieces


def _letters(text: str) -> Iterator[str]:
    """Yield each letter with all that is set on it, each emoji whole (UAX 29, roughly)."""
    letter = ""
    for character in text:
        if letter and _goes_on(letter, character):
            letter += character
            continue
        if letter:
            yield letter
        letter = character
    if letter:
        yield letter


def _goes_on(letter: str, character: str) -> bool:
    if letter in {"\r", "\n"}:
        return letter == "\r" and character == "\n"
    if character == _JOINER or letter.endswith(_JOINER) or unicodedata.category(character).startswith("M"):
        return not character.isspace()
    if "\U0001f3fb" <= character <= "\U0001f3ff":  # the colour of a skin
        return True
    return len(letter) == 1 and _is_flag_half(letter) and _is_flag_half(character)


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _kind(letter: str) -> str:
    first = letter[0]
    if first in "\r\n":
        return "line"
    if first.isspace():
        return "space"
    if first.isalnum() and not any(low <= ord(first) <= high for low, high in _SPACELESS):
        return "word"
    return "letter"

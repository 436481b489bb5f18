"""Folds text so that a search finds it however it was typed (`localisation`, section 5: Search). Pure."""

from __future__ import annotations

import re
import unicodedata

# Marks that only colour a letter are dropped: Latin, Greek, Cyrillic, Hebrew and Arabic ones. Indic and Thai marks and
# the voicing of kana carry meaning and stay.
_DROPPED = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
_SAME = {
    "đ": "d",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "ʻ": "'",
    "ی": "ي",
    "ى": "ي",
    "ک": "ك",
    "ٱ": "ا",
    "ة": "ه",
    "ە": "ه",
    "ھ": "ه",
    "ہ": "ه",
    "ۀ": "ه",
    "ـ": "",  # tatweel stretches a word and is no letter
}
_HIRAGANA = (*range(0x3041, 0x3097), 0x309D, 0x309E)
_TO_KATAKANA = 0x60
_EDGE_APOSTROPHES = re.compile(r"(?<!\S)'+|'+(?!\S)")


class _Table(dict[int, str]):
    """What becomes of each character after decomposition; worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if any(first <= code <= last for first, last in _DROPPED):
            becomes = ""
        elif character in _SAME:
            becomes = _SAME[character]
        elif unicodedata.category(character)[0] in "LMN" or character == "'":
            becomes = character
        else:
            becomes = " "
        self[code] = becomes
        return becomes


_TABLE = _Table({code: chr(code + _TO_KATAKANA) for code in _HIRAGANA})


def fold(text: str) -> str:
    """Return the words of `text`, folded and parted by single spaces; what is no letter, mark or digit parts words."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    words = unicodedata.normalize("NFC", plain.translate(_TABLE))
    return " ".join(_EDGE_APOSTROPHES.sub(" ", words).split())

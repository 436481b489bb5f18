"""Numbers as the interface writes them: whole ones, their digits in groups of three. Reads no locale data.

The window counts ten thousand articles before Babel is imported; a test holds the signs against Babel's (CLDR).
"""

from __future__ import annotations

_SIGNS = {"en": ",", "sw": ","}
_NEUTRAL = "\u202f"  # the narrow space of ISO 80000-1, for languages that are not in the list


def grouped(number: int, language: str) -> str:
    """Return `number` as readers of `language` write it: 12,345 in English."""
    return f"{number:,}".replace(",", _SIGNS.get(language.partition("-")[0], _NEUTRAL))

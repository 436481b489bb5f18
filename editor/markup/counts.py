"""How long a text is: words as readers of its script would count them, and minutes to read it."""

from __future__ import annotations

import math
import re
from functools import lru_cache

# Scripts written without spaces. Han and kana: every character counts as one word, as word processors do. Thai, Lao,
# Khmer and Burmese: a word has about four base letters and signs, so runs are counted in fours.
_EACH = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FOURS = "\u0e01-\u0e4e\u0e80-\u0ece\u1000-\u109f\u1780-\u17d3"
_UNITS = re.compile(rf"(?P<each>[{_EACH}])|(?P<fours>[{_FOURS}]+)|[^\W_](?:[^\s{_EACH}{_FOURS}]*[^\W_])?")
_LETTERS_PER_WORD = 4
# The address of a link or picture is not read.
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<?https?://\S+")

# Words a minute of adults reading silently: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading
# performance: the new international reading speed texts IReST", 2012, table 2; Chinese and Japanese in characters.
_SPEED = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "ja": 357, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166, "zh": 255,
}  # fmt: skip
_USUAL_SPEED = 184


# A gap between paragraphs; none of the patterns above reaches over one.
_GAP = re.compile(r"\n[^\S\n]*\n")
_KEPT_PARAGRAPHS = 4096


def words(text: str) -> int:
    """Return how many words `text` (Markdown or plain) has; addresses are not counted.

    The script of each run decides, so that an English name inside a Chinese sentence is one word. Paragraphs that were
    counted before cost nothing: a text is counted again while it is typed.
    """
    return sum(map(_words, _GAP.split(text)))


def reading_minutes(count: int, language: str) -> int:
    """Return the minutes that reading `count` words of `language` takes, at least 1 where there is a word."""
    speed = _SPEED.get(language.partition("-")[0].lower(), _USUAL_SPEED)
    return max(1, round(count / speed)) if count else 0


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _words(paragraph: str) -> int:
    total = 0
    for match in _UNITS.finditer(_ADDRESS.sub(" ", paragraph)):
        run = match["fours"]
        total += math.ceil(len(run) / _LETTERS_PER_WORD) if run else 1
    return total

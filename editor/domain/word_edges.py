r"""Where words begin and end, as one regular expression: Unicode's rules, gentle with scripts that write no spaces.

Unicode Standard Annex #29, "Word Boundaries", WB4 to WB13. Python's own `\\b` cuts words before the vowel signs of
Indic scripts. Han, kana, Thai, Lao, Khmer and Burmese put no spaces between words: there every letter may begin one.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

_UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# What holds two letters together (MidLetter), two digits (MidNum), or either (MidNumLet, Single_Quote).
_BETWEEN_LETTERS = ":\u00b7\u05f4\u2027"
_BETWEEN_DIGITS = ",;\u066c"
_BETWEEN_BOTH = "'.\u2018\u2019\uff07\uff0e"
# Soft hyphen and joiners belong to the letter before them, as marks do.
_JOINERS = "\u00ad\u200c\u200d"


@cache
def edge() -> str:
    """Return the source of an expression that matches, without length, where a word may begin or end.

    Made at the first call (70 ms): going through all marks takes its time.
    """
    marks = f"{_marks()}{_JOINERS}"
    letter = rf"(?:[^\W\d_{_UNSPACED}]|[{marks}])"
    any_of_a_word = rf"(?:[^\W{_UNSPACED}]|[{marks}])"
    within = (
        rf"[{marks}]",
        rf"(?<={any_of_a_word}){any_of_a_word}",
        rf"(?<={letter})[{_BETWEEN_LETTERS}{_BETWEEN_BOTH}]{letter}",
        rf"(?<={letter}[{_BETWEEN_LETTERS}{_BETWEEN_BOTH}]){letter}",
        rf"(?<=\d)[{_BETWEEN_DIGITS}{_BETWEEN_BOTH}]\d",
        rf"(?<=\d[{_BETWEEN_DIGITS}{_BETWEEN_BOTH}])\d",
    )
    return f"(?!{'|'.join(within)})"


def _marks() -> str:
    """Return the combining marks, as ranges for a character class."""
    runs = groupby(range(0x300, 0x20000), lambda code: unicodedata.category(chr(code))[0] == "M")
    ranges = [list(run) for is_mark, run in runs if is_mark]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in ranges) + "\U000e0100-\U000e01ef"

"""In which letters a language is written, and how many of a text are such."""

from __future__ import annotations

from collections import Counter
from functools import cache
from unicodedata import name as character_name

from editor.i18n.tags import canonical_tag

# ISO 15924 to how Unicode's names of letters begin.
_LETTERS = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Aran": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Thai": ("THAI",),
    "Kore": ("HANGUL", "CJK"),
    "Jpan": ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK"),
    "Hans": ("CJK",),
    "Hant": ("CJK", "BOPOMOFO"),
    "Ethi": ("ETHIOPIC",),
    "Grek": ("GREEK",),
    "Armn": ("ARMENIAN",),
    "Geor": ("GEORGIAN",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Knda": ("KANNADA",),
    "Mlym": ("MALAYALAM",),
    "Gujr": ("GUJARATI",),
    "Guru": ("GURMUKHI",),
    "Sinh": ("SINHALA",),
    "Laoo": ("LAO",),
    "Khmr": ("KHMER",),
    "Mymr": ("MYANMAR",),
    "Mong": ("MONGOLIAN",),
    "Thaa": ("THAANA",),
    "Tibt": ("TIBETAN",),
}
_SCRIPT_LENGTH = 4
# Of a long text the beginning says enough.
_READ = 20_000


@cache
def script_of(tag: str) -> str:
    """Return the ISO 15924 code of what the language of `tag` is written in, "" where it is not known."""
    from babel.core import get_global

    parts = canonical_tag(tag).split("-")
    said = next((part for part in parts[1:4] if len(part) == _SCRIPT_LENGTH and part.isalpha()), "")
    if said:
        return said
    likely = get_global("likely_subtags")
    region = next((part for part in parts[1:] if len(part) == 2 and part.isalpha()), "")
    whole = str(likely.get(f"{parts[0]}_{region}") or likely.get(parts[0], ""))
    return next((part for part in whole.split("_")[1:] if len(part) == _SCRIPT_LENGTH), "")


def share_of_letters(text: str, tag: str) -> tuple[int, float]:
    """Return how many letters `text` has, and what part of them the language of `tag` is written in (0 to 1).

    A language whose letters are not known is written in all of them.
    """
    wanted = _LETTERS.get(script_of(tag))
    letters = Counter(character for character in text[:_READ] if character.isalpha())
    count = letters.total()
    if wanted is None or not count:
        return count, 1.0
    fitting = sum(times for letter, times in letters.items() if _begins(letter) in wanted)
    return count, fitting / count


@cache
def _begins(letter: str) -> str:
    return character_name(letter, "").split(" ")[0]

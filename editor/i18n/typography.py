"""Typographic signs as each language sets them, for the straight ones that a keyboard has. Pure; keeps no state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import quotes_of
from editor.i18n.quotation import OPENINGS
from editor.i18n.tags import fallbacks

NARROW, NO_BREAK = "\u202f", "\u00a0"
APOSTROPHE = "\u2019"
# The signs after which something may have to be done, whatever the language; French has more.
STRAIGHT = frozenset("\"'-.")

# French: no-break spaces inside guillemets and before a colon, narrow ones before the other high signs ("Lexique des
# règles typographiques en usage à l'Imprimerie nationale", "Ponctuation"); Canada sets none before those.
_SPACED = {
    "fr": {":": NO_BREAK, ";": NARROW, "!": NARROW, "?": NARROW},
    "fr-CA": {":": NO_BREAK},
    "fr-CH": {":": NARROW, ";": NARROW, "!": NARROW, "?": NARROW},
}
# Words that lost their first letters to an apostrophe; whatever stands before them is no quotation mark.
_CLIPPED = {
    "en": "tis twas twere twill twould em n til cause bout cept round neath",
    "nl": "s t n k m r",
    "af": "n",
}
_BEHIND_YEAR = frozenset("s.,;:!?)]")  # "the '90s", "of '68."; not a space: '90 per cent of …' may be quoted
_LONGEST_CLIPPED = 8
_HEBREW = re.compile("[\u05d0-\u05ea]")
GERSHAYIM = "\u05f4"
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_BEFORE_OPENING = frozenset("([{<¿¡/=")
_DASHES = frozenset("-–—")
_FIGURE_RULE = re.compile(r"[ \t>|:+-]*")
_ADDRESS = re.compile(r"\]\([^)]*$|<(?:https?:|mailto:)[^>\s]*$|^ {0,3}\[[^\]]+\]:", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S*$", re.IGNORECASE)
_BACKSLASHES = re.compile(r"\\+$")
_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one language. `double` and `single` are (opening, closing) for `"` and `'`; either may be empty.

    `inside` is the space within double quotation marks; `spaced` gives the space that a sign has before it. `clipped`
    are words that begin with an apostrophe.
    """

    double: tuple[str, str] = ("", "")
    single: tuple[str, str] = ("", "")
    inside: str = ""
    spaced: tuple[tuple[str, str], ...] = ()
    clipped: frozenset[str] = frozenset()

    @property
    def mended_behind(self) -> frozenset[str]:
        """Return the signs that the letter behind them may show to have been something else: see `mended`."""
        closing = frozenset({self.double[1], *({self.single[1]} - {APOSTROPHE})})
        return closing - {""}

    @property
    def watched(self) -> frozenset[str]:
        """Return the signs after whose typing `as_typed` may have something to say."""
        more = frozenset(sign for sign, _ in self.spaced)
        return STRAIGHT | more | ({" ", "»"} if self.inside else frozenset())


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands in the place of the last `length` letters (code points) before the cursor."""

    length: int
    text: str


@cache
def signs_of(language: str, override: HouseStyle | None = None) -> Signs:
    """Return the signs of the language of a tag, as `override` or else our house style or CLDR has them.

    Dashes and dots alone where it is not known how the language quotes.
    """
    quotes = quotes_of(language, override)
    if not quotes:
        return Signs()
    spaced = next((_SPACED[one] for one in fallbacks(language) if one in _SPACED), {})
    inside = spaced.get(":", "") if quotes[0] == "«" else ""
    clipped = frozenset(_CLIPPED.get(language.partition("-")[0].lower(), "").split())
    return Signs((quotes[0], quotes[1]), (quotes[2], quotes[3]), inside, tuple(spaced.items()), clipped)


def as_typed(before: str, typed: str, signs: Signs) -> Setting | None:
    """Return what the sign `typed` becomes behind `before`, the letters of its paragraph, or None to leave it.

    `before` does not hold `typed`; `Setting.length` counts it.
    """
    match typed:
        case '"':
            return _double(before, signs) if signs.double[0] else None
        case "'":
            return _single(before, signs) if signs.single[0] else None
        case "-":
            return _dash(before)
        case ".":
            return Setting(3, "…") if before.endswith("..") and not before.endswith(("...", "…..")) else None
        case " " | "»" if signs.inside:
            return _guillemet(before, typed, signs)
        case _:
            space = dict(signs.spaced).get(typed, "")
            is_after_word = before.endswith(" ") and before[-2:-1].strip() != ""
            return Setting(2, f"{space}{typed}") if space and is_after_word else None


def mended(before: str, typed: str, signs: Signs) -> Setting | None:
    """Return what a sign turns out to be when `typed` follows: an apostrophe inside or before a word, or gershayim."""
    is_inside_word = typed.isalpha() and before[-2:-1].isalpha()
    if is_inside_word and _HEBREW.match(before[-2:-1]) and _HEBREW.match(typed) and before.endswith(signs.double[1]):
        return Setting(2, f"{GERSHAYIM}{typed}") if signs.double[1] else None
    closing = signs.single[1]
    if is_inside_word and before.endswith(closing):
        return Setting(2, f"{APOSTROPHE}{typed}") if closing not in {"", APOSTROPHE} else None
    return _clipped(before, typed, signs)


def may_be_clipped(typed: str, signs: Signs) -> bool:
    """Say whether a word that began with an apostrophe may end where `typed` is: then `mended` is worth asking."""
    return bool(signs.clipped) and signs.single[0] != APOSTROPHE and (typed == "s" or not typed.isalnum())


def is_literal(before: str, typed: str) -> bool:
    """Say whether `typed` behind `before` (Markdown, one paragraph) is code, an address or escaped."""
    if (slashes := _BACKSLASHES.search(before)) and len(slashes[0]) % 2:
        return True
    if _ADDRESS.search(before) or (typed != '"' and _BARE_ADDRESS.search(before)):
        return True
    if typed == "-" and _FIGURE_RULE.fullmatch(before):
        return True
    opened = 0
    for ticks in _TICKS.finditer(before):
        opened = 0 if len(ticks[0]) == opened else opened or len(ticks[0])
    return bool(opened)


def _clipped(before: str, typed: str, signs: Signs) -> Setting | None:
    """Return `before`'s last word with an apostrophe in the place of the opening sign that stands before it."""
    if not may_be_clipped(typed, signs) or typed in "'\"":
        return None
    opening, closing = signs.single
    start = before.rfind(opening, max(len(before) - _LONGEST_CLIPPED, 0))
    if start < 0 or before[start - 1 : start].isalnum():
        return None
    rest = before[start + 1 :]
    word = rest.removesuffix(closing) if rest != closing else rest
    is_year = len(rest) == 2 and rest.isdecimal() and typed in _BEHIND_YEAR
    if not is_year and (typed == "s" or word.lower() not in signs.clipped):
        return None
    return Setting(len(rest) + 2, f"{APOSTROPHE}{rest}{typed}")


def _double(before: str, signs: Signs) -> Setting:
    opening, closing = signs.double
    if _HEBREW.match(before[-1:]) and not _is_open(before, opening, closing):
        return Setting(1, GERSHAYIM)  # Hebrew sets it inside its short forms, and has no key for it
    if _opens(before, opening, closing):
        return Setting(1, f"{opening}{signs.inside}")
    return Setting(1, f"{signs.inside}{closing}")


def _single(before: str, signs: Signs) -> Setting:
    opening, closing = signs.single
    is_open = _is_open(before, opening, closing)
    last = before[-1:]
    if last.isascii() and last.isalnum() and not is_open:
        return Setting(1, APOSTROPHE)
    if _opens(before, opening, closing):
        return Setting(1, opening)
    return Setting(1, closing if is_open else APOSTROPHE)


def _dash(before: str) -> Setting | None:
    if before.endswith("–"):
        return Setting(2, "—")
    return Setting(2, "–") if before.endswith("-") and not before.endswith("--") else None


def _guillemet(before: str, typed: str, signs: Signs) -> Setting | None:
    if typed == "»":
        return Setting(2, f"{signs.inside}»") if before.endswith(" ") else None
    if before.endswith("«"):
        return Setting(1, signs.inside)
    return Setting(1, "") if before.endswith(f"«{signs.inside}") else None


def _opens(before: str, opening: str, closing: str) -> bool:
    """Say whether a quotation mark behind `before` opens: by what it stands behind, and by what is open already."""
    bare = before.rstrip("*_~")
    last = bare[-1:]
    if not last or last.isspace() or last in _BEFORE_OPENING:
        return True
    if last in _DASHES or _SPACELESS.match(last):
        return not _is_open(before, opening, closing)
    return last in OPENINGS and last != closing


def _is_open(before: str, opening: str, closing: str) -> bool:
    return before.rfind(opening) > before.rfind(closing)

"""Which way a language runs, what it is called, and how a run of one language is kept apart inside another."""

from __future__ import annotations

from functools import cache
from typing import Literal

from editor.i18n.languages import present_tag, spoken
from editor.i18n.tags import canonical_tag, fallbacks, is_language_tag

__all__ = ["Direction", "canonical_tag", "direction", "is_language_tag", "isolate", "language_called", "language_name"]

Direction = Literal["ltr", "rtl"]

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

# Unicode Character Database: scripts whose letters have the bidirectional class R or AL and that are in use.
_RTL_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)

# CLDR, likely subtags: languages written from right to left where the tag names no script.
_RTL_LANGUAGES = frozenset(
    {
        *("ar", "arc", "arz", "ary", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "gbz", "haz", "he", "iw"),
        *("ji", "khw", "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug"),
        *("ur", "yi"),
    }
)
_RTL_REGIONS = frozenset({"pa-PK", "uz-AF", "ku-IR", "ku-IQ", "az-IR", "ms-CC", "tr-IR", "ky-CN", "kk-CN"})


@cache
def direction(tag: str) -> Direction:
    """Return which way text in the language of `tag` runs; a script in the tag decides before its language does."""
    parts = canonical_tag(tag).split("-")
    script = next((part for part in parts[1:4] if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    is_rtl = parts[0] in _RTL_LANGUAGES or "-".join(parts[:2]) in _RTL_REGIONS
    return "rtl" if is_rtl else "ltr"


def language_name(tag: str, in_locale: str) -> str:
    """Return what the language of `tag` is called in `in_locale`; in English, else the tag itself, when not known."""
    return language_called(tag, in_locale)[0]


@cache
def language_called(tag: str, in_locale: str) -> tuple[str, str]:
    """Return what `language_name` does, and the tag of the language that this name is in ("und" for a bare tag)."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    asked = present_tag(tag)
    language, script = spoken(asked)
    is_usual = spoken(language) == (language, script)
    for speaker in (*fallbacks(in_locale), "en"):
        try:
            words = Locale.parse(speaker, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        says = in_locale if speaker != "en" else speaker
        for candidate in fallbacks(asked):
            if name := words.languages.get(candidate.replace("-", "_")):
                return str(name), says
        if name := words.languages.get(language):  # the tag names a script that its language has no name for
            named = "" if is_usual else words.scripts.get(script, script)
            return f"{name} ({named})" if named else str(name), says
    return canonical_tag(tag), "und"


def isolate(text: str) -> str:
    """Return `text` between FSI and PDI, so that its direction decides about nothing outside it (UAX 9)."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"

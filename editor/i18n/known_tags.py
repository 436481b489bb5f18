"""Whether the parts of a language tag mean anything, and which tag is meant by one that does not (CLDR, by Babel)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from editor.i18n.languages import present_tag
from editor.i18n.page_words import LOCALES
from editor.i18n.tags import canonical_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MEANT = MappingProxyType({"UK": "GB"})  # reserved for it (ISO 3166-1), and no region of a tag
_NO_REGIONS = frozenset({"ZZ", *_MEANT})  # ZZ is how CLDR calls an unknown one
_FEWEST_LETTERS_OF_A_NAME = 4
_LIKE_A_NAME = 0.75
_LIKE_A_TAG = 0.6


@cache
def strange_part(tag: str) -> str:
    """Return the first part of the well-formed `tag` that is no known language, script or region, "" where all are."""
    language, *rest = canonical_tag(tag).split("-")
    if not _is_language(present_tag(tag).partition("-")[0]):
        return language
    return next((part for part in _subtags(rest) if not _is_known(part)), "")


@cache
def nearest_tag(said: str) -> str:
    """Return the tag that is likely meant by `said`, which need not be well formed; "" where nothing is near.

    The name of a language leads to its tag, a country's code to its language, a slip to one of the languages that the
    page has words in; a script or region that is none is left out.
    """
    language, *rest = canonical_tag(said).split("-")
    if len(language) == 1:
        return ""  # private use, or a tag of an old register that stands for itself
    if not _is_language(present_tag(language)):
        language = _of_name(language) or _of_country(language) or _of_slip(language)
    if not language:
        return ""
    parts = (_MEANT.get(part, part) for part in _subtags(rest))
    return "-".join((language, *(part for part in parts if _is_known(part))))


def _subtags(rest: list[str]) -> Iterator[str]:
    """Yield the script and the region among the parts behind a language; extensions and variants are left alone."""
    for part in rest:
        if len(part) == 1:
            return
        if (len(part) == 4 and part.isalpha()) or (len(part) == 2) or (len(part) == 3 and part.isdecimal()):
            yield part


def _is_language(language: str) -> bool:
    from babel.core import Locale, get_global

    return language in get_global("likely_subtags") or language in Locale("en").languages


def _is_known(part: str) -> bool:
    """Say whether a script or a region is one that CLDR knows, be it by an old name."""
    from babel.core import Locale, get_global

    english = Locale("en")
    if len(part) == 4:
        return part in english.scripts or part in get_global("script_aliases")
    is_region = part in english.territories or part in get_global("territory_aliases")
    return is_region and part not in _NO_REGIONS


def _of_name(said: str) -> str:
    """Return the tag of the language that is called `said`, or nearly so, in English or in its own words."""
    from difflib import get_close_matches

    if said.isascii() and len(said) < _FEWEST_LETTERS_OF_A_NAME:
        return ""
    names = _names()
    begun = sorted((name for name in names if name.startswith(said)), key=len)
    near = begun or get_close_matches(said, names, 1, _LIKE_A_NAME)
    return names[near[0]] if near else ""


@cache
def _names() -> Mapping[str, str]:
    from babel.core import Locale

    from editor.i18n.house_styles import babel_locale

    names = {name.lower(): tag for tag, name in Locale("en").languages.items() if tag.isalpha()}
    return names | {(babel_locale(tag).language_name or tag).lower(): tag for tag in LOCALES}


def _of_country(said: str) -> str:
    """Return the language that most people write where the country's code is `said`: `ja` for `jp`."""
    from babel.core import get_global

    return str(get_global("likely_subtags").get(f"und_{said.upper()}", "")).partition("_")[0]


def _of_slip(said: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(said, LOCALES, 1, _LIKE_A_TAG)
    return near[0] if near else ""

"""The words of a page that are the edition's and not the article's, in the edition's language.

The list of keys is the English catalog (`resources/locale/en/LC_MESSAGES/page.po`: context = key, msgid = English).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, catalog_for, languages_of

LOCALES: tuple[str, ...] = languages_of(PAGE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or phrase of the furniture. `language` is the tag to mark it with: "en" where the locale lacks it."""

    text: str
    language: str

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    def fill(self, **values: object) -> str:
        """Return the text with its `{name}` places filled."""
        return self.text.format_map(values)


@cache
def page_words(locale: str) -> Mapping[str, Word]:
    """Return every word of the furniture by its key, as `locale` shows it."""
    catalog = catalog_for(PAGE, locale)
    found: dict[str, Word] = {}
    for key, english in _furniture():
        text = catalog.text(english, key) if catalog else None
        found[key] = Word(text, locale) if text else Word(english, SOURCE_LANGUAGE)
    return MappingProxyType(found)


def page_word(key: str, locale: str) -> Word:
    """Return the word with this key; an unknown key is a `KeyError`."""
    return page_words(locale)[key]


def is_reviewed(locale: str) -> bool:
    """Say whether a native reader has gone through the words of `locale`; else they are a draft and said to be one."""
    catalog = catalog_for(PAGE, locale)
    return catalog is not None and catalog.is_reviewed


@cache
def _furniture() -> tuple[tuple[str, str], ...]:
    """Return (key, English) of every word there is, in the order of the English catalog."""
    catalog = catalog_for(PAGE, SOURCE_LANGUAGE)
    return tuple(catalog.forms) if catalog else ()

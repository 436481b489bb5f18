"""The words of a page that are the edition's and not the article's, in the edition's language.

The list of keys is the English catalog (`resources/locale/en/LC_MESSAGES/page.po`: context = key, msgid = English).
A newsroom's own words (`editor.domain.page_label`) stand before the shipped ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from editor.core.messages import Message, say
from editor.domain.page_label import PageLabels
from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, catalog_for, languages_of
from editor.i18n.tags import fallbacks
from editor.i18n.wording import check_words

LOCALES: tuple[str, ...] = languages_of(PAGE)

# A newsroom's words for one locale: (key, words).
OwnWords = tuple[tuple[str, str], ...]


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


@lru_cache(maxsize=256)
def page_words(locale: str, own: OwnWords = ()) -> Mapping[str, Word]:
    """Return every word of the furniture by its key, as `locale` shows it; `own` are the newsroom's."""
    catalog = catalog_for(PAGE, locale)
    written = dict(own)
    found: dict[str, Word] = {}
    for key, english in page_english().items():
        text = written.get(key) or (catalog.text(english, key) if catalog else None)
        found[key] = Word(text, locale) if text else Word(english, SOURCE_LANGUAGE)
    return MappingProxyType(found)


def page_word(key: str, locale: str, own: OwnWords = ()) -> Word:
    """Return the word with this key; an unknown key is a `KeyError`."""
    return page_words(locale, own)[key]


def own_words(labels: PageLabels, locale: str) -> OwnWords:
    """Return the newsroom's words for `locale`; where it has none for `sw-KE`, those for `sw`."""
    found: dict[str, str] = {}
    for tag in fallbacks(locale) if labels else ():
        for key, label in labels.get(tag, {}).items():
            found.setdefault(key, label.text)
    return tuple(sorted(found.items()))


def check_label(key: str, text: str) -> list[Message]:
    """Return what stands in the way of `text` as the label `key`, a sentence each. An unknown key is not looked at."""
    english = page_english().get(key, "")
    if not english:
        return []
    return check_words(text, english) if text.strip() else [say("A label needs words.")]


@cache
def page_english() -> Mapping[str, str]:
    """Return the English of every label by its key, in the order of the list."""
    catalog = catalog_for(PAGE, SOURCE_LANGUAGE)
    return MappingProxyType(dict(catalog.forms.keys()) if catalog else {})


def is_reviewed(locale: str) -> bool:
    """Say whether a native reader has gone through the words of `locale`; else they are a draft and said to be one."""
    catalog = catalog_for(PAGE, locale)
    return catalog is not None and catalog.is_reviewed

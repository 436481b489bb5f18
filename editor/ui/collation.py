"""The order of words in lists on screen, as readers of a language look them up (UTS 10 with CLDR's tailorings).

By Qt's collator: it agrees with ICU in the languages that were compared (`localisation`, section 5). Numbers count:
"Part 2" stands before "Part 10".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt

from editor.i18n.interface import interface_language
from editor.ui.widgets.language_words import language_words

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.settings import NewsroomSettings
    from editor.services.articles import Articles
    from editor.services.reading import Choices

Item = TypeVar("Item")

_asking = Lock()  # a collator gets ready at its first question, and jobs ask too


def in_order(items: Iterable[Item], language: str, words: Callable[[Item], str]) -> list[Item]:
    """Return `items` in the order of their `words` in `language`; those with the same words stay as they come."""
    return sorted(items, key=lambda item: _key(words(item), language))


def languages_in_order(tags: Iterable[str]) -> list[str]:
    """Return language tags in the order of their own names."""
    return in_order(tags, interface_language(), language_words)


def choices_of(articles: Articles, settings: NewsroomSettings, context: JobContext) -> Choices:
    """Read, as a job, what the newsroom's articles use already: in the order of its own language."""
    context.check()
    choices, language = articles.choices(), language_of(settings)
    return replace(
        choices,
        sections=tuple(in_order(choices.sections, language, str)),
        tags=tuple(in_order(choices.tags, language, str)),
        bylines=tuple(in_order(choices.bylines, language, str)),
        languages=tuple(languages_in_order(choices.languages)),
    )


def language_of(settings: NewsroomSettings) -> str:
    """Return the language in whose order a newsroom's words are listed: its first edition's."""
    return settings.editions[0].locale if settings.editions else interface_language()


@lru_cache(maxsize=32_768)
def _key(words: str, language: str) -> QCollatorSortKey:
    with _asking:
        return _collator(language).sortKey(words)


@lru_cache(maxsize=64)
def _collator(language: str) -> QCollator:
    made = QCollator(QLocale(language.replace("-", "_")))
    made.setNumericMode(True)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made

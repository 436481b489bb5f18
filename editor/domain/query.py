"""What a list of articles is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor.domain.article import Status, TranslationState
from editor.domain.signing import SignOff


class SortBy(StrEnum):
    """The order of a list."""

    CHANGED = "changed"
    PUBLISHED = "published"
    HEADLINE = "headline"
    STATUS = "status"
    TRANSLATION = "translation"  # what a translator is asked for first


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Filters (empty ones let everything pass), the order, and whether the trash is meant instead of the desk.

    `translation` asks for translations in one state; `MISSING` for sources that lack one, in one of `languages` if
    any are named.
    """

    words: str = ""
    statuses: tuple[Status, ...] = ()
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    translation: TranslationState | None = None
    in_trash: bool = False
    sort: SortBy = SortBy.CHANGED
    descending: bool = True

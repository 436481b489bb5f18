"""What a list of articles is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor.domain.article import Status


class SortBy(StrEnum):
    """The order of a list."""

    CHANGED = "changed"
    PUBLISHED = "published"
    HEADLINE = "headline"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Filters (empty ones let everything pass), the order, and whether the trash is meant instead of the desk."""

    words: str = ""
    statuses: tuple[Status, ...] = ()
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    in_trash: bool = False
    sort: SortBy = SortBy.CHANGED
    descending: bool = True

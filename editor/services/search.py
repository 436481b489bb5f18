"""Finding articles by words, in any script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.services.rules import check_language
from editor.storage import search, search_index

if TYPE_CHECKING:
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One article found, best first; a higher `score` is a better hit."""

    id: str
    slug: str
    headline: str
    language: str
    score: float


class Search:
    """Finds articles. Made by the composition root; usable on every thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_up_to_date(self) -> bool:
        """Say whether the index answers and no more wait for it than a search reads one by one."""
        with self._database.reading() as connection:
            return search_index.answers(connection) and search.waiting(connection) <= search.MAY_WAIT

    def find(self, words: str, language: str = "", limit: int = 50) -> list[SearchHit]:
        """Return the articles that hold all of `words`, whole-word hits first; those in the trash are left out.

        `language` narrows to one BCP 47 tag and its narrower ones ("pt" finds "pt-BR"). Raises `UserError` for one that
        is no tag.
        """
        if language:
            check_language(language)
        with self._database.reading() as connection:
            hits = search.find(connection, words, language=language, limit=limit)
        return [
            SearchHit(id=hit.id, slug=hit.slug, headline=hit.headline, language=hit.language, score=hit.score)
            for hit in hits
        ]

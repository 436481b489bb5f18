"""Find and replace across the newsroom: what is found, by article, and the edits that replace what is chosen of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core.files import sha256_hex
from editor.core.messages import Message, nsay, say
from editor.domain.article import Status
from editor.domain.edits import EditArticle
from editor.domain.passages import Instead, Passage, Sought, check, replaced
from editor.storage import texts as stored
from editor.storage.texts import TEXT_FIELDS, ArticleTexts

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.query import ArticleQuery
    from editor.services.passages import Finder
    from editor.storage.database import Database

MOST = 50_000  # places that are listed; who sees more of them sees none
AROUND = 60  # characters of the context on each side


class Place(NamedTuple):
    """One passage in an article: in which field, what stands there and around it, and on which line (0-based)."""

    field: str
    passage: Passage
    before: str
    found: str
    after: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """One article with its places in reading order. `words_hash` names the words in which they were found."""

    id: str
    headline: str
    language: str
    section: str
    status: Status
    words_hash: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search gave, last changed article first; `is_cut` where there is more than is listed."""

    articles: tuple[FoundArticle, ...] = ()
    is_cut: bool = False

    @property
    def count(self) -> int:
        """Return the number of places."""
        return sum(len(one.places) for one in self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """The edits that replace what was chosen, and the articles whose words were changed since they were found."""

    edits: tuple[EditArticle, ...]
    changed_since: frozenset[str]


class Replacing:
    """Finds, and makes the edits that replace; applies none. Made by the composition root; usable on every thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(
        self,
        finder: Finder,
        sought: Sought,
        instead: Instead | None,
        query: ArticleQuery,
        context: JobContext,
        *,
        among: Collection[str] | None = None,
    ) -> Found:
        """Return where `sought` stands in the articles that the filters of `query` let through, or in those of `among`.

        Raises `UserError` when the pattern or the template cannot be understood, or takes too long. Long: for a job.
        """
        check(sought, instead)
        if not sought.words:
            return Found()
        with self._database.reading() as connection:
            wanted = stored.ids(connection, query)
        if among is not None:
            wanted = [one for one in wanted if one in among]
        articles: list[FoundArticle] = []
        count = 0
        for done, some in self._read(wanted):
            context.report(done / len(wanted), nsay("{n} place found", "{n} places found", count))
            passages = iter(finder.find(sought, [text for one in some for text in one.texts], context, instead))
            for article in some:
                places = _places(article, [next(passages) for _ in TEXT_FIELDS])
                count += len(places)
                if count > MOST:
                    return Found(articles=tuple(articles), is_cut=True)
                if places:
                    articles.append(_found(article, places))
        return Found(articles=tuple(articles))

    def edits(self, chosen: Mapping[str, tuple[FoundArticle, Sequence[int]]], context: JobContext) -> Edits:
        """Return the edits that replace, in each article of `chosen` (by id), the places of these numbers.

        An article whose words are no longer those in which the places were found gets no edit.
        """
        made: list[EditArticle] = []
        changed = set(chosen)
        for done, some in self._read(list(chosen)):
            context.report(done / len(chosen), say("Looking at what is there now"))
            for article in some:
                found, numbers = chosen[article.id]
                if _hash(article) == found.words_hash:
                    changed.discard(article.id)
                    made.append(_edit(article, [found.places[number] for number in sorted(numbers)]))
        return Edits(edits=tuple(made), changed_since=frozenset(changed))

    def _read(self, wanted: Sequence[str]) -> Iterator[tuple[int, list[ArticleTexts]]]:
        """Yield (how many came before, the next ones) until all articles are read."""
        for begin in range(0, len(wanted), stored.AT_ONCE):
            with self._database.reading() as connection:
                found = stored.texts(connection, wanted[begin : begin + stored.AT_ONCE])
            yield begin, found


def label_of(sought: Sought, instead: Instead, count: int) -> Message:
    """Return what the edit is called where it can be taken back."""
    return nsay(
        "Replace “{words}” with “{instead}” in {n} article",
        "Replace “{words}” with “{instead}” in {n} articles",
        count,
        words=sought.words,
        instead=instead.words,
    )


def _places(article: ArticleTexts, passages: Sequence[Sequence[Passage]]) -> tuple[Place, ...]:
    return tuple(
        _place(field, text, passage)
        for field, text, found in zip(TEXT_FIELDS, article.texts, passages, strict=True)
        for passage in found
    )


def _place(field: str, text: str, passage: Passage) -> Place:
    return Place(
        field=field,
        passage=passage,
        before=text[max(0, passage.start - AROUND) : passage.start],
        found=text[passage.start : passage.end],
        after=text[passage.end : passage.end + AROUND],
        line=text.count("\n", 0, passage.start),
    )


def _found(article: ArticleTexts, places: tuple[Place, ...]) -> FoundArticle:
    return FoundArticle(
        id=article.id,
        headline=article.texts[0],
        language=article.language,
        section=article.section,
        status=article.status,
        words_hash=_hash(article),
        places=places,
    )


def _hash(article: ArticleTexts) -> str:
    return sha256_hex("\0".join(article.texts).encode("utf-8", "surrogatepass"))


def _edit(article: ArticleTexts, places: Sequence[Place]) -> EditArticle:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for field, text in zip(TEXT_FIELDS, article.texts, strict=True):
        if changes := [place.passage for place in places if place.field == field]:
            before[field], after[field] = text, replaced(text, changes)
    return EditArticle(article.id, before, after, say("Replace"))

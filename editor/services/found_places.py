"""Places in articles where something was found, and what the process beside the window is asked about them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core.clock import SystemClock
from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import EditArticle
from editor.domain.passages import Instead, Passage, Sought, passages, replaced
from editor.services.newsroom_process import Sign, is_stopped
from editor.services.rewriting import Rewriting
from editor.storage import texts as stored
from editor.storage.texts import TEXT_FIELDS, ArticleTexts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editor.domain.query import ArticleQuery
    from editor.storage.database import Database

AROUND = 60  # characters of the context on each side
AT_ONCE = stored.AT_ONCE  # articles in one piece of what is told
_SAID_EVERY_SECONDS = 0.1


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


@dataclass(frozen=True, slots=True)
class FindIn:
    """Asks the process where `sought` stands; it answers with `Some`, again and again."""

    sought: Sought
    instead: Instead | None
    query: ArticleQuery
    among: frozenset[str] | None

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Send what is found as it is found."""
        with database.reading() as reading:
            wanted = stored.ids(reading, self.query)
        if self.among is not None:
            wanted = [one for one in wanted if one in self.among]
        found: list[FoundArticle] = []
        sent = time.monotonic() - _SAID_EVERY_SECONDS
        for done, some in _read(database, wanted):
            for article in some:
                if places := _places(article, self.sought, self.instead):
                    found.append(_found(article, places))
                if time.monotonic() - sent < _SAID_EVERY_SECONDS:
                    continue
                if is_stopped(connection):
                    return
                connection.send(Some(done / len(wanted), tuple(found)))
                sent, found = time.monotonic(), []
        connection.send(Some(1.0, tuple(found)))


@dataclass(frozen=True, slots=True)
class Some:
    """What was found since the last word, and how far the search is (0 to 1)."""

    fraction: float
    articles: tuple[FoundArticle, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Asks the process to write: it is told edits, or places to replace, piece by piece, then `Sign.GO`."""

    def answer(self, database: Database, person: str, connection: Connection) -> None:
        """Answer each piece with its `Edits`, and `Sign.GO` with what was `Written`."""
        rewriting = Rewriting(database, SystemClock(), person)
        while (piece := connection.recv()) is not Sign.STOP:
            if piece is Sign.GO:
                connection.send(rewriting.write())
                return
            edits = piece if isinstance(piece, Edits) else _edits(database, piece)
            made = rewriting.prepare(edits.edits)
            refused = {edit.article_id for edit in edits.edits} - {edit.article_id for edit in made}
            connection.send(Edits(edits=made, changed_since=edits.changed_since | refused))


def _read(database: Database, wanted: Sequence[str]) -> Iterator[tuple[int, list[ArticleTexts]]]:
    """Yield (how many came before, the next ones) until all articles are read."""
    for begin in range(0, len(wanted), stored.AT_ONCE):
        with database.reading() as connection:
            found = stored.texts(connection, wanted[begin : begin + stored.AT_ONCE])
        yield begin, found


def _edits(database: Database, chosen: Sequence[tuple[str, str, Sequence[Place]]]) -> Edits:
    """Return the edits that replace these places, each article's with the hash of its words and its id."""
    made: list[EditArticle] = []
    with database.reading() as connection:
        now = {one.id: one for one in stored.texts(connection, [article_id for _hash, article_id, _places in chosen])}
    for words_hash, article_id, places in chosen:
        article = now.get(article_id)
        if article is not None and _hash(article) == words_hash:
            made.append(_edit(article, places))
    changed = frozenset(article_id for _hash, article_id, _places in chosen) - {edit.article_id for edit in made}
    return Edits(edits=tuple(made), changed_since=changed)


def _places(article: ArticleTexts, sought: Sought, instead: Instead | None) -> tuple[Place, ...]:
    return tuple(
        _place(field, text, passage)
        for field, text in zip(TEXT_FIELDS, article.texts, strict=True)
        for passage in passages(sought, text, instead)
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

"""The index of what a newsroom's articles are about, kept up to date; in a large newsroom by the process beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.core.collecting import collector_resting
from editor.core.messages import Message
from editor.domain.article import ArticleHead
from editor.related import About, RelatedIndex
from editor.services.newsroom_process import is_stopped
from editor.services.related_file import NAME, KeptIndex, read_index, write_index
from editor.storage import articles as stored
from editor.storage.abouts import AT_ONCE, Revision, abouts, revisions

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from editor.storage.database import Database

_WORTH_KEEPING = 200  # articles that are new in an index: fewer are read again sooner than the file is written


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One article that belongs beside another: how well it fits (higher is better) and why."""

    head: ArticleHead
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class Beside:
    """Asks the process beside for what belongs beside an article; it answers with one list of `Suggestion`."""

    known: About
    linked: frozenset[str]
    limit: int

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Bring the index up to date and look; what was read before a stop is kept for the next time."""
        following = _following(database)
        if following.follow(lambda: is_stopped(connection)):
            connection.send(following.like(self.known, self.linked, self.limit))
            following.keep()


class Following:
    """An index that follows the articles of one newsroom. Not safe for two threads at once.

    The first `follow` reads what has changed since the index was kept at `place`, all where none is, after that only
    what has changed since.
    """

    def __init__(self, database: Database, place: Path | None = None) -> None:
        self._database = database
        self._place = place
        kept = read_index(place) if place is not None else None
        # Of a kept index nothing is believed but single articles: every revision is held against the database.
        self._index = kept.index if kept is not None else RelatedIndex()
        self._known: dict[str, Revision] = kept.known if kept is not None else {}
        self._unkept = 0  # articles that were taken in since
        self._stamp = (0, 0)
        self._since = ""

    def keep(self) -> None:
        """Keep the index on disk once enough is new in it; a disk that does not take it is no reason to stop."""
        if (
            self._place is None
            or self._database.read_only
            or self._unkept < max(_WORTH_KEEPING, len(self._known) // 50)
        ):
            return
        self._unkept = 0
        write_index(self._place, KeptIndex(self._index, self._known))

    def follow(self, is_unwanted: Callable[[], bool] = bool) -> bool:
        """Take in what has changed; say whether it came to the end, for `is_unwanted` is asked now and then."""
        if self._index.is_worn:
            self._index, self._known, self._stamp, self._since = RelatedIndex(), {}, (0, 0), ""
        with self._database.reading() as connection:
            stamp = stored.stamp_of_all(connection)
        if stamp == self._stamp:
            return True
        changed = self._changed(stamp)
        self._index.drop(one for one, revision in changed.items() if revision.is_trashed)
        wanted = list(changed)
        for start in range(0, len(wanted), AT_ONCE):
            if is_unwanted():
                return False
            some = wanted[start : start + AT_ONCE]
            with self._database.reading() as connection, collector_resting():
                for known in abouts(connection, some):
                    self._index.put(known)
            self._known.update((one, changed[one]) for one in some)
            self._unkept += len(some)
        self._stamp = stamp
        self._since = max((revision.changed_at for revision in changed.values()), default=self._since)
        return True

    def _changed(self, stamp: tuple[int, int]) -> dict[str, Revision]:
        """Return what the index does not know; all revisions are read only where the latest do not explain `stamp`."""
        with self._database.reading() as connection:
            latest = revisions(connection, self._since)
            is_all = _stamp_of(self._known | latest) == stamp
        if not is_all:
            with self._database.reading() as connection:
                latest = revisions(connection)
            gone = self._known.keys() - latest.keys()
            self._index.drop(gone)
            self._known = {one: revision for one, revision in self._known.items() if one not in gone}
        return {one: revision for one, revision in latest.items() if self._known.get(one) != revision}

    def like(self, known: About, linked: frozenset[str], limit: int) -> list[Suggestion]:
        """Return at most `limit` articles that belong beside this one, the best first, without those `linked`."""
        scored = self._index.like(known, linked, limit)
        with self._database.reading() as connection:
            heads = {head.id: head for head in stored.heads_of(connection, [one.article_id for one in scored])}
        return [
            Suggestion(head=heads[one.article_id], score=one.score, reason=one.reason)
            for one in scored
            if one.article_id in heads
        ]


@lru_cache(maxsize=1)  # a process has one newsroom open
def _following(database: Database) -> Following:
    return Following(database, database.folder / "cache" / NAME)


def _stamp_of(known: dict[str, Revision]) -> tuple[int, int]:
    return len(known), sum(revision.number for revision in known.values())

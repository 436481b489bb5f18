"""Works out what an export needs of each article as it is saved: its texts as HTML, the hash of its content.

The export then finds it made. What no article says any more is let go of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.ai_ranges import AiRanges
from editor.domain.content import content_hash
from editor.services import ready_bundle
from editor.services.newsroom_process import is_stopped
from editor.services.snapshots import KEPT
from editor.storage import articles as stored
from editor.storage.kept_bodies import PLACE, KeptBodies

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from editor.domain.article import Article
    from editor.services.newsroom_process import NewsroomProcess
    from editor.storage.database import Database

_FEW = 8  # articles that a thread reads in a moment that nobody feels
_SHORT = 20_000  # characters that it renders in 40 ms
_AT_ONCE = 20  # articles between which others are heard by the process beside
_USELESS = 500  # parts that may lie there for nobody; many of them come to a few megabytes
_PARTS = 4  # of an article: two or three texts, unless its corrections are many, and a hash


class Part(NamedTuple):
    """A text of an article as its page shows it: its headings begin at a level, AI wrote some of it."""

    markdown: str
    heading: int
    ai_ranges: AiRanges


class BodyKeeping:
    """Made by the composition root; for threads beside the interface's.

    What is kept is nobody's words alone: it may be deleted, and is made again.
    """

    def __init__(self, database: Database, process: NewsroomProcess) -> None:
        self._database = database
        self._process = process

    def keep(self, ids: Collection[str], context: JobContext) -> int:
        """Render what is not kept yet of these articles; return how many texts that were.

        A few short ones on this thread, others in the process beside the window. Nothing on a newsroom that is only
        read. Raises `Fault` when the newsroom cannot be read, `Cancelled` when it is stopped.
        """
        if self._database.read_only:
            return 0
        wanted = sorted(ids)
        kept = _kept(self._database.folder)
        if len(wanted) <= _FEW:
            parts = _missing(kept, _read(self._database, wanted))
            if sum(len(part.markdown) for part in parts) <= _SHORT:
                done = _render(kept, parts)
                self._thin_out(kept, context)
                return done
        done = 0
        for start in range(0, len(wanted), _AT_ONCE):
            context.report(start / len(wanted), say("Rendering what was saved"))
            with self._process.asked(KeepSome(tuple(wanted[start : start + _AT_ONCE])), context) as conversation:
                done += int(str(conversation.hear()))
                conversation.hear_out()
        self._thin_out(kept, context)
        return done

    def make_ready(self, context: JobContext) -> bool:
        """Bring the bundle that an export elsewhere copies up to date, beside; say whether one is kept.

        None where it is worth nothing. Raises as `Publishing.export` does, `Cancelled` when it is stopped.
        """
        return ready_bundle.make_ready(self._database, context, ready_bundle.LIMITS)

    def _thin_out(self, kept: KeptBodies, context: JobContext) -> None:
        with self._database.reading() as connection:
            articles, _ = stored.stamp_of_all(connection)
        if kept.count() > _PARTS * articles + _USELESS:
            with self._process.asked(ThinOut(), context) as conversation:
                conversation.hear()


@dataclass(frozen=True, slots=True)
class KeepSome:
    """Asks the process beside to render articles; it answers with how many texts were not kept yet."""

    ids: tuple[str, ...]

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Render one after the other, and keep what is made even when a stop comes."""
        kept, done = _kept(database.folder), 0
        for one in self.ids:
            if is_stopped(connection):
                return
            done += _render(kept, _missing(kept, _read(database, [one])))
        connection.send(done)


@dataclass(frozen=True, slots=True)
class ThinOut:
    """Asks the process beside to let go of what is kept of words that no article has any more."""

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Read all articles, which is long."""
        found = _read(database)
        _kept(database.folder).drop_others(_parts(article for article, _ in found), (print_ for _, print_ in found))


def _kept(newsroom: Path) -> KeptBodies:
    return KeptBodies(newsroom / KEPT / PLACE)


def _parts(articles: Iterable[Article]) -> dict[str, Part]:
    """Return what pages of `articles` show of Markdown, by the keys that an export looks it up under."""
    from editor.publish.bodies import body_key

    shown = [
        part
        for article in articles
        for part in (
            Part(article.body, 2, article.ai_ranges),
            Part(article.reactions, 3, ()),
            *(Part(correction.note, 4, ()) for correction in article.corrections),
        )
    ]
    return {body_key(*part): part for part in shown if part.markdown.strip()}


def _read(database: Database, ids: Collection[str] | None = None) -> list[tuple[Article, str]]:
    with database.reading() as connection:
        return stored.printed(connection, ids)


def _missing(kept: KeptBodies, found: Collection[tuple[Article, str]]) -> list[Part]:
    """Keep the hashes of what is `found`, and return what is to be rendered of it."""
    kept.keep_versions({print_: content_hash(article) for article, print_ in found})
    parts = _parts(article for article, _ in found)
    missing = kept.missing(parts)
    return [part for key, part in parts.items() if key in missing]


def _render(kept: KeptBodies, parts: Collection[Part]) -> int:
    from editor.publish.bodies import Bodies

    bodies = Bodies(0, kept)
    for part in parts:
        bodies.render(part.markdown, heading=part.heading, ai_ranges=part.ai_ranges)
    bodies.save()
    return len(parts)

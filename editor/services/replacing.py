"""Find and replace across the newsroom: what is found, by article, and its replacement, which one undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.messages import Message, nsay, say
from editor.domain.edits import EditArticle
from editor.domain.passages import Instead, Sought, check
from editor.domain.pictures_named import names_in
from editor.services.found_places import AT_ONCE, Edits, FindIn, Found, FoundArticle, Rewrite, Some
from editor.services.newsroom_process import Sign
from editor.services.passages import takes_too_long
from editor.services.rewriting import Written
from editor.storage import texts as stored
from editor.storage.texts import TEXT_FIELDS

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.query import ArticleQuery
    from editor.services.newsroom_process import NewsroomProcess
    from editor.storage.database import Database

MOST = 50_000  # places that are listed; who sees more of them sees none
PATIENCE_SECONDS = 10.0  # of one pattern with one article


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The edits that were made, and the articles whose words were changed since they were found: left alone.

    `joined` and `fields` are articles and fields that changed besides the edits' own.
    """

    edits: tuple[EditArticle, ...]
    changed_since: frozenset[str]
    joined: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()


class Replacing:
    """Finds and replaces, both in the process beside the window. Made by the composition root; usable on every thread.

    The process writes by itself: between `about_to_write` and the return of a method the caller writes nothing.
    """

    def __init__(self, database: Database, process: NewsroomProcess) -> None:
        self._database = database
        self._process = process

    def warm(self) -> None:
        """Start the process, so that the first search need not wait for it."""
        self._process.warm()

    def find(
        self,
        sought: Sought,
        instead: Instead | None,
        query: ArticleQuery,
        context: JobContext,
        *,
        among: Collection[str] | None = None,
        came: Callable[[tuple[FoundArticle, ...]], None] | None = None,
    ) -> Found:
        """Return where `sought` stands in the articles that the filters of `query` let through, or in those of `among`.

        `came` is told of what is found, as it is found. Raises `UserError` when the pattern or the template cannot be
        understood, or takes too long. Long: for a job.
        """
        check(sought, instead)
        if not sought.words:
            return Found()
        articles: list[FoundArticle] = []
        count = 0
        asked = FindIn(sought, instead, query, None if among is None else frozenset(among))
        try:
            with self._process.asked(asked, context) as conversation:
                while isinstance(some := conversation.hear(PATIENCE_SECONDS), Some):
                    count += sum(len(one.places) for one in some.articles)
                    articles += some.articles
                    context.report(some.fraction, nsay("{n} place found", "{n} places found", count))
                    if count > MOST:
                        conversation.stop()
                        return Found(articles=tuple(articles), is_cut=True)
                    if came is not None and some.articles:
                        came(some.articles)
        except TimeoutError as error:
            raise takes_too_long() from error
        return Found(articles=tuple(articles))

    def replace(
        self,
        chosen: Mapping[str, tuple[FoundArticle, Sequence[int]]],
        context: JobContext,
        about_to_write: Callable[[], object] = bool,
    ) -> Replaced:
        """Replace, in each article of `chosen` (by id), the places of these numbers: all or nothing, kept as versions.

        An article whose words are no longer those in which the places were found is left alone. Raises `Fault` when the
        disk does not take it, and `Cancelled` when stopped before `about_to_write` returns: nothing is changed then.
        """
        told = [
            (found.words_hash, found.id, [found.places[number] for number in sorted(numbers)])
            for found, numbers in chosen.values()
        ]
        pieces = [told[start : start + AT_ONCE] for start in range(0, len(told), AT_ONCE)]
        return self._write(pieces, len(chosen), context, about_to_write)

    def rewrite(
        self, edits: Sequence[EditArticle], context: JobContext, about_to_write: Callable[[], object] = bool
    ) -> Replaced:
        """Make these edits of words in the same way: to take a replacement back, or to make it again."""
        pieces = [
            Edits(edits=tuple(edits[start : start + AT_ONCE]), changed_since=frozenset())
            for start in range(0, len(edits), AT_ONCE)
        ]
        return self._write(pieces, len(edits), context, about_to_write)

    def _write(
        self, pieces: Sequence[object], count: int, context: JobContext, about_to_write: Callable[[], object]
    ) -> Replaced:
        made: list[EditArticle] = []
        changed: set[str] = set()
        try:
            with self._process.asked(Rewrite(), context) as conversation:
                for piece in pieces:
                    context.report(len(made) / max(1, count), say("Preparing: {done} of {n}", done=len(made), n=count))
                    conversation.tell(piece)
                    edits = conversation.hear()
                    if isinstance(edits, Edits):
                        made += edits.edits
                        changed |= edits.changed_since
                        self._database.touched_images.update(name for edit in edits.edits for name in names_in(edit))
                context.check()
                about_to_write()
                context.check()
                conversation.tell(Sign.GO)
                written = conversation.hear_out()
                conversation.hear_out()
        except Fault:
            if not made or not self._is_there(made):
                raise
            written = Written(refused=frozenset())  # it died with its last word unsaid
        if not isinstance(written, Written):
            raise TypeError(written)
        return Replaced(
            edits=tuple(edit for edit in made if edit.article_id not in written.refused),
            changed_since=frozenset(changed | written.refused),
            joined=written.joined,
            fields=written.fields,
        )

    def _is_there(self, made: Sequence[EditArticle]) -> bool:
        """Say whether what was to be written all at once was: its first article tells."""
        with self._database.reading() as connection:
            (article,) = stored.texts(connection, [made[0].article_id]) or (None,)
        after = made[0].after
        return article is not None and all(
            text == after.get(field, text) for field, text in zip(TEXT_FIELDS, article.texts, strict=True)
        )


def label_of(sought: Sought, instead: Instead, count: int) -> Message:
    """Return what the edit is called where it can be taken back."""
    return nsay(
        "Replace “{words}” with “{instead}” in {n} article",
        "Replace “{words}” with “{instead}” in {n} articles",
        count,
        words=sought.words,
        instead=instead.words,
    )

"""Other words in many articles at once, all or nothing: made ready article by article, written in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.domain.edits import EditArticle
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.slug import slug_from
from editor.domain.version import VersionHead, VersionKind
from editor.services.acceptance import Acceptance, as_kept, follows_headline, no_article
from editor.services.rules import check_article
from editor.storage import articles, rewriting, versions
from editor.storage.rewriting import MovedError, Rewritten
from editor.storage.texts import TEXT_FIELDS

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.article import Article
    from editor.storage.database import Database

_TEXTS = frozenset(TEXT_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: all but the articles of `refused`, which somebody changed meanwhile.

    `joined` and `fields` are what changed besides the edits' own, as in `Acceptance`.
    """

    refused: frozenset[str]
    joined: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()


class Rewriting:
    """One replacement in the making; made for it and dropped with it. Each article is kept first as a version.

    What takes time happens in `prepare`, beside whatever else is written; `write` holds up others for a moment only.
    """

    def __init__(self, database: Database, clock: Clock, person: str) -> None:
        self._database = database
        self._clock = clock
        self._person = person
        self._at = clock.now()
        self._plain: list[Rewritten] = []
        self._special: list[EditArticle] = []
        self._made: dict[str, EditArticle] = {}
        self._refused: set[str] = set()

    def prepare(self, edits: Sequence[EditArticle]) -> tuple[EditArticle, ...]:
        """Make ready what these edits write, and return them as they are made, so that each inverse takes back all.

        One that does not fit the article as it is now is refused: `write` says so.
        """
        return tuple(self._made_ready(edits))

    def _made_ready(self, edits: Sequence[EditArticle]) -> list[EditArticle]:
        made: list[EditArticle] = []
        ids = [edit.article_id for edit in edits]
        with self._database.moment(), self._database.reading() as connection:
            revisions = rewriting.revisions(connection, ids)
            found = {article.id: article for article in articles.articles(connection, ids)}
            for asked in edits:
                try:
                    edit, before, after = self._fitting(asked, found.get(asked.article_id))
                except UserError:
                    self._refused.add(asked.article_id)
                    continue
                made.append(edit)
                self._made[edit.article_id] = edit
                if after == before:
                    continue
                if _is_special(edit, before, after):
                    self._special.append(edit)
                    continue
                row = versions.row_of(connection, before, self._head(before))
                texts = (after.headline, after.standfirst, after.body, after.reactions)
                is_unsigned = sign_off_of(after) is SignOff.CHANGED
                self._plain.append(Rewritten(after.id, revisions[after.id], *texts, is_unsigned, row))
        return made

    def write(self) -> Written:
        """Write all of it in one transaction. Raises `Fault` when the disk does not take it: nothing changed then."""
        while True:
            try:
                return self._write()
            except MovedError as moved:
                self._look_again(moved.ids)

    def _look_again(self, moved: frozenset[str]) -> None:
        """Refuse those of the articles `moved` whose words are others by now; of the rest something else changed."""
        again = [self._made[one.id] for one in self._plain if one.id in moved]
        self._plain = [one for one in self._plain if one.id not in moved]
        self._special = [edit for edit in self._special if edit.article_id not in moved]
        self._refused |= moved - {edit.article_id for edit in again}
        others = {edit.article_id for edit in self._made_ready(again) if edit not in again}
        self._refused |= others  # more would be written than was said to be
        self._plain = [one for one in self._plain if one.id not in others]
        self._special = [edit for edit in self._special if edit.article_id not in others]

    def _fitting(self, edit: EditArticle, before: Article | None) -> tuple[EditArticle, Article, Article]:
        """Return the edit as it is made, the article before and after it; raises `UserError` where it does not fit."""
        if before is None:
            raise no_article(edit.article_id)
        edit = edit.with_ranges(before)
        after = as_kept(edit, before).on(before)
        check_article(after, before)
        return edit, before, after

    def _head(self, article: Article) -> VersionHead:
        return VersionHead(
            id=self._clock.new_id(),
            article_id=article.id,
            at=self._at,
            by=self._person,
            kind=VersionKind.RESTORE,
            label="",
            hash="",
        )

    def _write(self) -> Written:
        with self._database.writing() as transaction:
            rewriting.rewrite(transaction.connection, self._plain, self._at, self._person)
            acceptance = Acceptance(transaction, self._database.folder, self._clock, self._person, VersionKind.RESTORE)
            for edit in self._special:
                try:
                    acceptance.accept(edit, is_part=True)
                except UserError as error:
                    raise MovedError(frozenset({edit.article_id})) from error
        return Written(
            refused=frozenset(self._refused), joined=frozenset(acceptance.joined), fields=frozenset(acceptance.fields)
        )


def _is_special(edit: EditArticle, before: Article, after: Article) -> bool:
    """Say whether more changes than words: the address that follows a headline, pictures in texts, other fields."""
    return (
        not edit.after.keys() <= _TEXTS
        or (before.headline != after.headline and follows_headline(before, slug_from(before.headline, before.language)))
        or before.pictures_in_texts != after.pictures_in_texts
    )

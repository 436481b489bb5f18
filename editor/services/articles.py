"""The articles of a newsroom, and the one door through which anything in it is changed."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.content import is_named
from editor.domain.edits import Change, Edit, EditArticle, touched
from editor.domain.link import Link
from editor.domain.one_language import is_one_language
from editor.domain.pictures_named import names_in
from editor.domain.translation import source_of, translated_words
from editor.domain.version import VersionHead, VersionKind
from editor.services.acceptance import Acceptance, has_words, no_article
from editor.services.reading import Choices, Reading
from editor.storage import articles, versions
from editor.storage.database import IndexSpoiltError

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.clock import Clock
    from editor.storage.database import Database

__all__ = ["Articles", "Choices"]

_LAST_OPENED = "last-opened"
_FOLDED_WHILE_TYPING = 2


class Articles(Reading):
    """Reads (see `Reading`) and writes. Made by the composition root; writes belong to the main thread alone."""

    def __init__(self, database: Database, clock: Clock, person: str) -> None:
        super().__init__(database)
        self._clock = clock
        self._person = person
        self.on_new_index: Callable[[], object] = bool  # told when the search index was spoilt and all waits for a new

    def apply(self, edit: Edit, *, keep_first: VersionKind | None = None) -> Change:
        """Make `edit` in one transaction; when this returns it is on disk.

        Raises `UserError` when the edit breaks a rule or meets a change it does not know of, `Fault` when the disk
        does not take it or the desk is read-only; nothing is changed then. With `keep_first` the state before
        is kept as a version of that kind.
        """
        try:
            return self._apply(edit, keep_first)
        except IndexSpoiltError:
            with self._database.writing() as transaction:
                transaction.make_index_anew()
            self.on_new_index()
            return self._apply(edit, keep_first)

    def keep_version(self, article_id: str, label: str) -> None:
        """Keep the article as it is now as a version called `label`, which may be empty."""
        self._keep_now(article_id, VersionKind.NAMED, label)

    def leave(self, article_id: str) -> None:
        """End the stretch of writing on the article: what it is now is kept, unless the last version says the same."""
        if self._is_new(article_id):
            self._keep_now(article_id, VersionKind.LEFT)

    def rest(self, article_id: str) -> bool:
        """Keep what a pause in the writing found, as `leave` does; say whether it was kept.

        Without that it is kept by the first word after the pause, whose writer would wait for it.
        """
        if is_new := self._is_new(article_id):
            self._keep_now(article_id, VersionKind.PAUSE)
        return is_new

    def blank(self, language: str) -> Article:
        """Return an empty draft with a fresh id; it is stored by `CreateArticle`, which also finds its slug."""
        fresh = self._clock.new_id()
        return Article(id=fresh, language=language, slug="", headline="", translation_set=fresh)

    def copy_of(self, article: Article) -> Article:
        """Return a draft with the words, pictures and links of `article`, not stored yet."""
        fresh = self._clock.new_id()
        return replace(self._as_draft(article, fresh), translation_set=fresh, is_source=True)

    def translation_of(self, article: Article, language: str) -> Article:
        """Return a draft in `language` within the same translation set, not stored yet.

        It begins with the words of the source, which it replaces paragraph by paragraph. Raises `UserError` when the
        set has an article in that language.
        """
        members = self.members(article.translation_set)
        for member in (article, *members):
            if is_one_language(member.language, language):
                raise UserError(
                    say("“{headline}” is there in this language already.", headline=member.headline),
                    say("Open that one, or choose another language."),
                )
        source = source_of(members) or article
        return replace(
            self._as_draft(source, self._clock.new_id()),
            language=language,
            is_source=False,
            translated_from=translated_words(source),
            authorship=Authorship.NOT_STATED,
            byline=(),
            published=source.published,
            embargo=source.embargo,
            links=source.links,
        )

    def last_opened(self) -> Article | None:
        """Return the article that was open last, else the one changed last, else None."""
        remembered = ""
        with contextlib.suppress(OSError, ValueError):
            remembered = self._memory.read_text(encoding="utf-8").strip()
        with self._database.reading() as connection:
            found = articles.article(connection, remembered) if remembered else None
            if found is not None and found.trashed_at is None:
                return found
            return articles.article(connection, articles.last_changed(connection))

    def remember_opened(self, article_id: str) -> None:
        """Remember which article is open, as well as the disk allows."""
        # A file and not a row: opening an article must neither wait for a flush nor for SQLModel's import.
        with contextlib.suppress(OSError):
            try:
                self._memory.write_bytes(article_id.encode())
            except FileNotFoundError:
                self._memory.parent.mkdir(exist_ok=True)
                self._memory.write_bytes(article_id.encode())

    def _apply(self, edit: Edit, keep_first: VersionKind | None) -> Change:
        with self._database.writing() as transaction:
            acceptance = Acceptance(transaction, self._database.folder, self._clock, self._person, keep_first)
            edit = acceptance.accept(edit)
            article_ids, fields, images, is_settings = touched(edit)
            # Folding 60 kB for the search takes 25 ms: words being typed wait for it until another article's turn.
            if isinstance(edit, EditArticle):
                transaction.fold_due(_FOLDED_WHILE_TYPING, but=article_ids)
            else:
                transaction.fold_due(len(article_ids) + _FOLDED_WHILE_TYPING)
        self._database.touched_images.update(names_in(edit))
        return Change(
            edit=edit,
            by=self._person,
            at=acceptance.at,
            articles=article_ids | acceptance.joined,
            fields=fields | acceptance.fields,
            images=images,
            settings=is_settings,
        )

    def _is_new(self, article_id: str) -> bool:
        """Say whether the article says anything that its last version does not."""
        with self._database.reading() as connection:
            article, last = articles.article(connection, article_id), versions.last(connection, article_id)
        return article is not None and has_words(article) and not (last and is_named(article, last.hash))

    def _keep_now(self, article_id: str, kind: VersionKind, label: str = "") -> None:
        with self._database.writing() as transaction:
            article = articles.article(transaction.connection, article_id)
            if article is None:
                raise no_article(article_id)
            at, by = self._clock.now(), self._person
            if kind is VersionKind.PAUSE:  # as it was changed last, which nobody asked to keep
                then, by = articles.changed_last(transaction.connection, article_id)
                at = datetime.fromisoformat(then)
            head = VersionHead(
                id=self._clock.new_id(),
                article_id=article_id,
                at=at,
                by=by,
                kind=kind,
                label=label,
                hash="",
            )
            transaction.keep_version(article, head)

    @property
    def _memory(self) -> Path:
        return self._database.folder / "cache" / _LAST_OPENED

    def _as_draft(self, article: Article, fresh: str) -> Article:
        return replace(
            article,
            id=fresh,
            slug="",
            former_slugs=(),
            status=Status.DRAFT,
            withdrawal=None,
            published=None,
            updated=None,
            embargo=None,
            reviewed_by="",
            reviewed_at=None,
            reviewed_version="",
            translated_from="",
            approved_by="",
            approved_at=None,
            corrections=(),
            links=tuple(self._own(link) for link in article.links),
            created_at=None,
            changed_at=None,
            trashed_at=None,
        )

    def _own(self, link: Link) -> Link:
        return replace(link, id=self._clock.new_id())

"""Writes to a newsroom through SQLModel, one transaction at a time. Imported late: SQLModel takes half a second."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, event, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel, create_engine

from editor.core.clock import instant_text
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image, Role
from editor.domain.link import Link
from editor.domain.settings import NewsroomSettings
from editor.domain.slug import slug_key
from editor.domain.version import VersionHead
from editor.storage import articles, images, rows, search, search_index, settings, translating, versions
from editor.storage.database import IndexSpoiltError, connect_writing, fault_of
from editor.storage.edition_rows import edition_values
from editor.storage.label_rows import label_values
from editor.storage.style_rows import style_values
from editor.storage.tables import (
    ArticleRow,
    ArticleTextRow,
    EditionRow,
    ExternalRow,
    HouseStyleRow,
    ImageRow,
    LinkRow,
    NewsroomRow,
    PageLabelRow,
    PlacementRow,
    SearchDueRow,
    SearchEntryRow,
    VersionRow,
)


class Writer:
    """The one connection that writes. Made by `Database` on the first write; used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine: Engine = create_engine(
            "sqlite://", creator=lambda: connect_writing(path), poolclass=StaticPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", _begin_immediate)

    @contextlib.contextmanager
    def transaction(self, what: Message) -> Iterator[Transaction]:
        """Yield one transaction: on disk when the block ends, undone when it raises a `Fault` of `what` or else."""
        try:
            with self._engine.begin() as connection:  # a session would only keep books, for a quarter of a short write
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - `connect_writing` made it
                yield Transaction(connection, raw)
        except DBAPIError as error:
            raise fault_of(error.orig or error, what, self._path) from error

    def close(self) -> None:
        """Close the connection."""
        self._engine.dispose()


class Transaction:
    """What can be read and written while the newsroom is ours. Lives as long as its block."""

    def __init__(self, writes: Connection, connection: sqlite3.Connection) -> None:
        self._writes = writes
        self.connection = connection

    def insert_article(self, article: Article, at: datetime, by: str) -> None:
        """Store a new article."""
        stamps = {"created_at": instant_text(article.created_at or at), "changed_at": instant_text(at)}
        values = rows.article_values(article) | stamps | {"changed_by": by, "revision": 1}
        self._insert(ArticleRow, [values])
        self._insert(ArticleTextRow, [{"article_id": article.id} | rows.text_values(article)])
        self._write_links(article.id, (), article.links)
        self._write_placements(None, article)
        self._mark_due(article.id)
        translating.note(self.connection, None, article)

    def update_article(self, before: Article, after: Article, at: datetime, by: str) -> None:
        """Store what differs between two states of one article."""
        old, new = rows.article_values(before), rows.article_values(after)
        columns = {name: value for name, value in new.items() if value != old[name]}
        columns |= {
            "is_unsigned": new["is_unsigned"],
            "changed_at": instant_text(at),
            "changed_by": by,
        }
        self._writes.execute(_ARTICLE_CHANGED, columns | {"of": after.id})
        was = rows.text_values(before)
        texts = {name: value for name, value in rows.text_values(after).items() if value != was[name]}
        if texts:
            self._writes.execute(_TEXTS_CHANGED, texts | {"of": after.id})
        if before.links != after.links:
            self._write_links(after.id, before.links, after.links)
        if texts or before.hero != after.hero:
            self._write_placements(before, after)
        if any(getattr(before, name) != getattr(after, name) for name in search.WORD_FIELDS):
            self._mark_due(after.id)
        translating.note(self.connection, before, after)

    def join_pending(self, article: Article) -> list[str]:
        """Turn links that waited for this article's id or slug into links to it; return the articles they are in."""
        keys = (slug_key(article.id), slug_key(article.slug))
        found = self.connection.execute(
            "SELECT DISTINCT article_id FROM link"
            " WHERE pending_key IN (?, ?) AND pending_key <> '' AND article_id <> ?",
            (*keys, article.id),
        ).fetchall()
        joined = [row[0] for row in found]
        if joined:
            self._do(
                update(LinkRow)
                .where(_column(LinkRow.pending_key).in_([key for key in keys if key]))
                .where(_column(LinkRow.article_id) != article.id)
                .values(target_id=article.id, pending="", pending_key="")
            )
        return joined

    def insert_image(self, image: Image) -> None:
        """Store a new image and let the pictures in bodies that waited for it find it."""
        self._insert(ImageRow, [rows.image_values(image)])
        if image.has_file:
            self._do(
                update(PlacementRow)
                .where(_is(PlacementRow.file_hash, image.sha256[:HASH_IN_NAME]))
                .where(_column(PlacementRow.image_id).is_(None))
                .values(image_id=image.id)
            )

    def update_image(self, image: Image) -> None:
        """Store an image as it is now."""
        self._do(update(ImageRow).where(_is(ImageRow.id, image.id)).values(**rows.image_values(image)))

    def delete_images(self, ids: Iterable[str]) -> None:
        """Remove images that nothing uses; their originals are the caller's to remove, afterwards."""
        self._do(delete(ImageRow).where(_column(ImageRow.id).in_(list(ids))))

    def untrash_images(self, article: Article) -> None:
        """Take the images that a stored article uses out of the trash: nothing that is used lies there."""
        used = {placement["image_id"] for placement in self._placements(article)}
        used |= {link.external.picture.image_id for link in article.links if link.external and link.external.picture}
        known = images.images(self.connection, [one for one in used if one])
        if trashed := [image.id for image in known.values() if image.trashed_at is not None]:
            self._do(update(ImageRow).where(_column(ImageRow.id).in_(trashed)).values(trashed_at=None))

    def write_settings(self, after: NewsroomSettings) -> None:
        """Store the settings, whatever was there."""
        values = rows.newsroom_values(after)
        self._do(upsert(NewsroomRow).values(**values).on_conflict_do_update(index_elements=["id"], set_=values))
        self._do(delete(EditionRow))
        editions = [edition_values(edition, position) for position, edition in enumerate(after.editions)]
        self._insert(EditionRow, editions)
        self._do(delete(HouseStyleRow))
        self._insert(HouseStyleRow, [style_values(*entry) for entry in after.house_styles.items()])
        self._do(delete(PageLabelRow))
        self._insert(PageLabelRow, list(label_values(after.page_labels)))

    def keep_version(self, article: Article, head: VersionHead) -> None:
        """Keep `article` as the version of `head`, unless the last one says the same: see `versions.row_of`."""
        if (row := versions.row_of(self.connection, article, head)) is not None:
            self._insert(VersionRow, [row])

    def let_go(self, article_id: str, version_ids: frozenset[str]) -> None:
        """Remove these versions of one article; those that were packed as what differs from them are packed anew."""
        again = versions.packed_anew(self.connection, article_id, version_ids)
        self.connection.execute("PRAGMA defer_foreign_keys=ON")  # until the commit: one may stand on the next
        for version_id in version_ids | {values["id"] for values in again}:
            self._do(delete(VersionRow).where(_is(VersionRow.id, version_id)))
        self._insert(VersionRow, again)

    def fold_due(self, limit: int, *, but: frozenset[str] = frozenset()) -> None:
        """Bring the search index up to at most `limit` of the articles that wait for it, those of `but` aside.

        What an earlier schema could not know of them, whether they were changed since they were signed, is noted too.
        Raises `IndexSpoiltError` where the index is damaged: SQLite has then taken the whole transaction back.
        """
        due = [row[0] for row in self.connection.execute("SELECT article_id FROM search_due ORDER BY article_id")]
        try:
            for article in articles.articles(self.connection, [one for one in due if one not in but][:limit]):
                self._fold(article)
        except DBAPIError as error:
            if search_index.is_damage(error.orig):
                raise IndexSpoiltError from error
            raise

    def make_index_anew(self) -> None:
        """Throw the search index away and let all articles wait for a new one."""
        search_index.make_anew(self.connection)

    def _fold(self, article: Article) -> None:
        headline, words = search.entry_of(article)
        entry = upsert(SearchEntryRow).values(article_id=article.id, headline=headline, words=words)
        self._do(
            entry.on_conflict_do_update(index_elements=["article_id"], set_={"headline": headline, "words": words})
        )
        self._do(delete(SearchDueRow).where(_is(SearchDueRow.article_id, article.id)))
        if article.reviewed_version:
            unsigned = rows.article_values(article)["is_unsigned"]
            self._do(update(ArticleRow).where(_is(ArticleRow.id, article.id)).values(is_unsigned=unsigned))

    def settings(self) -> NewsroomSettings:
        """Return the settings as this transaction sees them."""
        return settings.settings(self.connection)

    def _write_links(self, article_id: str, before: tuple[Link, ...], after: tuple[Link, ...]) -> None:
        old = {link.id: (link, position) for position, link in enumerate(before)}
        kept = {link.id for link in after}
        for link_id in old.keys() - kept:
            self._drop_link(article_id, link_id)
        new_links, new_externals = [], []
        for position, link in enumerate(after):
            if link.id in old and old[link.id] == (link, position):
                continue
            if link.id in old and old[link.id][0] == link:
                self._do(
                    update(LinkRow)
                    .where(_is(LinkRow.article_id, article_id), _is(LinkRow.id, link.id))
                    .values(position=position)
                )
                continue
            if link.id in old:
                self._drop_link(article_id, link.id)
            new_links.append({"article_id": article_id, **rows.link_values(link, position)})
            if link.external is not None:
                keys = {"article_id": article_id, "link_id": link.id}
                new_externals.append(keys | rows.external_values(link.external))
        self._insert(LinkRow, new_links)
        self._insert(ExternalRow, new_externals)

    def _drop_link(self, article_id: str, link_id: str) -> None:
        # Its external article goes with it (ON DELETE CASCADE).
        self._do(delete(LinkRow).where(_is(LinkRow.article_id, article_id), _is(LinkRow.id, link_id)))

    def _write_placements(self, before: Article | None, after: Article) -> None:
        if before is not None:
            if (before.hero, before.pictures_in_texts) == (after.hero, after.pictures_in_texts):
                return
            self._do(delete(PlacementRow).where(_is(PlacementRow.article_id, after.id)))
        self._insert(PlacementRow, self._placements(after))

    def _placements(self, article: Article) -> list[dict[str, Any]]:
        wanted: list[dict[str, Any]] = []
        if article.hero is not None:
            wanted.append(_placement(article.id, Role.HERO, 0, article.hero.image_id, caption=article.hero.caption))
        for position, digits in enumerate(article.pictures_in_texts):
            known = images.by_hash(self.connection, digits)
            wanted.append(_placement(article.id, Role.BODY, position, known.id if known else None, file_hash=digits))
        return wanted

    def _mark_due(self, article_id: str) -> None:
        self._writes.execute(_DUE, {"article_id": article_id})

    def _insert(self, table: type[SQLModel], values: list[dict[str, Any]]) -> None:
        if values:  # past the ORM's bookkeeping, all rows at once: an article with 15 links in 3 ms, not in 15
            self._writes.execute(_table(table).insert(), values)

    def _do(self, statement: Any) -> None:  # noqa: ANN401 - any SQLAlchemy statement that writes
        self._writes.execute(statement)


def _placement(
    article_id: str, role: Role, position: int, image_id: str | None, *, file_hash: str = "", caption: str = ""
) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "role": role.value,
        "position": position,
        "image_id": image_id,
        "file_hash": file_hash,
        "caption": caption,
    }


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _table(of: type[SQLModel]) -> Any:  # noqa: ANN401 - SQLModel does not say that it has one
    return _column(of).__table__


def _column(attribute: object) -> Any:  # noqa: ANN401 - SQLModel types a column as the value it holds
    return attribute


def _is(attribute: object, value: object) -> Any:  # noqa: ANN401 - as above
    return _column(attribute) == value


# What each save says, made once: to make a statement takes longer than to run it. They take whatever columns are given.
_ARTICLE = _table(ArticleRow)
_ARTICLE_CHANGED = _ARTICLE.update().where(_is(_ARTICLE.c.id, bindparam("of"))).values(revision=_ARTICLE.c.revision + 1)
_TEXTS_CHANGED = _table(ArticleTextRow).update().where(_is(_table(ArticleTextRow).c.article_id, bindparam("of")))
_DUE = upsert(SearchDueRow).on_conflict_do_nothing()

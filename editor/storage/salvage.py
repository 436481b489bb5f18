"""Makes a new newsroom of all that can be read of a damaged one, which is not touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editor.core.errors import Fault
from editor.core.files import faults, sha256_of, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.settings import NewsroomSettings
from editor.domain.slug import slug_key
from editor.storage import articles, images, rows, translating, versions
from editor.storage.backup_file import BACKUPS_NAME
from editor.storage.creating import check_empty
from editor.storage.damaged_file import DamagedFile
from editor.storage.database import DATABASE_NAME, sqlite_faults
from editor.storage.media import MEDIA_NAME
from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS
from editor.storage.salvaged_settings import UNREADABLE, leave_out_unreadable

LOOSE_NAME = "pictures-without-record"
NOT_SALVAGED = say("Nothing was salvaged. The damaged newsroom is as it was.")

_TABLES = (
    "newsroom",
    "edition",
    "house_style",
    "page_label",
    "image",
    "article",
    "article_text",
    "link",
    "external",
    "placement",
    "version",
)
_OF_ARTICLES = ("article_text", "link", "external", "placement", "version")


@dataclass(slots=True)
class Salvaged:
    """What came out: how many articles, pictures and versions are in the new newsroom, and what is not as it was.

    `without_text` and `from_version` name articles by headline whose text was lost, or is that of their last version.
    `lost` counts articles that are known to have been there and of which nothing is left, `missing` names pictures
    without their original and `unread` those whose record was lost. `loose` counts originals that no record tells of:
    they lie in the folder `LOOSE_NAME`. `is_renamed` says that the newsroom's own settings were lost,
    `unset` names by table (edition, house_style, page_label) what else of the settings was.
    """

    articles: int = 0
    images: int = 0
    versions: int = 0
    without_text: list[str] = field(default_factory=list)
    from_version: list[str] = field(default_factory=list)
    lost: int = 0
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    loose: int = 0
    is_renamed: bool = False
    unset: dict[str, list[str]] = field(default_factory=dict)


def salvage(folder: Path, target: Path, context: JobContext) -> Salvaged:
    """Make a newsroom in `target`, absent or empty, of what can be read of the damaged one in `folder`.

    Raises `UserError` when `target` holds something, `Fault` when nothing can be read or the disk does not take it.
    """
    check_empty(target)
    beside = target.absolute().with_name(f".{target.absolute().name}.{os.getpid()}.part")
    reading, copying = context.split(2, 1)
    with faults(NOT_SALVAGED), sqlite_faults(NOT_SALVAGED):
        try:
            for name in (MEDIA_NAME, BACKUPS_NAME, "cache"):
                (beside / name).mkdir(parents=True)
            found = _fill(folder, beside, reading)
            _copy_originals(folder, beside, found, copying)
            if target.exists():
                shutil.rmtree(target)
            beside.rename(target)
            sync_folder(target.absolute().parent)
        finally:
            if beside.exists():
                shutil.rmtree(beside, ignore_errors=True)
    context.report(1.0, say("Salvaged"))
    return found


def _fill(folder: Path, beside: Path, context: JobContext) -> Salvaged:
    damaged = DamagedFile(folder, beside)
    connection = sqlite3.connect(beside / DATABASE_NAME, isolation_level=None)
    try:
        schema = damaged.schema()
        build(connection, STEPS[:schema])
        connection.execute("DROP TRIGGER version_is_never_edited")
        connection.execute("BEGIN")
        known = _copy_rows(damaged, connection, context)
        _drop_unreadable_versions(connection, schema)
        connection.execute("COMMIT")
        _put_trigger_back(connection, schema)
        migrate(connection, schema, lambda: None)
        connection.execute("BEGIN")
        found = _mend(connection, folder, known)
        connection.execute("COMMIT")
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",) or not found.articles + found.images:
            raise Fault(NOT_SALVAGED, say("Not a single article or picture could be read."), can_retry=False)
    finally:
        connection.close()
        damaged.close()
        for path in beside.glob("damaged-*"):
            path.unlink()
    return found


def _copy_rows(damaged: DamagedFile, connection: sqlite3.Connection, context: JobContext) -> set[str]:
    """Copy every row that can be read; return the ids of all articles that are named anywhere."""
    known: set[str] = set()
    for number, table in enumerate(_TABLES):
        context.report(number / len(_TABLES), say("Reading {name}", name=table))
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        _insert(connection, table, columns, damaged.rows(table, columns, context))
        if table == "article":
            known |= {row[0] for row in connection.execute("SELECT id FROM article")}
            known |= {str(row[0]) for row in damaged.rows("article", ["id"], context)}  # from its index, pages apart
        elif table in _OF_ARTICLES:
            known |= {row[0] for row in connection.execute(f"SELECT article_id FROM {table}")}  # noqa: S608 - ours
    for table, key in (("article", "id"), *((table, "article_id") for table in _OF_ARTICLES)):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        _insert(connection, table, columns, damaged.named(table, columns, key, sorted(known)))
    return known


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], found: Iterable[tuple[object, ...]]
) -> None:
    places = ", ".join("?" * len(columns))
    sql = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - our tables
    for row in found:
        connection.execute(sql, row)


def _drop_unreadable_versions(connection: sqlite3.Connection, schema: int) -> None:
    if schema < len(STEPS):
        return  # an older file's versions each stand by themselves, and are read when somebody asks for them
    ids = [row[0] for row in connection.execute("SELECT id FROM version")]
    broken = [(one,) for one in ids if not _is_readable_version(connection, one)]
    connection.executemany("DELETE FROM version WHERE id = ?", broken)


def _is_readable_version(connection: sqlite3.Connection, version_id: str) -> bool:
    try:
        return versions.version(connection, version_id) is not None
    except UNREADABLE:
        return False


def _put_trigger_back(connection: sqlite3.Connection, schema: int) -> None:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    build(fresh, STEPS[:schema])
    (sql,) = fresh.execute("SELECT sql FROM sqlite_master WHERE name = 'version_is_never_edited'").fetchone()
    fresh.close()
    connection.execute(sql)


def _mend(connection: sqlite3.Connection, folder: Path, known: set[str]) -> Salvaged:
    """Make whole articles of what is there, and let nothing refer to what is not."""
    found = Salvaged(unset=leave_out_unreadable(connection))
    found.unset.pop("newsroom", None)
    if connection.execute("SELECT count(*) FROM newsroom").fetchone() == (0,):
        found.is_renamed = True
        _insert_values(connection, "newsroom", rows.newsroom_values(NewsroomSettings(name=folder.name)))
    connection.execute("DELETE FROM external WHERE (article_id, link_id) NOT IN (SELECT article_id, id FROM link)")
    for article_id in sorted(known):
        _mend_article(connection, article_id, found)
    for table in _OF_ARTICLES:
        connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT id FROM article)")  # noqa: S608 - ours
    _drop_unreadable_images(connection, found)
    _let_go_of_what_is_lost(connection)
    connection.execute("INSERT OR IGNORE INTO search_due SELECT id FROM article")
    sets = connection.execute("SELECT DISTINCT translation_set FROM article").fetchall()
    translating.note_sets(connection, (row[0] for row in sets))
    count = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM image), (SELECT count(*) FROM version)"
    found.articles, found.images, found.versions = connection.execute(count).fetchone()
    return found


def _drop_unreadable_images(connection: sqlite3.Connection, found: Salvaged) -> None:
    """Leave out every picture whose record would end the reading of all of them."""
    for image_id, name in connection.execute("SELECT id, name FROM image ORDER BY id").fetchall():
        try:
            images.image(connection, image_id)
        except UNREADABLE:
            found.unread.append(name if isinstance(name, str) and name else str(image_id))
            connection.execute("DELETE FROM image WHERE id = ?", (image_id,))


def _mend_article(connection: sqlite3.Connection, article_id: str, found: Salvaged) -> None:
    is_there = connection.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone()
    text = connection.execute("SELECT body FROM article_text WHERE article_id = ?", (article_id,)).fetchone()
    if is_there and text and _is_readable(connection, article_id):
        return
    version = _last_version(connection, article_id)
    if version is None and text is None and not is_there:
        found.lost += 1
        return
    if is_there and text is None:
        (headline,) = connection.execute("SELECT headline FROM article WHERE id = ?", (article_id,)).fetchone()
        _insert_texts(connection, article_id, version)
        (found.from_version if version else found.without_text).append(str(headline))
        if _is_readable(connection, article_id):
            return
    _rebuild(connection, article_id, version, text[0] if text else None, found)


def _rebuild(
    connection: sqlite3.Connection, article_id: str, version: Article | None, body: str | None, found: Salvaged
) -> None:
    """Make the article's own row anew: of its last version, else with nothing but its text."""
    slug = f"salvaged-{article_id[-8:]}"
    plain = version or Article(
        id=article_id, language="en", slug=slug, headline="", translation_set=article_id, body=body or ""
    )
    stamps = {"created_at": "1970-01-01T00:00:00Z", "changed_at": "1970-01-01T00:00:00Z"}
    values = rows.article_values(plain) | stamps | {"changed_by": "", "revision": 1}
    if connection.execute(
        "SELECT 1 FROM article WHERE slug_key = ? AND id <> ?", (values["slug_key"], article_id)
    ).fetchone():
        values |= {"slug": slug, "slug_key": slug_key(slug)}
    connection.execute("DELETE FROM article WHERE id = ?", (article_id,))
    _insert_values(connection, "article", values)
    if body is None:
        connection.execute("DELETE FROM article_text WHERE article_id = ?", (article_id,))
        _insert_texts(connection, article_id, plain)
    if plain.headline not in found.from_version:
        found.from_version.append(plain.headline or slug)


def _insert_texts(connection: sqlite3.Connection, article_id: str, article: Article | None) -> None:
    texts: dict[str, object] = {"article_id": article_id, "body": "", "reactions": ""}
    _insert_values(connection, "article_text", texts | (rows.text_values(article) if article else {}))


def _last_version(connection: sqlite3.Connection, article_id: str) -> Article | None:
    for (version_id,) in connection.execute(
        "SELECT id FROM version WHERE article_id = ? ORDER BY made_at DESC, id DESC", (article_id,)
    ).fetchall():
        try:
            return versions.version(connection, version_id)
        except UNREADABLE:
            continue
    return None


def _is_readable(connection: sqlite3.Connection, article_id: str) -> bool:
    try:
        return articles.article(connection, article_id) is not None
    except UNREADABLE:
        return False


def _let_go_of_what_is_lost(connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE link SET pending = target_id, pending_key = target_id, target_id = NULL"
        " WHERE target_id IS NOT NULL AND target_id NOT IN (SELECT id FROM article)"
    )
    connection.execute(
        "DELETE FROM link WHERE target_id IS NULL AND pending = ''"
        " AND (article_id, id) NOT IN (SELECT article_id, link_id FROM external)"
    )
    connection.execute("UPDATE external SET picture_id = NULL WHERE picture_id NOT IN (SELECT id FROM image)")
    connection.execute("DELETE FROM placement WHERE role = 'hero' AND image_id NOT IN (SELECT id FROM image)")
    connection.execute("UPDATE placement SET image_id = NULL WHERE image_id NOT IN (SELECT id FROM image)")


def _insert_values(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    places = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})",  # noqa: S608 - our tables
        tuple(values.values()),
    )


def _copy_originals(folder: Path, beside: Path, found: Salvaged, context: JobContext) -> None:
    connection = sqlite3.connect(beside / DATABASE_NAME)
    try:
        known = connection.execute("SELECT sha256, name FROM image WHERE sha256 <> '' ORDER BY sha256").fetchall()
    finally:
        connection.close()
    for number, (digest, name) in enumerate(known):
        context.report(number / len(known), say("Copying {name}", name=name))
        source = next((folder / MEDIA_NAME / digest[:2]).glob(f"{digest}.*"), None)
        if source is None or not _has_hash(source, digest):
            found.missing.append(name)
            continue
        _copy(source, beside / MEDIA_NAME / digest[:2])
    digests = {row[0] for row in known}
    for source in sorted((folder / MEDIA_NAME).glob("??/*")):
        context.check()
        digest = source.name.partition(".")[0]
        if digest not in digests and _has_hash(source, digest):
            _copy(source, beside / LOOSE_NAME)
            found.loose += 1


def _copy(source: Path, place: Path) -> None:
    place.mkdir(exist_ok=True)
    shutil.copyfile(source, place / source.name)
    with (place / source.name).open("rb+") as stream:
        os.fsync(stream.fileno())


def _has_hash(path: Path, digest: str) -> bool:
    try:
        return sha256_of(path) == digest
    except OSError:
        return False

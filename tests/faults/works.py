"""The works that must outlive a fault at any point, each with what must hold after it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.bootstrap import open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.domain.article import Article, Status
from editor.domain.edits import AddImage, CreateArticle, EditSettings, Several, change_article
from editor.domain.image import Placement
from editor.domain.version import VersionKind
from editor.publish import staging
from editor.publish.delivery import NOTE
from editor.services.articles import Articles
from editor.services.delivering import DeliveryRequest, deliver
from editor.services.image_trash import ImageTrash
from editor.services.live import Live, LiveRequest
from editor.services.publishing import ExportRequest
from editor.services.renditions import BookRequest, Renditions
from editor.services.rewriting import Rewriting
from editor.services.safekeeping import keep, restore, restore_in_place
from editor.services.signing import make_certificate_here, signing_now
from editor.services.taking_in import TakingInOptions
from editor.services.verifying import verify_bundle
from editor.storage import articles, images, media, outside, versions
from editor.storage.backup_file import backups, check, described
from editor.storage.database import DATABASE_NAME, Database, connect_writing
from editor.storage.migrating import CURRENT, migrate, schema_of
from editor.storage.migrations.registry import STEPS
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, an_image, created, png
from tests.services.desks import write

MORE_STEPS = (
    *STEPS,
    "ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT '';\nCREATE INDEX by_mood ON article (mood);\n",
    "CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY);\nINSERT INTO later SELECT id FROM article;\n",
)
BEFORE = an_article(body="Before. " * 2000, slug="before", links=(a_link(id="x"), a_link(pending="new", id="y")))
LATER = FixedClock(NOON)
LATER.forward(3600)


@dataclass(frozen=True)
class Work:
    """One work on the folder `place`: how it is prepared there, done, and looked at after a fault.

    `look` raises `AssertionError` for anything lost or half-done, and returns what can be compared: the state before,
    the one after, or one between where the work is made of parts that are whole each. One that writes nothing but the
    database is met by a full disk page by page only.
    """

    name: str
    prepare: Callable[[Path], None]
    do: Callable[[Path], object]
    look: Callable[[Path], object]
    has_parts: bool = False
    is_database_only: bool = False


def sound(folder: Path) -> list[Article]:
    """Return all articles of a newsroom that is sound from every side; every image in use has its original."""
    connection = sqlite3.connect(folder / DATABASE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    connection.rollback()
    connection.close()
    opened = Database(folder)
    with opened.reading() as reading:
        found = articles.everything(reading)
        for image in images.everything(reading):
            assert media.original(folder, image) is not None or not image.has_file
    opened.close()
    return found


def _prepare(place: Path) -> None:
    made = a_database(place / "desk")
    digest = media.keep(made.folder, png(grey=7), ".png")
    first = an_image(id="7" * 32, sha256=digest)
    edits = (AddImage(first, say("Add"), NOON), CreateArticle(BEFORE, say("New"), NOON))
    Articles(made, FixedClock(), "Amina").apply(Several(edits, say("x")))
    made.close()


def _save(place: Path) -> None:
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    stored = door.get(BEFORE.id)
    digest = media.keep(opened.folder, png(), ".png")
    picture = an_image(id="8" * 32, sha256=digest)
    new = an_article(id="9" * 32, headline="New", body="After. " * 20, slug="new", hero=Placement(image_id=picture.id))
    with opened.reading() as connection:
        from editor.storage.settings import settings

        before = settings(connection)
    edits = (
        AddImage(picture, say("Add"), NOON),
        change_article(stored, say("Type"), body="After. " * 2000, headline="Another", links=stored.links[:1]),
        CreateArticle(new, say("New"), NOON),
        EditSettings(before, before.with_edition(before.editions[0]), say("Set")),
    )
    door.apply(Several(edits, say("Save")), keep_first=VersionKind.RESTORE)
    opened.close()


def _look_saved(place: Path) -> object:
    return [(one.headline, one.body, one.links, one.hero) for one in sound(place / "desk")]


def _migrate(place: Path) -> None:
    connection = connect_writing(place / "desk" / DATABASE_NAME)
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    migrate(connection, found, lambda: keep(place / "desk", NOON, "migration", None, quiet()), MORE_STEPS)
    connection.close()


def _look_migrated(place: Path) -> object:
    folder = place / "desk"
    connection = sqlite3.connect(folder / DATABASE_NAME)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    columns = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
    later = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone()[0]
    connection.close()
    assert ("mood" in columns, bool(later)) == (number > CURRENT, number > CURRENT + 1), "a step is half-done"
    assert number == CURRENT or described(folder), "it began without a backup"
    return number, [one.body for one in sound(folder)]


def _back_up(place: Path) -> None:
    for hours in (1, 2):
        clock = FixedClock(NOON)
        clock.forward(hours * 3600)
        keep(place / "desk", clock.now(), "hour", place / "stick", quiet())


def _prepare_stick(place: Path) -> None:
    _prepare(place)
    (place / "stick").mkdir()


def _look_backed_up(place: Path) -> object:
    found = backups(place / "desk")
    home = outside.home_in(place / "desk", place / "stick")
    copies = backups(home) if home else []
    for one in (*found, *copies):
        check(one.path, quiet())
    assert [one.body for one in sound(place / "desk")] == [BEFORE.body]
    return len(found), len(copies)


def _prepare_backup(place: Path) -> None:
    _prepare(place)
    style = place / "desk" / "themes" / "own" / "style.css"
    style.parent.mkdir(parents=True)
    style.write_text(BEFORE.body)
    keep(place / "desk", NOON, "hour", None, quiet())
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    door.apply(change_article(door.get(BEFORE.id), say("Type"), body="Now."))
    opened.close()
    style.write_text("Now.")


def _restore(place: Path) -> None:
    restore(backups(place / "desk")[-1].path, place / "new")


def _look_restored(place: Path) -> object:
    assert [one.body for one in sound(place / "desk")] == ["Now."]
    is_there = (place / "new").exists()
    assert not is_there or [one.body for one in sound(place / "new")] == [BEFORE.body]
    return is_there


def _restore_in_place(place: Path) -> None:
    restore_in_place(backups(place / "desk")[-1].path, place / "desk", "Amina", LATER.now())


def _look_in_place(place: Path) -> object:
    open_desk(place / "desk", clock=LATER).close()  # what was ended in the middle comes to its end
    for one in backups(place / "desk"):
        check(one.path, quiet())
    (article,) = sound(place / "desk")
    assert (place / "desk" / "themes" / "own" / "style.css").read_text() == article.body, "a theme of another time"
    assert not (place / "desk" / ".restoring").exists()
    assert article.body == "Now." or len(backups(place / "desk")) > 1, "the present was not kept"
    return article.body


def _prepare_export(place: Path) -> None:
    _prepare(place)
    _export(place)
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    published = change_article(
        door.get(BEFORE.id), say("Publish"), body="Now.", status=Status.PUBLISHED, published=NOON, language="en"
    )
    door.apply(published)
    opened.close()


def _export(place: Path) -> None:
    desk = open_desk(place / "desk", clock=LATER)
    desk.publishing.export(ExportRequest(out=place / "out", format="text"), quiet())
    desk.close()


def _look_exported(place: Path) -> object:
    sound(place / "desk")
    desk = open_desk(place / "desk", clock=LATER)
    report = verify_bundle(place / "out", quiet())
    desk.close()
    assert report.problems == ()
    return sorted(path.name for path in (place / "out").rglob("*.txt"))


@contextlib.contextmanager
def _amended_from(files: int) -> Iterator[None]:
    """Have bundles of more than so many files changed file by file, as those of thousands are."""
    before, staging.AMENDED_FROM = staging.AMENDED_FROM, files
    try:
        yield
    finally:
        staging.AMENDED_FROM = before


def _prepare_amending(place: Path) -> None:
    """Export 24 articles, then change one, take one back, give one another address, and add one."""
    _prepare(place)
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    out = {"status": Status.PUBLISHED, "published": NOON, "language": "en"}
    many = [an_article(slug=f"many-{number}", headline=f"Ferry {number}", **out) for number in range(24)]
    door.apply(created(*many))
    with _amended_from(8):
        _export(place)
    door.apply(change_article(door.get(many[0].id), say("Type"), body="Now."))
    door.apply(change_article(door.get(many[1].id), say("Take back"), status=Status.DRAFT))
    door.apply(change_article(door.get(many[2].id), say("Move"), slug="moved"))
    door.apply(created(an_article(slug="new", headline="New", **out)))
    opened.close()


def _amend(place: Path) -> None:
    with _amended_from(8):
        _export(place)


def _look_amended(place: Path) -> object:
    """Return what readers get: of a bundle that says it was interrupted, after the next export."""
    sound(place / "desk")
    found = {problem.kind for problem in verify_bundle(place / "out", quiet()).problems}
    if "interrupted" in found:
        _amend(place)
        found = {problem.kind for problem in verify_bundle(place / "out", quiet()).problems}
    assert found == set()
    return {path.name: path.read_bytes() for path in sorted((place / "out").rglob("*.txt"))}


def _prepare_delivery(place: Path) -> None:
    _prepare_amending(place)
    with _settings_in(place):
        deliver(DeliveryRequest(bundle=place / "out", to=str(place / "far"), is_taken_over=True), quiet())
    _amend(place)


def _deliver(place: Path) -> None:
    with _settings_in(place):
        deliver(DeliveryRequest(bundle=place / "out", to=str(place / "far")), quiet())


def _look_delivered(place: Path) -> object:
    """Return what lies at the far place: where a delivery was stopped, after the next one."""
    if list((place / "far").glob(f"{NOTE}*")):  # or the half of a note, before anything was changed
        assert not verify_bundle(place / "far", quiet()).ok, "what is under way passes for a whole bundle"
        _deliver(place)
    assert verify_bundle(place / "far", quiet()).problems == ()
    return {path.name: path.read_bytes() for path in sorted((place / "far").rglob("*.txt"))}


def _go_live(place: Path) -> None:
    desk = open_desk(place / "desk", clock=LATER)
    live = Live(desk.publishing, desk.newsroom)
    with _amended_from(8):
        try:
            live.begin(LiveRequest(out=place / "live"), quiet())
        finally:
            live.end()
            desk.close()


def _prepare_live(place: Path) -> None:
    _prepare(place)
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    out = {"status": Status.PUBLISHED, "published": NOON, "language": "en"}
    door.apply(created(an_article(id="live", slug="live", headline="Before", **out)))
    _go_live(place)
    door.apply(change_article(door.get("live"), say("Type"), headline="After"))
    opened.close()


def _look_live(place: Path) -> object:
    sound(place / "desk")
    found = {problem.kind for problem in verify_bundle(place / "live", quiet()).problems}
    if "interrupted" in found:
        _go_live(place)
        found = {problem.kind for problem in verify_bundle(place / "live", quiet()).problems}
    assert found == set()
    return ["After" in path.read_text() for path in sorted((place / "live").rglob("*.html"))]


def _report(place: Path) -> None:
    desk = open_desk(place / "desk", clock=LATER)
    desk.reporting.save(place / "report.csv", (), quiet())
    desk.close()


def _prepare_report(place: Path) -> None:
    _prepare_export(place)
    (place / "report.csv").write_bytes(b"before\n")


def _look_reported(place: Path) -> object:
    sound(place / "desk")
    data = (place / "report.csv").read_bytes()
    assert data == b"before\n" or data.endswith(b'"\r\n'), "half a report"
    return data


def _book(place: Path) -> None:
    desk = open_desk(place / "desk", clock=LATER)
    Renditions(desk.articles, desk.images, desk.newsroom, desk.clock).book(
        BookRequest(out=place / "book.epub"), quiet()
    )
    desk.close()


def _prepare_book(place: Path) -> None:
    _prepare_export(place)
    (place / "book.epub").write_bytes(b"before\n")


def _look_at_book(place: Path) -> object:
    sound(place / "desk")
    data = (place / "book.epub").read_bytes()
    assert data == b"before\n" or zipfile.is_zipfile(place / "book.epub"), "half a book"
    return data


def _prepare_files(place: Path) -> None:
    _prepare(place)
    for number in range(3):
        hero = f"{{file: images/{number}.png, alt: x}}"
        front = f'headline: "File {number}"\nlanguage: en\nslug: file-{number}\nhero: {hero}\n'
        write(place / "in", f"{number}.md", front, f"Words of {number}.\n")
        (place / "in" / "images").mkdir(exist_ok=True)
        (place / "in" / "images" / f"{number}.png").write_bytes(png(grey=40 + number))


def _take_in(place: Path) -> None:
    desk = open_desk(place / "desk", clock=LATER)
    understood = desk.taking_in.read([place / "in"], TakingInOptions(update=True), quiet())
    report = desk.taking_in.take(understood, quiet())
    desk.close()
    assert not understood.refused, understood.refused
    assert not report.refused, report.refused


def _look_taken_in(place: Path) -> object:
    schema_of(place / "desk" / DATABASE_NAME)
    found = sorted((one for one in sound(place / "desk") if one.slug.startswith("file")), key=lambda one: one.slug)
    for number, article in enumerate(found):
        assert (article.slug, article.body.strip()) == (f"file-{number}", f"Words of {number}."), "half taken in"
        assert article.hero is not None, "taken in without its picture"
    return len(found)


def copied(place: Path, to: Path) -> Path:
    """Return a copy of the prepared folder `place` at `to`, in place of what was there."""
    if to.exists():
        shutil.rmtree(to)
    return Path(shutil.copytree(place, to))


def _prepare_trash(place: Path) -> None:
    _prepare(place)
    opened = Database(place / "desk")
    door = Articles(opened, LATER, "Amina")
    for number in range(3):
        digest = media.keep(opened.folder, png(grey=60 + number), ".png")
        image = an_image(sha256=digest, trashed_at=NOON)
        door.apply(AddImage(image, say("Add"), NOON))
    opened.close()


def _empty_trash(place: Path) -> None:
    opened = Database(place / "desk")
    trash = ImageTrash(opened)
    trash.remove(trash.removable(quiet()))
    opened.close()


def _look_emptied(place: Path) -> object:
    sound(place / "desk")
    opened = Database(place / "desk")
    with opened.reading() as connection:
        left = images.everything(connection, in_trash=True)
    opened.close()
    assert all(media.original(place / "desk", image) for image in left), "a file went before its row"
    return len(left)


def _prepare_many(place: Path) -> None:
    _prepare(place)
    opened = Database(place / "desk")
    many = tuple(
        an_article(slug=f"many-{number}", headline=f"Ferry {number}", body="A ferry. ") for number in range(12)
    )
    Articles(opened, FixedClock(), "Amina").apply(created(*many))
    opened.close()


def _replace_in_many(place: Path) -> None:
    opened = Database(place / "desk")
    rewriting = Rewriting(opened, LATER, "Amina")
    found = [one for one in Articles(opened, LATER, "Amina").all() if one.slug.startswith("many")]
    for number, one in enumerate(found):
        # Some with their headline, and so their address; the others by the short way.
        more = {"headline": f"Boat {number}"} if number % 4 == 0 else {}
        rewriting.prepare([change_article(one, say("Replace"), body="A boat. ", **more)])
    assert not rewriting.write().refused
    opened.close()


def _look_replaced(place: Path) -> object:
    found = [one for one in sound(place / "desk") if one.slug != BEFORE.slug]
    assert len({one.body for one in found}) == 1, "replaced in some articles and not in others"
    opened = Database(place / "desk")
    for one in found:
        with opened.reading() as connection:
            kept = [versions.version(connection, head.id) for head in versions.heads(connection, one.id)]
        assert [version.body for version in kept if version] == ["A ferry. "] * ("boat" in one.body), "not kept first"
    opened.close()
    return sorted((one.slug, one.body) for one in found)


@contextlib.contextmanager
def _settings_in(place: Path) -> Iterator[None]:
    before = os.environ.get(CONFIG_VARIABLE, "")
    os.environ[CONFIG_VARIABLE] = str(place / "settings")
    try:
        yield
    finally:
        os.environ[CONFIG_VARIABLE] = before


def _prepare_certificate(place: Path) -> None:
    with _settings_in(place):
        make_certificate_here("Before", NOON)


def _change_certificate(place: Path) -> None:
    with _settings_in(place):
        make_certificate_here("After", NOON)


def _look_at_certificate(place: Path) -> object:
    with _settings_in(place):
        facts = signing_now(NOON).facts
    assert facts is not None, "no certificate is left"
    return facts.name


WORKS = (
    Work("save", _prepare, _save, _look_saved),
    Work("migration", _prepare, _migrate, _look_migrated, has_parts=True),
    Work("backup", _prepare_stick, _back_up, _look_backed_up, has_parts=True),
    Work("restore", _prepare_backup, _restore, _look_restored),
    Work("restore in place", _prepare_backup, _restore_in_place, _look_in_place),
    Work("export", _prepare_export, _export, _look_exported),
    Work("amending a bundle", _prepare_amending, _amend, _look_amended),
    Work("delivery", _prepare_delivery, _deliver, _look_delivered),
    Work("live folder", _prepare_live, _go_live, _look_live),
    Work("report", _prepare_report, _report, _look_reported),
    Work("book", _prepare_book, _book, _look_at_book),
    Work("emptying the trash", _prepare_trash, _empty_trash, _look_emptied, has_parts=True),
    Work("replacing in many", _prepare_many, _replace_in_many, _look_replaced, is_database_only=True),
    Work("ingest", _prepare_files, _take_in, _look_taken_in, has_parts=True),
    Work("certificate", _prepare_certificate, _change_certificate, _look_at_certificate),
)

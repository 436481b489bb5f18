"""A newsroom that somebody prepared: what is kept in it to save work brings nothing into what goes out."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from editor.bootstrap import open_desk
from editor.core.files import is_plain_name, sha256_of
from editor.core.jobs import quiet
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.publish.reuse import Kept, Memory
from editor.services.archive import with_safe_slugs
from editor.services.publishing import ExportRequest
from editor.storage.kept_bodies import KeptBodies
from tests.builders import an_article
from tests.services.desks import a_desk, take, write
from tests.services.newsdesks import a_news_desk

SCRIPT = "<script>alert(1)</script>"


def test_a_prepared_cache_brings_nothing_into_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As from somebody who has Makala too: everything is in order there, and is of another computer."""
    folder, out, clean = tmp_path / "desk", tmp_path / "out", tmp_path / "clean"
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of somebody else"))
    with a_news_desk(folder) as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
        shutil.copytree(out, clean)
        (memory,) = (folder / "cache" / "pages").glob("*.json")
        pages = {path.relative_to(out).as_posix(): path for path in out.rglob("index.html")}
        remembered = dict(Memory(memory).read()[0])
    bodies = folder / "cache" / "bodies" / "bodies.sqlite3"
    with contextlib.closing(sqlite3.connect(bodies)) as connection:
        kept = {row[0]: (SCRIPT + row[1], row[2]) for row in connection.execute("SELECT * FROM sealed_body")}
    assert kept
    KeptBodies(bodies).keep(kept)
    for copy in (folder / "cache" / "copies").rglob("*.*"):
        copy.write_bytes(SCRIPT.encode())
    for name, path in pages.items():
        path.write_text(SCRIPT)
        remembered[name] = Kept(remembered[name].key, sha256_of(path), remembered[name].changed)
    Memory(memory).keep(remembered)

    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of who opens it"))
    with contextlib.closing(open_desk(folder)) as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
        desk.publishing.export(ExportRequest(out=tmp_path / "new"), quiet())
    whole = _files(clean)
    assert _files(out) == whole
    assert _files(tmp_path / "new") == whole
    assert not any(SCRIPT.encode() in data for data in whole.values())


@pytest.mark.parametrize("slug", ["../../evil", "/{place}/evil", "..", "a\0b", "..\\..\\evil", "", "con", "other/"])
def test_an_archive_writes_nothing_outside_whatever_a_database_says(tmp_path: Path, slug: str) -> None:
    folder, place = tmp_path / "deep" / "desk", tmp_path / "deep" / "out"
    with a_desk(folder) as desk:
        for number in range(2):
            write(tmp_path / "in", f"{number}.md", f"headline: Some\nlanguage: en\nslug: other{number}\n")
        take(desk, tmp_path / "in")
    shutil.rmtree(tmp_path / "in")
    named = slug.replace("{place}", str(tmp_path))
    with contextlib.closing(sqlite3.connect(folder / "newsroom.sqlite3")) as connection, connection:
        connection.execute("UPDATE article SET slug = ?", (named,))
        connection.execute("UPDATE article SET slug = 'Other' WHERE slug_key = 'other1'")
    with contextlib.closing(open_desk(folder)) as desk:
        report = desk.archive.write(place, quiet())
    assert report.articles == 2
    assert {path.parent for path in tmp_path.rglob("*.md")} == {place}
    with a_desk(tmp_path / "again") as desk:
        assert not take(desk, place).refused


@pytest.mark.parametrize("one", ["..\\..\\evil", "C:\\evil", "nul", "../evil"])
def test_an_id_leads_nowhere_else_either(one: str) -> None:
    """It stands in for a slug of which nothing is left."""
    (called,) = with_safe_slugs([an_article(id=one, slug="-")])
    assert is_plain_name(called.slug)


def _files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(".makala")}

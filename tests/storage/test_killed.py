"""The process dies at every statement of a save, or at any moment of many: what was accepted is there."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, CreateArticle, Edit, Several, change_article
from editor.domain.image import Placement
from editor.services.articles import Articles
from editor.storage import articles, database, images, media, search, versions
from editor.storage.database import Database
from editor.storage.migrating import schema_of
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, an_image, png
from tests.processes import DONE, die, end_of_child, kill, needs_fork, running_child

pytestmark = needs_fork

BEFORE = an_article(body="Before. " * 2000, slug="before", links=(a_link(id="x"), a_link(pending="new", id="y")))


def _apply(folder: Path, edit: Edit) -> None:
    opened = Database(folder)
    Articles(opened, FixedClock(), "Amina").apply(edit)
    opened.close()


def _dying_at(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let this process die when SQLite begins the statement `number` of a connection that writes."""
    connect = database.connect_writing
    left = [number]

    def count(_statement: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            die()

    def watched(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(count)
        return connection

    monkeypatch.setattr("editor.storage.writing.connect_writing", watched)


def _sound(folder: Path) -> list[Article]:
    """Return all articles, having looked at the file and the search index from every side."""
    schema_of(folder / "newsroom.sqlite3")
    opened = Database(folder)
    with opened.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = articles.everything(connection)
        for article in found:
            word = article.body.split()[0]
            assert article.id in {hit.id for hit in search.find(connection, word)}
            for head in versions.heads(connection, article.id):
                assert versions.version(connection, head.id) is not None
        for image in images.everything(connection):
            assert media.original(folder, image) is not None or not image.has_file
    opened.close()
    return found


def _edits(folder: Path) -> dict[str, Edit]:
    opened = Database(folder)
    with opened.reading() as connection:
        stored = articles.article(connection, BEFORE.id)
    opened.close()
    assert stored is not None
    digest = media.keep(folder, png(), ".png")
    picture = an_image(sha256=digest)
    new = an_article(headline="New", body="After. " * 20, slug="new", hero=Placement(image_id=picture.id))
    return {
        "typing": change_article(stored, say("Type"), body="After. " * 2000),
        "restoring": replace(change_article(stored, say("Restore"), body="After. " * 2000), keeps_present=True),
        "links": change_article(stored, say("Link"), links=(a_link(id="z"), replace(stored.links[0], on_card=False))),
        "taking in": Several(
            (AddImage(picture, say("Add"), NOON), CreateArticle(new, say("New"), NOON)), say("Take in")
        ),
    }


@pytest.mark.parametrize("name", ["typing", "restoring", "links", "taking in"])
def test_killed_at_every_statement_it_is_as_before_or_as_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made = a_database(tmp_path / "desk")
    Articles(made, FixedClock(), "Amina").apply(CreateArticle(BEFORE, say("New"), NOON))
    made.close()
    edit = _edits(made.folder)[name]
    before = _sound(made.folder)
    statements = 0

    def work() -> None:
        _dying_at(monkeypatch, statements)
        _apply(made.folder, edit)

    while end_of_child(work) != DONE:
        assert _sound(made.folder) == before
        statements += 1
    assert statements > 5
    assert _sound(made.folder) != before


def _types_for_ever(folder: Path, begun: Path) -> None:
    """Apply one edit after another; the file `said` names the last that was accepted."""
    opened = Database(folder)
    door = Articles(opened, FixedClock(), "Amina")
    article = door.get(BEFORE.id)
    said = (folder / "said").open("ab", buffering=0)
    number = 0
    while True:
        number += 1
        body = f"{number} " + "word " * Random(number).randint(1, 12_000)  # noqa: S311 - no secret
        door.apply(change_article(article, say("Type"), body=body))
        article = door.get(BEFORE.id)
        said.write(b"%d\n" % number)
        begun.touch()


def test_killed_at_any_moment_every_accepted_edit_is_there(tmp_path: Path) -> None:
    made = a_database(tmp_path / "desk")
    Articles(made, FixedClock(), "Amina").apply(CreateArticle(BEFORE, say("New"), NOON))
    made.close()
    work: Callable[[Path], None] = lambda begun: _types_for_ever(made.folder, begun)  # noqa: E731
    for round_number in range(8):
        begun = tmp_path / f"begun-{round_number}"
        with running_child(work, begun) as child:
            time.sleep(Random(round_number).random() * 0.1)  # noqa: S311 - no secret
            kill(child)
        accepted = int((made.folder / "said").read_bytes().split()[-1])
        (article,) = _sound(made.folder)
        kept = int(article.body.split()[0])
        assert kept in {accepted, accepted + 1}  # the last may have reached the disk before it was said

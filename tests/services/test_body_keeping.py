"""Bodies are rendered ahead of an export, which gives the same bytes with them and without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Article, Correction, Status
from editor.domain.content import content_hash
from editor.domain.edits import EditSettings, change_article
from editor.publish.bodies import body_key
from editor.services.publishing import ExportRequest
from editor.storage.kept_bodies import KeptBodies
from tests.builders import NOON, a_link, an_article, created, some_settings
from tests.services.desks import a_desk

KEPT = "cache/bodies/bodies.sqlite3"


def _keep(desk: Desk, *articles: Article) -> int:
    return desk.publishing.keeping.keep({article.id for article in articles}, quiet())


def test_what_was_saved_is_rendered_once_and_no_other(tmp_path: Path) -> None:
    first, second, empty = an_article(body="One *word*."), an_article(slug="b", body="Two."), an_article(slug="c")
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(first, second, empty))
        assert _keep(desk, first, empty) == 1
        assert _keep(desk, first, second) == 1
        assert _keep(desk, first, second, empty) == 0
        desk.articles.apply(change_article(second, say("Type"), body="Three."))
        assert _keep(desk, second) == 1


def test_the_hash_of_what_was_saved_is_worked_out_too(tmp_path: Path) -> None:
    first, second = an_article(body="One."), an_article(slug="b", links=(a_link(pending="later"),))
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(first, second))
        _keep(desk, first, second)
        hashes = {content_hash(article) for article in desk.articles.all()}
        assert set(KeptBodies(tmp_path / "desk" / KEPT).versions().values()) == hashes


def test_all_texts_of_an_article_are_rendered_as_its_page_shows_them(tmp_path: Path) -> None:
    article = an_article(body="# One", reactions="# Two", corrections=(Correction(at=NOON, note="# Three"),))
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(article))
        assert _keep(desk, article) == 3
    kept = KeptBodies(tmp_path / "desk" / KEPT)
    assert not kept.missing([body_key("# One", 2), body_key("# Two", 3), body_key("# Three", 4)])


def test_many_and_long_ones_are_rendered_in_the_process_beside(tmp_path: Path) -> None:
    many = [an_article(slug=f"a-{number}", body=f"Number {number}.") for number in range(30)]
    long = an_article(slug="long", body="Long *words*. " * 5_000)
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(*many, long))
        assert _keep(desk, *many) == 30
        assert _keep(desk, long) == 1
        assert _keep(desk, *many, long) == 0
        stopped = JobContext()
        stopped.cancel()
        with pytest.raises(Cancelled):
            desk.publishing.keeping.keep({article.id for article in many}, stopped)
    assert not KeptBodies(tmp_path / "desk" / KEPT).missing([body_key(long.body)])


def test_words_that_no_article_has_any_more_are_let_go_of_in_time(tmp_path: Path) -> None:
    article = an_article(body="These stay.")
    kept = KeptBodies(tmp_path / "desk" / KEPT)
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(article))
        kept.keep({f"{number}": ("x", "[]") for number in range(400)})
        _keep(desk, article)
        assert kept.count() == 402, "a few do no harm"
        kept.keep({f"{number}": ("x", "[]") for number in range(600)})
        _keep(desk, article)
        assert kept.count() == 2, "its body and its hash"
        assert not kept.missing([body_key(article.body)])
        kept.keep_versions({f"{number}": "x" for number in range(600)})
        _keep(desk, article)
        assert kept.count() == 2


def test_a_newsroom_that_is_read_only_is_left_as_it_is(tmp_path: Path) -> None:
    article = an_article(body="Words.")
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(article))
    desk = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    try:
        assert _keep(desk, article) == 0
    finally:
        desk.close()
    assert not (tmp_path / "desk" / KEPT).exists()


def test_a_place_where_nothing_can_be_kept_is_no_trouble(tmp_path: Path) -> None:
    article = an_article(body="Words.")
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(article))
        (tmp_path / "desk" / "cache").mkdir(exist_ok=True)
        (tmp_path / "desk" / "cache" / "bodies").write_text("no folder")
        assert _keep(desk, article) == 1


def test_an_export_takes_them_and_gives_the_same_bytes(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, some_settings("en"), say("Editions")))
        article = an_article(body="One *word*.", status=Status.PUBLISHED, published=NOON)
        desk.articles.apply(created(article))
        without = desk.publishing.export(ExportRequest(out=tmp_path / "without"), quiet())
        shutil.rmtree(tmp_path / "desk" / "cache")
        _keep(desk, article)
        given = desk.publishing.export(ExportRequest(out=tmp_path / "with"), quiet())
        assert given.manifest_sha256 == without.manifest_sha256
        kept = KeptBodies(tmp_path / "desk" / KEPT)
        key = body_key(article.body)
        kept.keep({key: ("<p>From there.</p>", "[]")})
        marked = desk.publishing.export(ExportRequest(out=tmp_path / "marked"), quiet())
        assert marked.manifest_sha256 != without.manifest_sha256, "they were not taken from there"

"""Bodies are rendered ahead of an export, which gives the same bytes with them and without."""

from __future__ import annotations

import shutil
from pathlib import Path

from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import EditSettings, change_article
from editor.publish.bodies import body_key
from editor.services.publishing import ExportRequest
from editor.storage.kept_bodies import KeptBodies
from tests.builders import NOON, an_article, created, some_settings
from tests.services.desks import a_desk


def test_what_was_saved_is_rendered_once(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(
            created(an_article(body="One *word*."), an_article(slug="b", body="Two."), an_article(slug="c"))
        )
        assert desk.publishing.keep_bodies(quiet()) == 2
        assert desk.publishing.keep_bodies(quiet()) == 0
        article = desk.articles.find("b")
        assert article is not None
        desk.articles.apply(change_article(article, say("Type"), body="Three."))
        assert desk.publishing.keep_bodies(quiet()) == 1


def test_an_export_takes_them_and_gives_the_same_bytes(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, some_settings("en"), say("Editions")))
        article = an_article(body="One *word*.", status=Status.PUBLISHED, published=NOON)
        desk.articles.apply(created(article))
        without = desk.publishing.export(ExportRequest(out=tmp_path / "without"), quiet())
        shutil.rmtree(tmp_path / "desk" / "cache")
        desk.publishing.keep_bodies(quiet())
        given = desk.publishing.export(ExportRequest(out=tmp_path / "with"), quiet())
        assert given.manifest_sha256 == without.manifest_sha256
        kept = KeptBodies(tmp_path / "desk/cache/bodies/bodies.sqlite3")
        key = body_key(article.body)
        kept.keep({key: ("<p>From there.</p>", "[]")})
        marked = desk.publishing.export(ExportRequest(out=tmp_path / "marked"), quiet())
        assert marked.manifest_sha256 != without.manifest_sha256, "they were not taken from there"

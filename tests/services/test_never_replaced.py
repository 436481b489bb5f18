"""Pitfall 8: nothing that is there is replaced without a word: no article, no picture, no export, no newsroom."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import CreateArticle, change_article
from editor.services.articles import Articles
from editor.services.publishing import ExportRequest
from editor.services.safekeeping import restore
from editor.services.salvage import salvage
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, an_article
from tests.services.desks import take, write
from tests.services.newsdesks import a_news_desk, first_article


def test_pitfall_8_a_new_article_takes_neither_the_id_nor_the_address_of_another(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        there = first_article(desk)
        for same in (an_article(id=there.id, slug="other"), an_article(id="f" * 32, slug=there.slug)):
            with pytest.raises(UserError):
                desk.articles.apply(CreateArticle(same, say("New"), NOON))
        assert first_article(desk) == there
        twin = an_article(id="e" * 32, headline=there.headline, slug="")
        desk.articles.apply(CreateArticle(twin, say("New"), NOON))
        assert desk.articles.get(twin.id).slug not in {"", there.slug}


def test_pitfall_8_a_file_of_an_article_that_is_there_is_refused_or_the_present_is_kept(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        there = first_article(desk)
        path = write(tmp_path / "in", "a.md", f"language: en\nheadline: Other\nid: {there.id}\n", "Other words.\n")
        assert take(desk, path).taken == ()
        assert first_article(desk) == there
        assert len(take(desk, path, update=True).taken) == 1
        assert first_article(desk).body.strip() == "Other words."
        kept = [desk.articles.version(head.id) for head in desk.articles.versions(there.id)]
        assert there.body in {article.body for article in kept}


def test_pitfall_8_pictures_of_one_name_are_both_kept(tmp_path: Path) -> None:
    from tests.builders import png

    with a_news_desk(tmp_path / "desk") as desk:
        first, second = (desk.images.read(png(grey=grey), "same.png") for grey in (1, 2))
        assert first.path != second.path
        places = [desk.images.original(image) for image in (first, second)]
        assert [place.read_bytes() for place in places if place] == [png(grey=1), png(grey=2)]


@pytest.mark.parametrize("as_zip", [False, True])
def test_pitfall_8_what_the_application_did_not_make_is_not_exported_over(
    tmp_path: Path,
    as_zip: bool,  # noqa: FBT001 - pytest hands it over
) -> None:
    out = tmp_path / ("out.zip" if as_zip else "out")
    with a_news_desk(tmp_path / "desk") as desk:
        if as_zip:
            out.write_bytes(b"mine")
        else:
            out.mkdir()
            (out / "letter.txt").write_text("mine", encoding="utf-8")
        with pytest.raises((UserError, Fault)):
            desk.publishing.export(ExportRequest(out=out, format="text", zip=as_zip), quiet())
    assert (out if as_zip else out / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_pitfall_8_neither_backup_nor_salvage_goes_over_anything(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "letter.txt").write_text("mine", encoding="utf-8")
    with a_news_desk(tmp_path / "desk") as desk:
        backup = desk.safekeeping.backup(quiet()).path
        assert desk.safekeeping.backup(quiet()).path != backup
        for work in (
            lambda: restore(backup, there),
            lambda: salvage(desk.folder, there, quiet()),
            lambda: restore(backup, desk.folder),
        ):
            with pytest.raises(UserError):
                work()
    assert [path.name for path in there.iterdir()] == ["letter.txt"]


def test_pitfall_10_an_edit_that_does_not_know_of_another_writes_over_nothing(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        seen = first_article(desk)
        other = Database(desk.folder)  # a second process that minds no lock
        Articles(other, FixedClock(), "Juma").apply(change_article(seen, say("Type"), body="Words of Juma"))
        other.close()
        with pytest.raises(UserError, match="changed meanwhile"):
            desk.articles.apply(change_article(seen, say("Type"), body="Words of Asha"))
        assert first_article(desk).body == "Words of Juma"

"""From a newsroom on disk to a verified bundle, as window and command line do it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.check_choices import Level
from editor.domain.edits import EditSettings, change_article
from editor.services.judging import HeldBackError
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.verifying import verify_bundle
from tests.builders import NOON, FixedClock
from tests.services.desks import a_desk
from tests.services.newsdesks import a_news_desk, first_article


def export(desk: Desk, out: Path, **fields: Any) -> ExportReport:  # noqa: ANN401 - any field of the request
    return desk.publishing.export(ExportRequest(out=out, **fields), quiet())


def test_an_export_verifies_and_says_what_it_did(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        report = export(desk, out)
        assert report.editions == ("en", "sw")
        assert report.files == report.written
        assert (out / report.first_page).is_file()
        assert any("address of the site" in str(warning) for warning in report.warnings)
        verified = verify_bundle(out, quiet())
        assert (verified.ok, verified.files) == (True, report.files)
        again = export(desk, out)
        assert (again.written, again.unchanged, again.removed) == (0, report.files, 0)
        assert again.manifest_sha256 == report.manifest_sha256


def test_exporting_changes_nothing_in_the_newsroom(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        before = first_article(desk), desk.articles.versions("1" * 32), desk.newsroom.settings
        export(desk, tmp_path / "out")
        assert (first_article(desk), desk.articles.versions("1" * 32), desk.newsroom.settings) == before


def test_a_desk_that_only_reads_exports_too(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk"):
        reader = open_desk(tmp_path / "desk", mode=OpenMode.READ, clock=FixedClock())
        assert export(reader, tmp_path / "out").files
        reader.close()


def test_one_edit_is_one_page_each(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "out")
        desk.articles.apply(change_article(first_article(desk), say("x"), body="Other words."))
        assert export(desk, tmp_path / "out").written == 2


def test_the_editions_asked_for_are_given(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        assert export(desk, tmp_path / "out", editions=("sw",)).editions == ("sw",)
        assert not (tmp_path / "out/en").exists()
        with pytest.raises(UserError, match="“fr”"):
            export(desk, tmp_path / "other", editions=("fr",))


def test_a_newsroom_without_an_edition_cannot_be_exported(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk, pytest.raises(UserError, match="no edition"):
        export(desk, tmp_path / "out")


def test_a_draft_is_given_when_it_is_named(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "out")
        assert not (tmp_path / "out/en/not-yet").exists()
        export(desk, tmp_path / "out", articles=("not-yet",))
        assert (tmp_path / "out/en/not-yet/index.html").is_file()
        with pytest.raises(UserError, match="“nothing”"):
            export(desk, tmp_path / "out", articles=("nothing",))


def test_the_instant_may_be_named(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        embargo = NOON + timedelta(days=1)
        desk.articles.apply(change_article(first_article(desk), say("x"), embargo=embargo))
        export(desk, tmp_path / "out")
        assert not (tmp_path / "out/en/drums-at-dusk").exists()
        export(desk, tmp_path / "out", at=embargo)
        assert (tmp_path / "out/en/drums-at-dusk/index.html").is_file()


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_zip_verifies_and_is_the_same_twice(tmp_path: Path, kind: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        for name in ("one.zip", "two.zip"):
            export(desk, tmp_path / name, format=kind, zip=True)
        assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
        assert verify_bundle(tmp_path / "one.zip", quiet()).ok


def test_a_format_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        with pytest.raises(UserError, match="html, text"):
            export(desk, tmp_path / "out", format="pdf")
        assert [spec.id for spec in desk.publishing.formats()] == ["html", "text", "epub", "ninjs"]


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_missing_or_changed_original_stops_the_export(tmp_path: Path, damage: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        before = export(desk, tmp_path / "out")
        (image,) = desk.images.all()
        original = desk.images.original(image)
        assert original
        original.chmod(0o600)
        original.unlink() if damage == "missing" else original.write_bytes(b"something else")
        with pytest.raises(Fault, match=r"hills\.png"):
            export(desk, tmp_path / "out")
        shutil.rmtree(tmp_path / "desk/cache")
        with pytest.raises(Fault, match=r"hills\.png"):
            export(desk, tmp_path / "other")
        assert verify_bundle(tmp_path / "out", quiet()).files == before.files


def test_what_is_kept_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        first = export(desk, tmp_path / "out")
        shutil.rmtree(tmp_path / "desk/cache")
        again = export(desk, tmp_path / "out")
        assert (again.unchanged, again.manifest_sha256) == (first.files, first.manifest_sha256)


def test_a_stopped_export_leaves_nothing(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        context = quiet()
        context.cancel()
        with pytest.raises(Cancelled):
            desk.publishing.export(ExportRequest(out=tmp_path / "out"), context)
        assert not (tmp_path / "out").exists()


def test_verifying_looks_into_pictures(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "out")
        picture = next((tmp_path / "out/images").glob("*.jpg"))
        picture.write_bytes(picture.read_bytes()[:100])
        report = verify_bundle(tmp_path / "out", quiet())
        assert not report.ok
        assert [(one.path, one.kind) for one in report.problems] == [(f"images/{picture.name}", "changed")]


def test_the_number_of_threads_changes_no_byte(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        one = export(desk, tmp_path / "one", jobs=1)
        shutil.rmtree(tmp_path / "desk/cache")
        assert export(desk, tmp_path / "two", jobs=4).manifest_sha256 == one.manifest_sha256


def test_requests_are_values() -> None:
    assert replace(ExportRequest(out=Path("a")), zip=True).zip


def test_a_rule_that_stops_exports_holds_back_what_goes_out_and_nothing_else(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        before = desk.newsroom.settings
        levels = before.checks.with_level("image-words", Level.BLOCK, Level.WARN)
        levels = levels.with_level("headline", Level.BLOCK, Level.WARN)
        desk.articles.apply(EditSettings(before, replace(before, checks=levels), say("Rules")))
        desk.articles.apply(change_article(desk.articles.get("3" * 32), say("x"), headline=" "))  # a draft
        with pytest.raises(HeldBackError, match="1 problem stops") as held:
            export(desk, tmp_path / "out")
        assert [(one.check, one.article) for one in held.value.problems] == [("image-words", "1" * 32)]
        assert not (tmp_path / "out").exists()
        desk.articles.apply(desk.checking.accepting(held.value.problems[0], "It is only a texture.", "Asha"))
        assert export(desk, tmp_path / "out").files
        with pytest.raises(HeldBackError):
            export(desk, tmp_path / "out", articles=("3" * 32,))


def test_accepting_makes_no_page_again(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        export(desk, tmp_path / "out")
        desk.articles.apply(desk.checking.accepting(desk.checking.problems("1" * 32)[0], "It is well.", "Asha"))
        assert export(desk, tmp_path / "out").written == 0


def test_what_waits_for_its_hour_is_counted_and_stays_in(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        assert desk.publishing.waiting() == []
        hour = desk.clock.now() + timedelta(days=1)
        article = first_article(desk)
        desk.articles.apply(change_article(article, say("x"), embargo=hour))
        assert set(desk.publishing.waiting()) == {hour}
        before = export(desk, tmp_path / "before", format="text")
        after = export(desk, tmp_path / "after", format="text", at=hour)
        assert before.files < after.files

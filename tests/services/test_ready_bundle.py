"""A bundle is kept ready where it is worth it, made in another process, and never in anybody's way."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.clock import SystemClock
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.edits import EditSettings, change_article
from editor.publish.exclusive import alone_at
from editor.services import ready_bundle, standing
from editor.services.publishing import ExportRequest
from editor.services.ready_bundle import Limits, make_ready
from editor.services.signing import make_certificate_here
from editor.services.snapshots import KEPT, READY
from editor.services.verifying import verify_bundle
from editor.storage.database import Database
from tests.services.newsdesks import a_news_desk, first_article

PLACE = Path(KEPT) / READY


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_news_desk(tmp_path / "desk") as made:
        yield made


def keep(desk: Desk, context: JobContext | None = None, **limits: Any) -> bool:  # noqa: ANN401 - any limit
    wanted = Limits(1, 1 << 30, 0)._replace(**limits)
    return make_ready(_database(desk), context or quiet(), wanted)


def _database(desk: Desk) -> Database:
    return desk.publishing.keeping._database


def made_of(desk: Desk) -> str:
    return (desk.folder / PLACE / "en" / first_article(desk).slug / "index.html").read_text()


def test_it_is_made_and_follows_what_is_saved(desk: Desk) -> None:
    assert keep(desk)
    assert verify_bundle(desk.folder / PLACE, quiet()).ok
    desk.articles.apply(change_article(first_article(desk), say("x"), body="Words of *today*."))
    assert "Words of <em>today</em>." not in made_of(desk)
    assert keep(desk)
    assert "Words of <em>today</em>." in made_of(desk)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    "limits",
    [{"least_pages": 7}, {"most_bytes": 6 * 20_000}, {"most_bytes": 0}, {"least_room": 1 << 60}],
    ids=["few", "large", "any", "no room"],
)
def test_where_it_is_worth_nothing_there_is_none(desk: Desk, limits: dict[str, Any]) -> None:
    assert keep(desk)
    assert not keep(desk, **limits)
    assert not (desk.folder / PLACE).exists()
    assert keep(desk)


def test_six_pages_are_three_articles_in_two_editions(desk: Desk) -> None:
    assert keep(desk, least_pages=6)
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, replace(before, editions=()), say("x")))
    assert not keep(desk)


def test_few_pages_start_no_process(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_bundle, "Crew", None)
    assert not keep(desk, least_pages=7)


def test_pictures_that_are_signed_are_made_anew_so_none_is_kept(desk: Desk) -> None:
    assert keep(desk)
    make_certificate_here("Pwani Leo", SystemClock().now())
    assert not keep(desk)
    assert not (desk.folder / PLACE).exists()


def test_one_that_came_out_too_large_is_not_made_again_and_again(desk: Desk) -> None:
    article = first_article(desk)
    desk.articles.apply(change_article(article, say("x"), body="Many words. " * 40_000))
    assert not keep(desk, most_bytes=400_000)
    assert not (desk.folder / PLACE).exists()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ready_bundle, "Crew", None)
        assert not keep(desk, most_bytes=400_000)
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, replace(before, editions=before.editions[:1]), say("x")))
    assert keep(desk), "there is less of it"


def test_one_that_no_export_could_copy_is_not_made_again_and_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_MOST_FILES", 3)
    assert desk.publishing.keep_ready(quiet()) is None


def test_a_machine_that_cannot_do_it_is_not_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ready_bundle, "_make", _end)
        assert not keep(desk)
        patched.setattr(ready_bundle, "Crew", None)
        assert not keep(desk)
    os.utime(desk.folder / PLACE.parent / "given-up", (0, 0))
    assert keep(desk), "that was long ago"


def _end(*_: object) -> bool:
    os.kill(os.getpid(), signal.SIGKILL)
    return True


@pytest.mark.parametrize("harm", ["file beside", "file in its place", "empty manifest", "no manifest", "other bundle"])
def test_what_does_not_belong_there_gives_way(desk: Desk, tmp_path: Path, harm: str) -> None:
    assert keep(desk)
    place = desk.folder / PLACE
    if harm == "file beside":
        (place / "manifest (conflicted copy).json").write_text("{}")
    elif harm == "file in its place":
        shutil.rmtree(place)
        place.write_text("no folder")
    elif harm == "empty manifest":
        (place / "manifest.json").write_text("")
    elif harm == "no manifest":
        (place / "manifest.json").unlink()
    else:
        shutil.rmtree(place)
        desk.publishing.export(ExportRequest(out=tmp_path / "other", editions=("sw",)), quiet())
        shutil.copytree(tmp_path / "other", place)
    report = desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    assert (
        report.manifest_sha256
        == desk.publishing.export(ExportRequest(out=tmp_path / "n", full=True), quiet()).manifest_sha256
    )
    assert keep(desk)
    assert verify_bundle(place, quiet()).ok
    assert (place / "manifest.json").read_bytes() == (tmp_path / "out/manifest.json").read_bytes()


@pytest.mark.parametrize("link", ["cache", "cache/ready", "cache/ready/bundle"])
def test_nothing_is_made_or_removed_behind_a_link(desk: Desk, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "ready" / "bundle").mkdir(parents=True)
    (elsewhere / "ready" / "thesis.txt").write_text("words")
    (elsewhere / "ready" / "bundle" / "words.txt").write_text("words")
    place = desk.folder / link
    shutil.rmtree(desk.folder / "cache", ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(elsewhere / Path(link).relative_to("cache"), target_is_directory=True)
    assert not keep(desk)
    assert not keep(desk, least_pages=7)
    assert desk.publishing.keep_ready(quiet()) is None
    assert desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet()).files
    assert {path.name for path in elsewhere.rglob("*.txt")} == {"thesis.txt", "words.txt"}


def test_a_newsroom_that_is_only_read_gets_none(desk: Desk) -> None:
    reader = open_desk(desk.folder, mode=OpenMode.READ)
    assert not keep(reader)
    reader.close()
    assert not (desk.folder / PLACE).parent.exists()


def test_it_is_stopped_in_the_middle_and_whole_the_next_time(desk: Desk) -> None:
    looks = iter(range(1000))

    class Stopped(JobContext):
        def check(self) -> None:
            if multiprocessing.active_children() and next(looks) > 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        keep(desk, Stopped())
    assert next(looks) > 2
    assert multiprocessing.active_children() == []
    assert keep(desk)
    assert verify_bundle(desk.folder / PLACE, quiet()).ok


def test_while_another_program_is_at_it_an_export_does_without(desk: Desk, tmp_path: Path) -> None:
    assert keep(desk)
    with alone_at(desk.folder / PLACE):
        with pytest.raises(Fault, match="Another export"):
            keep(desk)
        report = desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    assert verify_bundle(tmp_path / "out", quiet()).files == report.files


def test_nobody_exports_into_it(desk: Desk) -> None:
    with pytest.raises(UserError, match="keeps its own files"):
        desk.publishing.export(ExportRequest(out=desk.folder / PLACE), quiet())


def test_a_disk_in_the_way_is_no_end_of_anything(desk: Desk) -> None:
    (desk.folder / KEPT).mkdir(exist_ok=True)
    (desk.folder / PLACE).parent.write_text("no folder")
    with pytest.raises(Exception, match="not exported"):
        keep(desk)
    assert desk.publishing.export(ExportRequest(out=desk.folder.parent / "out"), quiet()).files

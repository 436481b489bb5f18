"""A bundle is kept ready where it is worth it, made in another process, and never in anybody's way."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Cancelled, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.edits import EditSettings, change_article
from editor.services import ready_bundle
from editor.services.publishing import ExportRequest
from editor.services.snapshots import KEPT, READY
from editor.services.verifying import verify_bundle
from tests.services.newsdesks import a_news_desk, first_article

PLACE = Path(KEPT) / READY


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_bundle, "LEAST_PAGES", 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_news_desk(tmp_path / "desk") as made:
        yield made


def keep(desk: Desk) -> bool:
    return desk.publishing.keeping.make_ready(quiet())


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


@pytest.mark.parametrize("reason", ["few", "many", "no room", "no edition"])
def test_where_it_is_worth_nothing_there_is_none(desk: Desk, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    assert keep(desk)
    if reason == "no room":
        usage = shutil.disk_usage(desk.folder)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 30))
    elif reason == "no edition":
        before = desk.newsroom.settings
        desk.articles.apply(EditSettings(before, replace(before, editions=()), say("x")))
    else:
        monkeypatch.setattr(ready_bundle, "LEAST_PAGES", 7 if reason == "few" else 1)
        monkeypatch.setattr(ready_bundle, "MOST_BYTES", 100_000 if reason == "many" else 1 << 29)
    assert not keep(desk)
    assert not (desk.folder / PLACE).parent.exists()


def test_six_pages_are_three_articles_in_two_editions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_bundle, "LEAST_PAGES", 6)
    assert keep(desk)


def test_pictures_count_by_what_their_copies_take(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(desk)
    copies = [path for path in (desk.folder / KEPT / "copies").rglob("*") if path.is_file()]
    assert copies
    monkeypatch.setattr(ready_bundle, "MOST_BYTES", 6 * 20_000 + sum(path.stat().st_size for path in copies) - 1)
    assert not keep(desk)


def test_a_newsroom_that_is_only_read_gets_none(desk: Desk) -> None:
    reader = open_desk(desk.folder, mode=OpenMode.READ)
    assert not keep(reader)
    reader.close()
    assert not (desk.folder / PLACE).parent.exists()


def test_it_is_stopped_at_once_and_the_next_time_is_whole(desk: Desk) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        desk.publishing.keeping.make_ready(context)
    assert multiprocessing.active_children() == []
    assert keep(desk)
    assert verify_bundle(desk.folder / PLACE, quiet()).ok


def test_nobody_exports_into_it(desk: Desk) -> None:
    with pytest.raises(UserError, match="keeps its own files"):
        desk.publishing.export(ExportRequest(out=desk.folder / PLACE), quiet())


def test_a_disk_in_the_way_is_no_end_of_anything(desk: Desk) -> None:
    (desk.folder / KEPT).mkdir(exist_ok=True)
    (desk.folder / PLACE).parent.write_text("no folder")
    with pytest.raises(Exception, match="not exported"):
        keep(desk)
    assert desk.publishing.export(ExportRequest(out=desk.folder.parent / "out"), quiet()).files

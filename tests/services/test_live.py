"""A bundle and a server that follow the newsroom."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.check_choices import Level
from editor.domain.edits import EditSettings, change_article
from editor.i18n.interface import words
from editor.services.judging import HeldBackError
from editor.services.live import Live, LiveRequest
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.verifying import verify_bundle
from tests.builders import NOON, FixedClock, a_desk, an_article, created

L = say("A change")
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "desk")
    out = an_article(id="out", slug="drums", headline="Drums", status=Status.PUBLISHED, published=NOON)
    made.articles.apply(created(out, an_article(id="draft", slug="ferry", headline="Ferry")))
    yield made
    made.close()


@pytest.fixture
def live(desk: Desk) -> Iterator[Live]:
    made = Live(desk.publishing, desk.newsroom)
    yield made
    made.end()


def _page(live: Live, path: str) -> str:
    with urllib.request.urlopen(live.address + path, timeout=5) as answer:  # noqa: S310 - our own address
        return str(answer.read().decode())


def test_it_serves_what_an_export_writes_and_follows_an_edit(desk: Desk, live: Live, tmp_path: Path) -> None:
    report = live.begin(LiveRequest(out=tmp_path / "live"), quiet())
    page = report.first_page.removesuffix("index.html")
    assert "Drums" in _page(live, page)
    assert verify_bundle(tmp_path / "live", quiet()).ok
    desk.articles.apply(change_article(desk.articles.get("out"), L, headline="Drums in Nara"))
    after = live.refresh(quiet())
    assert after.manifest_sha256 != report.manifest_sha256
    shown = _page(live, page)
    assert "Drums in Nara" in shown
    assert f'data-at="{after.manifest_sha256}"' in shown
    assert verify_bundle(tmp_path / "live", quiet()).ok, "nothing of the server is in the bundle"


def test_an_article_is_shown_whatever_its_status_where_that_is_asked(live: Live, tmp_path: Path) -> None:
    report = live.begin(LiveRequest(out=tmp_path / "live"), quiet())
    page = report.first_page.replace("drums", "ferry").removesuffix("index.html")
    with pytest.raises(urllib.error.HTTPError) as refused:
        _page(live, page)
    refused.value.close()
    live.refresh(quiet(), ("draft",))
    assert "Ferry" in _page(live, page)


def test_an_hour_that_comes_is_due_and_so_is_a_clock_that_was_put_back(desk: Desk, live: Live, tmp_path: Path) -> None:
    clock = cast("FixedClock", desk.clock)
    begun = clock.instant
    desk.articles.apply(change_article(desk.articles.get("draft"), L, status=Status.PUBLISHED, embargo=LATER))
    assert not live.is_due(), "nothing is live"
    ferry = live.begin(LiveRequest(out=tmp_path / "live"), quiet()).first_page.replace("drums", "ferry")
    assert (live.is_due(), (tmp_path / "live" / ferry).exists()) == (False, False)
    clock.instant = LATER + timedelta(days=20)  # the lid of the laptop was shut meanwhile
    assert live.is_due()
    assert live.refresh(quiet()).written
    assert (live.is_due(), (tmp_path / "live" / ferry).exists()) == (False, True)
    clock.instant = begun
    assert live.is_due()
    live.refresh(quiet())
    assert (live.is_due(), (tmp_path / "live" / ferry).exists()) == (False, False)


def test_what_is_news_for_two_days_is_so_no_longer(desk: Desk) -> None:
    publishing = desk.publishing
    assert publishing.next_hour(NOON - timedelta(hours=1)) == NOON
    assert publishing.next_hour(NOON) == NOON + timedelta(days=2)
    assert publishing.next_hour(NOON + timedelta(days=2)) is None


def test_the_clock_alone_makes_it_follow(desk: Desk, live: Live, tmp_path: Path) -> None:
    clock, told, context = cast("FixedClock", desk.clock), threading.Event(), JobContext()
    desk.articles.apply(change_article(desk.articles.get("draft"), L, status=Status.PUBLISHED, published=LATER))
    ferry = live.begin(LiveRequest(out=tmp_path / "live"), quiet()).first_page.replace("drums", "ferry")
    following = threading.Thread(target=live.follow, args=(context, lambda _: told.set()))
    following.start()
    try:
        clock.instant = LATER
        assert told.wait(20)
    finally:
        context.cancel()
        following.join(20)
    assert (tmp_path / "live" / ferry).exists()


def test_a_newsroom_that_cannot_be_looked_at_is_told_of_once(
    live: Live, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.begin(LiveRequest(out=tmp_path / "live"), quiet())
    context, said, looks = JobContext(), list[object](), list[None]()

    def away(*_: object) -> int:
        looks.append(None)
        if len(looks) > 3:
            context.cancel()
        raise Fault(say("The drive is away."))

    monkeypatch.setattr(type(desk.newsroom), "change_count", away)
    live.follow(context, said.append)
    assert len(looks) > 3
    assert [str(one) for one in said] == ["The drive is away."]


def test_what_stands_in_the_way_is_raised_and_nothing_is_served(live: Live, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    with pytest.raises(UserError, match="not a bundle"):
        live.begin(LiveRequest(out=tmp_path / "mine"), quiet())
    assert live.address == ""


def test_rules_that_stop_exports_hold_nothing_back_from_who_writes(desk: Desk, live: Live, tmp_path: Path) -> None:
    before = desk.newsroom.settings
    levels = before.checks.with_level("headline", Level.BLOCK, Level.WARN)
    desk.articles.apply(EditSettings(before, replace(before, checks=levels), L))
    desk.articles.apply(change_article(desk.articles.get("out"), L, headline=" "))
    with pytest.raises(HeldBackError):
        desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    assert live.begin(LiveRequest(out=tmp_path / "live"), quiet()).files


def test_a_port_in_use_and_nothing_begun_are_said(desk: Desk, live: Live, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing is live"):
        live.refresh(quiet())
    live.begin(LiveRequest(out=tmp_path / "live"), quiet())
    port = int(live.address.rstrip("/").rpartition(":")[2])
    other = Live(desk.publishing, desk.newsroom)
    with pytest.raises(Fault, match=f"Port {port} is not free") as refused:
        other.begin(LiveRequest(out=tmp_path / "other", port=port), quiet())
    assert f"Port {port} " in words(refused.value.cause), "the number of a port is no quantity"
    assert other.address == ""


def test_a_job_that_was_stopped_leaves_no_server(live: Live, tmp_path: Path) -> None:
    context = JobContext(lambda fraction, _message: context.cancel() if fraction >= 0.9 else None)
    with pytest.raises(Cancelled):
        live.begin(LiveRequest(out=tmp_path / "live"), context)
    assert live.address == ""


def test_it_follows_whoever_writes_and_tells_what_stands_in_the_way(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "live"
    told: list[ExportReport | UserError | Fault] = []
    context, is_told = JobContext(), threading.Event()

    def hear(what: ExportReport | UserError | Fault) -> None:
        told.append(what)
        is_told.set()

    reader = open_desk(desk.folder, person="Asha", mode=OpenMode.READ)
    live = Live(reader.publishing, reader.newsroom)
    page = live.begin(LiveRequest(out=out), quiet()).first_page.removesuffix("index.html")
    following = threading.Thread(target=live.follow, args=(context, hear))
    following.start()
    try:
        for headline, is_blocked in (("One", False), ("Two", True)):
            if is_blocked:
                (out / "notes.txt").write_text("x")
            is_told.clear()
            desk.articles.apply(change_article(desk.articles.get("out"), L, headline=headline))
            assert is_told.wait(20)
        (out / "notes.txt").unlink()
        desk.articles.apply(change_article(desk.articles.get("out"), L, headline="Three"))
        until = time.monotonic() + 20
        while "Three" not in _page(live, page) and time.monotonic() < until:
            is_told.clear()
            is_told.wait(0.2)
        assert "Three" in _page(live, page)
    finally:
        context.cancel()
        following.join(20)
        live.end()
        reader.close()
    assert isinstance(told[0], ExportReport)
    assert {type(one) for one in told} == {ExportReport, UserError}

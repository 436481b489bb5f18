"""What was saved is rendered in the next pause, quietly, and the export finds it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import EditSettings, change_article
from editor.publish.bodies import body_key
from editor.services import ready_bundle
from editor.services.publishing import ExportRequest
from editor.services.ready_bundle import Limits
from editor.storage.kept_bodies import KeptBodies
from editor.ui.body_keeper import READY_MS, BodyKeeper
from editor.ui.jobs import Jobs
from editor.ui.main_window import MainWindow
from editor.ui.pause import PAUSE_MS
from editor.ui.studio import Studio
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article, created, some_settings
from tests.ui.manual_timers import ManualTimers

KEPT = Path("cache/bodies/bodies.sqlite3")
KEPT_BUNDLE = Path("cache/ready/bundle")


class Writing:
    """A workspace whose saved words are kept."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.jobs, self.timers = Jobs(), ManualTimers()
        self.workspace = Workspace(desk, self.jobs)
        self.keeper = BodyKeeper(self.workspace, self.jobs, self.jobs, self.timers)
        self.said: list[object] = []
        self.workspace.refused.connect(self.said.append)
        self.jobs.unclaimed.connect(self.said.append)

    def write(self, article: Article, **fields: object) -> None:
        self.workspace.request(change_article(self.desk.articles.get(article.id), say("Typing"), **fields))

    def rest(self) -> None:
        self.timers.forward(PAUSE_MS)
        self.qtbot.waitUntil(self.jobs.is_idle, timeout=20_000)

    def has(self, *bodies: str) -> bool:
        return not KeptBodies(self.desk.folder / KEPT).missing([body_key(body) for body in bodies])


@pytest.fixture
def writing(desk: Desk, qtbot: QtBot) -> Iterator[Writing]:
    made = Writing(desk, qtbot)
    yield made
    made.keeper.stop()
    made.jobs.stop_all()


def test_what_was_saved_is_kept_in_the_pause_after_it(writing: Writing) -> None:
    first, second = an_article(body="One."), an_article(slug="b", body="Two.")
    writing.workspace.request(created(first, second))
    assert not writing.has("One.")
    writing.rest()
    assert writing.has("One.", "Two.")
    writing.write(first, body="One, *changed*.")
    writing.timers.forward(PAUSE_MS - 1)
    writing.write(first, body="One, *changed* twice.")
    writing.timers.forward(PAUSE_MS - 1)
    assert writing.jobs.is_idle(), "somebody is writing"
    writing.rest()
    assert writing.has("One, *changed* twice.")
    assert not writing.has("One, *changed*."), "a moment's words are nobody's page"


def test_what_is_saved_meanwhile_waits_for_its_own_pause(writing: Writing) -> None:
    article = an_article(body="One.")
    writing.workspace.request(created(article))
    writing.timers.forward(PAUSE_MS)
    writing.write(article, body="Two.")
    writing.rest()
    writing.rest()
    assert writing.has("Two.")


def test_what_no_page_renders_starts_nothing(writing: Writing) -> None:
    article = an_article(body="One.")
    writing.desk.articles.apply(created(article))
    writing.write(article, headline="Another")
    writing.timers.forward(10 * PAUSE_MS)
    assert writing.jobs.is_idle()
    assert not writing.has("One.")


def test_a_bundle_is_kept_ready_in_a_long_pause_whatever_was_saved(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready_bundle, "LIMITS", Limits(1, 1 << 30, 0))
    desk, place = writing.desk, writing.desk.folder / KEPT_BUNDLE
    article = an_article(headline="One", status=Status.PUBLISHED, published=NOON)
    desk.articles.apply(EditSettings(desk.newsroom.settings, some_settings("en"), say("Editions")))
    writing.workspace.request(created(article))
    writing.rest()
    writing.timers.forward(READY_MS - PAUSE_MS - 1)
    assert not place.exists(), "the pause is short yet"
    writing.timers.forward(READY_MS)
    writing.qtbot.waitUntil(writing.jobs.is_idle, timeout=60_000)
    page = place / "en" / article.slug / "index.html"
    assert "One" in page.read_text()
    writing.write(article, headline="Another")
    writing.timers.forward(READY_MS)
    writing.qtbot.waitUntil(writing.jobs.is_idle, timeout=60_000)
    assert "Another" in page.read_text()
    assert not writing.said
    made = page.stat().st_mtime_ns
    writing.timers.forward(10 * READY_MS)
    assert writing.jobs.is_idle(), "nothing was saved since"
    assert page.stat().st_mtime_ns == made


def test_closing_stops_what_is_made_ready(writing: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_bundle, "LIMITS", Limits(1, 1 << 30, 0))
    desk = writing.desk
    desk.articles.apply(EditSettings(desk.newsroom.settings, some_settings("en"), say("Editions")))
    writing.workspace.request(created(an_article(status=Status.PUBLISHED, published=NOON)))
    writing.rest()
    writing.timers.forward(READY_MS)
    writing.qtbot.waitUntil(lambda: len(multiprocessing.active_children()) > 0, timeout=20_000)
    writing.keeper.stop()
    writing.jobs.stop_all()
    assert multiprocessing.active_children() == []
    assert not writing.said
    assert not (desk.folder / KEPT_BUNDLE).exists()


def test_trouble_is_not_spoken_of_and_not_lasting(writing: Writing) -> None:
    article = an_article(body="One.")
    (writing.desk.folder / "cache").mkdir(exist_ok=True)
    place = writing.desk.folder / "cache" / "bodies"
    place.write_text("no folder")
    writing.workspace.request(created(article))
    writing.rest()
    assert not writing.said
    place.unlink()
    writing.write(article, body="Two.")
    writing.rest()
    assert writing.has("Two.")


def test_closing_forgets_what_waits(writing: Writing) -> None:
    writing.workspace.request(created(an_article(body="One.")))
    writing.keeper.stop()
    writing.timers.forward(10 * PAUSE_MS)
    assert writing.jobs.is_idle()
    assert not writing.has("One.")


def test_words_typed_in_the_window_are_found_by_the_next_export(qtbot: QtBot, studio: Studio, desk: Desk) -> None:
    article = an_article(body="Bridge.", status=Status.PUBLISHED, published=NOON)
    desk.articles.apply(EditSettings(desk.newsroom.settings, some_settings("en"), say("Editions")))
    desk.articles.apply(created(article))
    window = MainWindow(desk, studio)
    with qtbot.waitSignal(window.ready):
        window.appear()
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    body = window.findChild(MarkdownEdit, "draft.body")
    assert body is not None
    QTest.keyClicks(body, " Open again.")
    kept = KeptBodies(desk.folder / KEPT)
    qtbot.waitUntil(lambda: not kept.missing([body_key(body.text())]), timeout=20_000)
    assert desk.articles.get(article.id).body == body.text() != article.body
    kept.keep({body_key(body.text()): ("<p>What was kept.</p>", "[]")})  # so it shows where the export has it from
    desk.publishing.export(ExportRequest(out=desk.folder.parent / "out"), quiet())
    page = (desk.folder.parent / "out" / "en" / article.slug / "index.html").read_text()
    assert "What was kept." in page
    window.close()
    window.deleteLater()

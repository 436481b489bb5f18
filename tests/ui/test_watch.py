"""Backups that come by themselves: at the start when one is due, after an hour of work, never while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.services.safekeeping import BackupReport
from editor.ui.jobs import Jobs
from editor.ui.pause import PAUSE_MS
from editor.ui.remembered import Remembered
from editor.ui.watch import Watch
from editor.ui.workspace import Workspace
from tests.builders import FixedClock, an_article, created
from tests.ui.manual_timers import ManualTimers


class Watched(QObject):
    """A watch with everything it needs, and what it said."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        super().__init__()
        self.desk, self.qtbot = desk, qtbot
        self.jobs = Jobs(self)
        self.timers = ManualTimers()
        self.workspace = Workspace(desk, self)
        self.remembered = Remembered(self)
        self.watch = Watch(self.workspace, self.jobs, self.remembered, self, self.timers)
        self.said: list[object] = []
        self.watch.failed.connect(self.said.append)
        self.watch.damaged.connect(self.said.append)
        self.watch.backed_up.connect(self._on_backed_up)
        self.troubles: list[Fault | None] = []

    def _on_backed_up(self, _at: object, trouble: Fault | None) -> None:
        self.troubles.append(trouble)

    def rest(self) -> None:
        self.qtbot.waitUntil(self.jobs.is_idle, timeout=10_000)

    def begin(self) -> None:
        self.watch.begin()
        self.rest()
        self.rest()

    def write(self, article: Article, words: str) -> None:
        stored = self.desk.articles.get(article.id)
        self.workspace.request(change_article(stored, say("Typing"), body=words))

    def has_changed(self) -> bool:
        return self.watch.has_changed

    def backups(self) -> list[BackupReport]:
        return self.desk.safekeeping.backups()


@pytest.fixture
def watched(desk: Desk, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(desk, qtbot)
    yield made
    made.watch.stop()
    made.jobs.stop_all()


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article()
    desk.articles.apply(created(made))
    return made


@pytest.fixture
def clock(desk: Desk) -> FixedClock:
    assert isinstance(desk.clock, FixedClock)
    return desk.clock


def test_the_first_start_backs_up_and_the_next_within_a_day_does_not(watched: Watched, clock: FixedClock) -> None:
    watched.begin()
    assert len(watched.backups()) == 1
    watched.begin()
    assert len(watched.backups()) == 1
    clock.forward(25 * 3600)
    watched.begin()
    assert len(watched.backups()) == 2


def test_pitfall_14_an_hour_of_work_is_backed_up_once_nobody_types(
    watched: Watched, article: Article, clock: FixedClock
) -> None:
    watched.begin()
    watched.write(article, "One")
    watched.timers.forward(PAUSE_MS)
    assert len(watched.backups()) == 1
    assert watched.has_changed()
    clock.forward(3600)
    watched.write(article, "Two")
    watched.timers.forward(PAUSE_MS - 1)
    assert watched.jobs.is_idle()
    watched.timers.forward(1)
    watched.rest()
    assert len(watched.backups()) == 2
    assert not watched.has_changed()
    assert watched.troubles == [None] * 3


def test_a_place_outside_gets_a_copy_and_its_absence_is_told_without_a_notice(watched: Watched, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    watched.remembered.keep_backups_in(watched.desk.folder, stick)
    watched.begin()
    assert isinstance(watched.troubles[-1], Fault)
    assert watched.said == []
    stick.mkdir()
    watched.watch.back_up()
    watched.rest()
    assert watched.troubles.pop() is None
    assert list(stick.rglob("*.zip"))


def test_what_stands_in_the_way_is_told_once_an_hour(watched: Watched, article: Article, clock: FixedClock) -> None:
    (watched.desk.folder / "backups").rmdir()
    (watched.desk.folder / "backups").write_text("in the way", encoding="utf-8")
    watched.begin()
    assert len(watched.said) == 1
    watched.write(article, "One")
    watched.timers.forward(PAUSE_MS)
    watched.rest()
    assert len(watched.said) == 1
    clock.forward(3600)
    watched.write(article, "Two")
    watched.timers.forward(PAUSE_MS)
    watched.rest()
    assert len(watched.said) == 2


def test_pitfall_12_damage_is_seen_at_the_start_and_is_not_backed_up(desk: Desk, qtbot: QtBot) -> None:
    desk.articles.apply(created(*(an_article(slug=f"a-{number}", body="Words. " * 900) for number in range(30))))
    folder = desk.folder
    desk.close()
    file = folder / "newsroom.sqlite3"
    pages = file.stat().st_size // 4096
    with file.open("r+b") as stream:  # among the words: what is read to open it stands before them
        stream.seek(pages // 2 * 4096)
        stream.write(b"\xff" * (pages // 4) * 4096)
    again = open_desk(folder, clock=FixedClock())
    watched = Watched(again, qtbot)
    watched.begin()
    assert len(watched.said) == 1
    assert "damaged" in str(watched.said[0])
    assert watched.backups() == []
    watched.jobs.stop_all()
    again.close()


def test_a_window_that_only_reads_makes_none(desk: Desk, qtbot: QtBot) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    watched = Watched(replace(second), qtbot)
    watched.begin()
    assert watched.backups() == []
    watched.jobs.stop_all()
    second.close()

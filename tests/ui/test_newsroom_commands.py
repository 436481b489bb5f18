"""Back up and archive from the menu; the daily backup without a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Fault
from editor.ui import file_dialogs
from editor.ui.jobs import Jobs
from editor.ui.newsroom_commands import NewsroomCommands, show_folder
from editor.ui.workspace import Workspace
from tests.builders import FixedClock, an_article, created


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def jobs(window: QWidget) -> Iterator[Jobs]:
    made = Jobs(window)
    yield made
    made.stop_all()


@pytest.fixture
def commands(desk: Desk, window: QWidget, jobs: Jobs) -> NewsroomCommands:
    return NewsroomCommands(Workspace(desk, window), jobs, window)


def test_a_backup_is_made_and_told(qtbot: QtBot, commands: NewsroomCommands, desk: Desk) -> None:
    with qtbot.waitSignal(commands.told) as caught:
        commands.back_up()
    (backup,) = desk.safekeeping.backups()
    assert backup.verified
    assert backup.path.name in str(caught.args[0])
    assert caught.args[1] == str(backup.path.parent)


def test_once_a_day_a_backup_is_made_without_a_word(
    qtbot: QtBot, commands: NewsroomCommands, desk: Desk, jobs: Jobs
) -> None:
    with qtbot.assertNotEmitted(commands.told):
        commands.back_up_if_due()
        qtbot.waitUntil(jobs.is_idle)
        commands.back_up_if_due()
        qtbot.waitUntil(jobs.is_idle)
    assert len(desk.safekeeping.backups()) == 1
    assert isinstance(desk.clock, FixedClock)
    desk.clock.forward(timedelta(hours=25).total_seconds())
    commands.back_up_if_due()
    qtbot.waitUntil(jobs.is_idle)
    assert len(desk.safekeeping.backups()) == 2


def test_a_window_that_only_reads_makes_no_backup(qtbot: QtBot, desk: Desk, window: QWidget, jobs: Jobs) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    NewsroomCommands(Workspace(second, window), jobs, window).back_up_if_due()
    qtbot.waitUntil(jobs.is_idle)
    second.close()
    assert desk.safekeeping.backups() == []


def test_everything_is_archived_where_the_person_says(
    qtbot: QtBot, commands: NewsroomCommands, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles.apply(created(an_article(headline="Ferry fares fall")))
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked: out)
    with qtbot.waitSignal(commands.told):
        commands.archive()
    assert (out / "ferry-fares-fall.md").is_file()
    assert (out / "newsroom.yaml").is_file()


def test_no_folder_chosen_no_archive(
    qtbot: QtBot, commands: NewsroomCommands, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked: None)
    with qtbot.assertNotEmitted(jobs.started):
        commands.archive()


def test_what_stands_in_the_way_is_told(qtbot: QtBot, commands: NewsroomCommands, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(commands.failed) as caught:
        commands.archive_to(tmp_path / "file")
    assert isinstance(caught.args[0], Exception)
    assert not isinstance(caught.args[0], AttributeError | TypeError)
    assert Fault.__name__ or caught.args


def test_a_folder_is_shown_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    show_folder(str(tmp_path))
    assert shown == [str(tmp_path)]

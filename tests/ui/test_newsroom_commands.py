"""Back up and archive from the menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.ui import file_dialogs
from editor.ui.jobs import Jobs
from editor.ui.newsroom_commands import NewsroomCommands, show_folder
from editor.ui.remembered import Remembered
from editor.ui.watch import Watch
from editor.ui.workspace import Workspace
from tests.builders import an_article, created


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
def watch(desk: Desk, window: QWidget, jobs: Jobs) -> Watch:
    return Watch(Workspace(desk, window), jobs, Remembered(window), window)


@pytest.fixture
def commands(desk: Desk, window: QWidget, jobs: Jobs, watch: Watch) -> NewsroomCommands:
    return NewsroomCommands(Workspace(desk, window), jobs, watch, window)


def test_a_backup_is_made_and_told(qtbot: QtBot, commands: NewsroomCommands, desk: Desk) -> None:
    with qtbot.waitSignal(commands.told) as caught:
        commands.back_up()
    (backup,) = desk.safekeeping.backups()
    assert backup.verified
    assert backup.path.name in str(caught.args[0])
    assert caught.args[1] == str(backup.path.parent)


def test_a_place_that_is_away_is_said_when_a_person_asked(
    qtbot: QtBot, commands: NewsroomCommands, watch: Watch, desk: Desk, tmp_path: Path
) -> None:
    Remembered().keep_backups_in(desk.folder, tmp_path / "stick")
    watch._remembered = Remembered()
    with qtbot.waitSignal(commands.failed) as caught:
        commands.back_up()
    assert "is not there now" in str(caught.args[0])
    assert len(desk.safekeeping.backups()) == 2


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


def test_the_report_is_written_where_the_person_says(
    qtbot: QtBot, commands: NewsroomCommands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ai.json"
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_asked: out)
    with qtbot.waitSignal(commands.told) as caught:
        commands.report()
    assert "ai.json" in str(caught.args[0])
    assert out.is_file()
    out.unlink()
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_asked: None)
    commands.report()
    assert not out.exists()

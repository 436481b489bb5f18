"""A newsroom that was worked on is backed up on closing; nobody waits for it, and it can be left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.edits import change_article
from editor.services.safekeeping import backups_in
from editor.ui import closing_backup
from editor.ui.studio import Studio
from tests.builders import NOON, a_desk, an_article, created


def _worked_on(studio: Studio, folder: Path, qtbot: QtBot) -> None:
    desk = a_desk(folder)
    desk.articles.apply(created(an_article()))
    desk.close()
    studio.start(folder)
    window = studio.window
    assert window is not None
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=10_000)
    article = window.workspace.desk.articles.all()[0]
    window.workspace.request(change_article(article, say("Typing"), body="The last words"))


def test_pitfall_14_the_last_words_are_in_a_backup_after_closing(
    studio: Studio, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    _worked_on(studio, tmp_path / "post", qtbot)
    before = len(backups_in(tmp_path / "post"))
    assert studio.window is not None
    assert studio.window.close()
    assert not qapp.quitOnLastWindowClosed()
    qtbot.waitUntil(qapp.quitOnLastWindowClosed, timeout=10_000)
    found = backups_in(tmp_path / "post")
    assert len(found) == before + 1
    assert str(found[0].reason) == "On closing"


def test_nothing_changed_nothing_is_made(studio: Studio, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    a_desk(tmp_path / "post").close()
    studio.start(tmp_path / "post")
    window = studio.window
    assert window is not None
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=10_000)
    window.close()
    assert qapp.quitOnLastWindowClosed()
    studio.closing.finish()
    assert len(backups_in(tmp_path / "post")) == 1  # the one of the first start


def test_when_it_takes_a_while_it_shows_and_can_be_left_out(studio: Studio, tmp_path: Path, qapp: QApplication) -> None:
    a_desk(tmp_path / "post").close()
    studio.show_welcome()
    studio.closing.begin(tmp_path / "post", NOON, None)
    studio.closing._on_slow()
    window = studio.closing.window
    assert window is not None
    assert window.isVisible()
    skip = window.findChild(QPushButton, "closing.skip")
    assert skip is not None
    QTest.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert studio.closing.window is None
    assert qapp.quitOnLastWindowClosed()
    assert closing_backup.SHOWN_AFTER_MS < 1000
    assert not list((tmp_path / "post" / "backups").glob(".*"))


def test_a_folder_that_is_gone_troubles_nobody(
    studio: Studio, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    studio.show_welcome()
    studio.closing.begin(tmp_path / "nowhere", NOON, None)
    qtbot.waitUntil(qapp.quitOnLastWindowClosed, timeout=10_000)
    assert studio.closing.window is None

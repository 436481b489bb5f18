"""Pitfall 12: a damaged newsroom opens the ways out, never a traceback; each leads to a newsroom that works."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Damaged
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.ui.recovery import RecoveryWindow, recover
from editor.ui.studio import Studio
from tests.builders import a_desk, an_article, created

WAIT = 15_000


def _newsroom(folder: Path, *, with_backup: bool) -> None:
    desk = a_desk(folder)
    articles = (an_article(headline=f"Headline {n}", slug=f"slug-{n}", body="Words. " * 400) for n in range(20))
    desk.articles.apply(created(*articles))
    if with_backup:
        desk.safekeeping.backup(quiet())
    desk.close()


def _spoil(folder: Path) -> None:
    path = folder / "newsroom.sqlite3"
    path.write_bytes(b"\xff" * 4096 + path.read_bytes()[4096:])


def _window(studio: Studio, qtbot: QtBot) -> RecoveryWindow:
    assert studio.welcome is not None
    found = studio.welcome.findChild(RecoveryWindow)
    assert found is not None
    qtbot.waitUntil(found._jobs.is_idle, timeout=WAIT)
    return found


def _press(window: RecoveryWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _opened(studio: Studio, qtbot: QtBot) -> Desk:
    qtbot.waitUntil(
        lambda: studio.window is not None and studio.window.moments.is_over and studio.window.jobs.is_idle(),
        timeout=WAIT,
    )
    assert studio.window is not None
    return studio.window.workspace.desk


def test_pitfall_12_a_damaged_newsroom_comes_back_from_its_backup(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    _newsroom(tmp_path / "post", with_backup=True)
    _spoil(tmp_path / "post")
    studio.start(tmp_path / "post")
    window = _window(studio, qtbot)
    assert "20 articles" in str(window.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    _press(window, "recovery.restore")
    qtbot.waitUntil(lambda: "A new newsroom is in the folder" in window.notice.text, timeout=WAIT)
    _press(window, "notice.action")
    desk = _opened(studio, qtbot)
    assert desk.folder == tmp_path / "post restored"
    assert len(desk.articles.heads()) == 20
    assert (tmp_path / "post" / "newsroom.sqlite3").read_bytes().startswith(b"\xff")


def test_pitfall_12_without_a_backup_what_can_be_read_is_salvaged(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    _newsroom(tmp_path / "post", with_backup=False)
    _spoil(tmp_path / "post")
    studio.start(tmp_path / "post")
    window = _window(studio, qtbot)
    restore = window.findChild(QPushButton, "recovery.restore")
    assert restore is not None
    assert not restore.isVisible()
    _press(window, "recovery.salvage")
    qtbot.waitUntil(lambda: "A new newsroom is in the folder" in window.notice.text, timeout=WAIT)
    assert window.findings.item(0).text() == "20 articles came through whole."
    _press(window, "notice.action")
    desk = _opened(studio, qtbot)
    assert desk.folder == tmp_path / "post salvaged"
    assert len(desk.articles.heads()) == 20


@pytest.mark.parametrize("sql", ["DROP TABLE edition", "DROP TABLE version", "DELETE FROM newsroom"])
def test_pitfall_12_missing_tables_open_the_ways_out(studio: Studio, qtbot: QtBot, tmp_path: Path, sql: str) -> None:
    _newsroom(tmp_path / "post", with_backup=False)
    connection = sqlite3.connect(tmp_path / "post" / "newsroom.sqlite3")
    connection.execute(sql)
    connection.commit()
    connection.close()
    studio.start(tmp_path / "post")
    window = _window(studio, qtbot)
    assert "damaged" in " ".join(label.text() for label in window.findChildren(QLabel))
    window.close()


def test_a_spoilt_backup_is_said_and_salvaging_is_left(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    _newsroom(tmp_path / "post", with_backup=True)
    _spoil(tmp_path / "post")
    (backup,) = (tmp_path / "post" / "backups").glob("*.zip")
    studio.start(tmp_path / "post")
    window = _window(studio, qtbot)
    backup.write_bytes(backup.read_bytes()[:200])
    _press(window, "recovery.restore")
    qtbot.waitUntil(lambda: backup.name in window.notice.text, timeout=WAIT)
    qtbot.waitUntil(window._jobs.is_idle, timeout=WAIT)
    assert not (tmp_path / "post restored").exists()
    window._allow()
    _press(window, "recovery.salvage")
    qtbot.waitUntil((tmp_path / "post salvaged").exists, timeout=WAIT)


def test_damage_found_while_it_is_open_closes_it_and_shows_the_ways_out(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    _newsroom(tmp_path / "post", with_backup=True)
    studio.start(tmp_path / "post")
    _opened(studio, qtbot)
    recover(studio, tmp_path / "post", Damaged(say("It is damaged."), say("A page is gone.")))
    assert studio.window is None
    window = _window(studio, qtbot)
    before = window.windowTitle()
    studio.set_language("sw")
    window.retranslate()
    assert window.windowTitle() != before
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()

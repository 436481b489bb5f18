"""The first screen: name, new, open, sample, recent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault
from editor.core.messages import say
from editor.services.machine import load_machine
from editor.ui import file_dialogs
from editor.ui.studio import Studio
from editor.ui.welcome import WelcomeWindow, sample_folder
from tests.builders import a_desk


@pytest.fixture
def welcome(studio: Studio) -> WelcomeWindow:
    studio.show_welcome()
    assert studio.welcome is not None
    return studio.welcome


def _button(welcome: WelcomeWindow, name: str) -> QPushButton:
    found = welcome.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def _until_at_rest(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.window is not None and studio.window.moments.is_over)
    qtbot.waitUntil(lambda: studio.window is not None and studio.window.jobs.is_idle(), timeout=20_000)


def test_the_first_start_asks_for_the_name_and_keeps_it(qtbot: QtBot, welcome: WelcomeWindow) -> None:
    field = welcome.findChild(QLineEdit, "welcome.person")
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    QTest.keyClicks(field, "Amina")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert load_machine().person == "Amina"


def test_a_newsroom_is_opened_from_its_folder(
    qtbot: QtBot, welcome: WelcomeWindow, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_desk(tmp_path / "post").close()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked: tmp_path / "post")
    QTest.mouseClick(_button(welcome, "welcome.open"), Qt.MouseButton.LeftButton)
    _until_at_rest(qtbot, studio)
    assert studio.welcome is None


def test_a_folder_that_holds_none_is_said_in_words(
    welcome: WelcomeWindow, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked: tmp_path)
    QTest.mouseClick(_button(welcome, "welcome.open"), Qt.MouseButton.LeftButton)
    assert welcome.notice.isVisible()
    assert studio.window is None


def test_recent_newsrooms_open_with_one_click_and_leave_the_list(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    for name in ("one", "two"):
        a_desk(tmp_path / name).close()
        studio.remembered.opened(tmp_path / name)
    studio.show_welcome()
    welcome = studio.welcome
    assert welcome is not None
    rows = welcome.findChildren(QPushButton, "welcome.recent")
    assert [row.toolTip() for row in rows] == [str(tmp_path / "two"), str(tmp_path / "one")]
    forget = next(button for button in welcome.findChildren(QToolButton) if "two" in button.accessibleName())
    QTest.mouseClick(forget, Qt.MouseButton.LeftButton)
    assert load_machine().recent == (str(tmp_path / "one"),)
    shown = [row for row in welcome.findChildren(QPushButton, "welcome.recent") if row.toolTip().endswith("one")]
    row = shown[-1]
    qtbot.waitUntil(row.isVisible)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    _until_at_rest(qtbot, studio)


def test_the_sample_is_made_once_and_opened_again(
    qtbot: QtBot, welcome: WelcomeWindow, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    made: list[Path] = []
    monkeypatch.setattr(studio, "make_sample", made.append)
    _button(welcome, "welcome.sample").click()
    assert made == [tmp_path / "Makala sample"]
    desk = a_desk(tmp_path / "there")
    desk.close()
    shutil.move(tmp_path / "there", tmp_path / "Makala sample")
    _button(welcome, "welcome.sample").click()
    _until_at_rest(qtbot, studio)
    assert len(made) == 1


def test_something_else_of_that_name_is_left_alone(tmp_path: Path) -> None:
    base = tmp_path / "Makala sample"
    assert sample_folder(base) == base
    base.mkdir()
    assert sample_folder(base) == base
    (base / "letter.txt").write_text("mine", encoding="utf-8")
    assert sample_folder(base) == tmp_path / "Makala sample 2"


def test_every_way_can_be_taken_by_keys(qtbot: QtBot, welcome: WelcomeWindow) -> None:
    seen = set()
    welcome.activateWindow()
    for _ in range(12):
        focus = welcome.focusWidget()
        if focus is not None:
            seen.add(focus.objectName())
        QTest.keyClick(focus or welcome, Qt.Key.Key_Tab)
        qtbot.wait(1)
    assert {"welcome.person", "welcome.new", "welcome.open", "welcome.sample"} <= seen


def test_the_language_can_change_under_it(welcome: WelcomeWindow, studio: Studio) -> None:
    before = _button(welcome, "welcome.new").accessibleName()
    studio.set_language("sw")
    assert _button(welcome, "welcome.new").accessibleName() != before


def test_a_folder_that_comes_back_can_be_tried_again(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    a_desk(tmp_path / "post").close()
    studio.show_welcome(Fault(say("The drive is not there.")), tmp_path / "post")
    welcome = studio.welcome
    assert welcome is not None
    QTest.mouseClick(_button(welcome, "notice.action"), Qt.MouseButton.LeftButton)
    _until_at_rest(qtbot, studio)

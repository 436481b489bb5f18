"""The length on the status line: counted, of the selection too, with a target, and all details at a press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.core.settings_folder import CONFIG_VARIABLE
from editor.i18n.direction import isolate
from editor.ui.actions import action_specs
from editor.ui.jobs import Jobs
from editor.ui.length_button import DETAILS, DETAILS_KEYS, LengthButton
from editor.ui.menus import menus
from editor.ui.widgets.length_details import LengthDetails
from editor.ui.widgets.prose_field import ProseField
from tests.builders import an_article

ARTICLE = an_article(headline="Two words", body="And four more words")


@pytest.fixture(autouse=True)
def _own_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs) -> Iterator[QWidget]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(ProseField("body"))
    column.addWidget(LengthButton(jobs))
    made.resize(600, 600)
    made.show()
    yield made
    qtbot.waitUntil(jobs.is_idle)
    made.close()
    made.deleteLater()


def _button(window: QWidget) -> LengthButton:
    found = window.findChild(LengthButton)
    assert isinstance(found, LengthButton)
    return found


def _counted(qtbot: QtBot, window: QWidget) -> LengthButton:
    button = _button(window)
    button.show_article(ARTICLE)
    button.count(ARTICLE)
    qtbot.waitUntil(lambda: button.text() == "6 words · 1 min")
    return button


def _sheet(window: QWidget) -> LengthDetails:
    found = window.findChild(LengthDetails)
    assert isinstance(found, LengthDetails)
    return found


def test_without_an_article_there_is_no_button(window: QWidget) -> None:
    button = _button(window)
    button.show_article(None)
    assert button.isHidden()
    button.open_details()
    assert window.findChild(LengthDetails) is None


def test_a_selection_is_counted_and_forgotten_with_it(qtbot: QtBot, window: QWidget) -> None:
    button = _counted(qtbot, window)
    field = window.findChild(ProseField, "body")
    assert isinstance(field, ProseField)
    field.show_text("And four more words")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.select(0, 8)
    qtbot.waitUntil(lambda: button.text() == "2 of 6 words selected · 1 min")
    field.put_cursor(0)
    qtbot.waitUntil(lambda: button.text() == "6 words · 1 min")


def test_the_button_names_its_keys_as_the_menu_does(qtbot: QtBot, window: QWidget) -> None:
    assert _counted(qtbot, window).toolTip() == "Length and ease of reading (Ctrl+Shift+C)"
    spec = next(spec for spec in action_specs(menus((), [])) if spec.id == DETAILS)
    assert spec.shortcut == DETAILS_KEYS


def test_a_press_shows_all_of_the_article(qtbot: QtBot, window: QWidget) -> None:
    button = _counted(qtbot, window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    sheet = _sheet(window)
    words = sheet.findChild(QLabel, "length.words")
    assert isinstance(words, QLabel)
    qtbot.waitUntil(lambda: words.text() == "6")
    assert words.accessibleName() == "Words: 6"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_goes_when_one_turns_to_something_else(qtbot: QtBot, window: QWidget) -> None:
    button = _counted(qtbot, window)
    field = window.findChild(ProseField, "body")
    assert isinstance(field, ProseField)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    sheet = _sheet(window)
    assert sheet.isVisible()
    field.setFocus()
    qtbot.waitUntil(lambda: not sheet.isVisible())


def test_a_target_is_shown_and_kept(qtbot: QtBot, window: QWidget) -> None:
    button = _counted(qtbot, window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    target = _sheet(window).findChild(QSpinBox, "length.target")
    assert isinstance(target, QSpinBox)
    assert target.hasFocus()
    QTest.keyClicks(target, "800")
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert button.text() == "6 of 800 words · 1 min"
    assert _sheet(window).isHidden()
    button.show_article(None)
    button.show_article(ARTICLE)
    button.count(ARTICLE)
    qtbot.waitUntil(lambda: button.text() == "6 of 800 words · 1 min")


def test_from_right_to_left_the_number_stays_before_words_that_run_the_other_way(qtbot: QtBot, window: QWidget) -> None:
    button = _counted(qtbot, window)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.retranslate()
    assert button.text() == isolate("6 words · 1 min")
    assert "6 words · 1 min" in button.accessibleName()

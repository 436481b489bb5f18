"""The sheet of keys: searched, changed, swapped, put back; menus and tooltips follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.services.machine import load_machine
from editor.ui import shortcut_sheet
from editor.ui.actions import Actions
from editor.ui.keys import keys
from editor.ui.menus import menus
from editor.ui.registry import PANELS
from editor.ui.shortcut_sheet import ShortcutSheet
from editor.ui.studio import Studio


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


@pytest.fixture
def actions(window: QMainWindow, studio: Studio) -> Actions:
    made = Actions(window.menuBar(), menus(PANELS, [("en", "English")]), window)
    studio.language_changed.connect(made.retranslate)
    return made


@pytest.fixture
def sheet(window: QMainWindow, studio: Studio, actions: Actions) -> Iterator[ShortcutSheet]:
    made = ShortcutSheet(actions, studio, window)
    made.show()
    yield made
    if isValid(made):
        made.close()


def _press(sheet: ShortcutSheet, action_id: str, pressed: str) -> None:
    sheet.choose(action_id)
    sheet.keys.setKeySequence(QKeySequence(pressed))
    sheet.keys.editingFinished.emit()


def test_it_lists_everything_by_group_and_is_searched_by_words_and_keys(sheet: ShortcutSheet) -> None:
    assert ("New article", "Ctrl+N") in sheet.shown()
    assert ("Put the panels back in place", "") in sheet.shown()
    assert ("Details of the article", "Ctrl+D") in sheet.shown()
    sheet.search.setText("back up")
    assert sheet.shown() == [("Back up now", "Ctrl+Shift+B")]
    sheet.search.setText("shift+b")
    assert ("Back up now", "Ctrl+Shift+B") in sheet.shown()
    assert ("New article", "Ctrl+N") not in sheet.shown()


def test_new_keys_hold_at_once_are_kept_and_go_back(sheet: ShortcutSheet, actions: Actions) -> None:
    _press(sheet, "newsroom.backup", "F8")
    assert actions["newsroom.backup"].shortcut() == QKeySequence("F8")
    assert actions["newsroom.backup"].toolTip() == "Back up now (F8)"
    assert ("Back up now", "F8") in sheet.shown()
    assert load_machine().keys == {"newsroom.backup": ("F8",)}
    sheet.usual.click()
    assert actions["newsroom.backup"].shortcut() == QKeySequence("Ctrl+Shift+B")
    sheet.none.click()
    assert actions["newsroom.backup"].shortcut().isEmpty()
    assert load_machine().keys == {"newsroom.backup": ()}
    sheet.all_usual.click()
    assert load_machine().keys == {}
    assert ("Back up now", "Ctrl+Shift+B") in sheet.shown()


def test_keys_of_another_are_told_and_swapped_on_request(sheet: ShortcutSheet, actions: Actions) -> None:
    _press(sheet, "newsroom.backup", "Ctrl+N")
    assert "New article" in sheet.notice.text
    assert keys().chosen == {}
    sheet.notice.action_requested.emit()
    assert actions["newsroom.backup"].shortcut() == QKeySequence("Ctrl+N")
    assert actions["article.new"].shortcut() == QKeySequence("Ctrl+Shift+B")


def test_keys_that_texts_need_are_refused_or_swapped(sheet: ShortcutSheet) -> None:
    _press(sheet, "newsroom.backup", "B")
    assert "for writing" in sheet.notice.text
    assert sheet.keys.keySequence() == QKeySequence("Ctrl+Shift+B")
    _press(sheet, "newsroom.backup", "Ctrl+C")
    assert "Copy" in sheet.notice.text
    assert keys().chosen == {}


def test_it_is_saved_and_printed(sheet: ShortcutSheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "newsroom.sqlite3").touch()
    places = [tmp_path / "keys.html", tmp_path / "gone" / "keys.html", tmp_path / "newsroom.sqlite3", None]
    monkeypatch.setattr(shortcut_sheet, "ask_new_file", lambda *_: places.pop(0))
    sheet.save.click()
    assert "Ctrl+Shift+B" in (tmp_path / "keys.html").read_text(encoding="utf-8")
    assert "keys.html" in sheet.notice.text
    sheet.save.click()
    assert "not saved" in sheet.notice.text
    sheet.save.click()
    assert "its own files" in sheet.notice.text
    sheet.save.click()

    def to_file(printer: QPrinter, _parent: object) -> bool:
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return True

    monkeypatch.setattr(shortcut_sheet, "ask_printer", to_file)
    sheet.paper.click()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")


def test_what_every_text_knows_can_be_changed_and_what_a_list_knows_cannot(
    sheet: ShortcutSheet, actions: Actions
) -> None:
    assert ("Paste", "Ctrl+V") in sheet.shown()
    assert actions["edit.paste"].shortcut().isEmpty()  # the text's own: taken by us, no text would have it
    _press(sheet, "edit.paste", "F4")
    assert ("Paste", "F4") in sheet.shown()
    assert actions["edit.paste"].shortcut() == QKeySequence("F4")
    sheet.usual.click()
    assert actions["edit.paste"].shortcut().isEmpty()
    _press(sheet, "edit.undo", "F2")
    assert actions["edit.undo"].shortcut() == QKeySequence("F2")
    sheet.choose("articles.trash")
    assert not sheet.keys.isEnabled()


def test_it_speaks_the_interface_language_and_escape_closes_it(
    qtbot: QtBot, sheet: ShortcutSheet, studio: Studio
) -> None:
    studio.set_language("sw")
    assert sheet.windowTitle() != "Keyboard shortcuts"
    assert all(widget.accessibleName() for widget in (sheet.search, sheet.tree, sheet.keys))
    with qtbot.waitSignal(sheet.destroyed):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)

"""The eyes of the tests see what they must: each kind of mistake is found in a window made to hold it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import clipped, unmirrored, untranslated


def _shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for part in parts:
        row.addWidget(part)
    window.show()
    return window


@pytest.mark.parametrize("text", ["Save", "⟦Šàvé··⟧ now", "Save {n}", "<b>Save</b>"])
def test_english_is_seen(qtbot: QtBot, text: str) -> None:
    box = QComboBox()
    box.addItem(text)
    button = QPushButton()
    button.setToolTip(text)
    assert len(untranslated(_shown(qtbot, QLabel(text), box, button))) == 3


@pytest.mark.parametrize(
    "text", ["⟦Šàvé··⟧", "⟦Šàvé ⟦ţĥíš··⟧··⟧", "Ctrl+S", "Africa/Nairobi", "Français · fr", "Λιμάνι", "12", "Kataa", ""]
)
def test_what_is_translated_or_a_name_is_not(qtbot: QtBot, text: str) -> None:
    window = _shown(qtbot, QLabel(text))
    assert untranslated(window) == []


def test_what_is_hidden_is_not_looked_at(qtbot: QtBot) -> None:
    label = QLabel("Save")
    window = _shown(qtbot, label)
    label.hide()
    assert untranslated(window) == []


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_words_without_room_are_seen(qtbot: QtBot, kind: type[QLabel] | type[QPushButton]) -> None:
    part = kind("⟦Šàvé···⟧")
    window = _shown(qtbot, part)
    assert clipped(window) == []
    part.setFixedWidth(24)
    QApplication.processEvents()
    assert len(clipped(window)) == 1


def test_lines_and_hints_without_room_are_seen(qtbot: QtBot) -> None:
    wrapped = QLabel("⟦Šàvé ţĥíš àñđ ţĥàţ···⟧")
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(60, 16)
    field = QLineEdit()
    field.setPlaceholderText("⟦Šàvé ţĥíš àñđ ţĥàţ···⟧")
    field.setFixedWidth(40)
    assert len(clipped(_shown(qtbot, wrapped, field))) == 2


def test_a_row_that_stays_from_left_to_right_is_seen(qtbot: QtBot) -> None:
    window = _shown(qtbot, QLabel("1"), QLabel("2"))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert unmirrored(window) == []
    parts = window.findChildren(QLabel)
    row = window.layout()
    assert row is not None
    row.setEnabled(False)
    parts[0].move(0, 0)
    parts[1].move(200, 0)
    assert len(unmirrored(window)) == 1


def test_columns_need_no_mirror(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QLabel("1"))
    column.addWidget(QLabel("2"))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.show()
    assert unmirrored(window) == []

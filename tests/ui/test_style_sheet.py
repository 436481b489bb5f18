"""The style sheet: whole, made of the palette's colours, and understood by Qt."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.ui import theme
from editor.ui.style_sheet import style_sheet
from editor.ui.tokens import DARK, LIGHT, Tokens
from tests.ui.test_tokens import contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_one_of_the_palette(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= set(map(str, asdict(tokens).values()))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_pictures_it_names_are_there(tokens: Tokens) -> None:
    for name in re.findall(r'url\("([^"]+)"\)', style_sheet(tokens)):
        assert Path(name).is_file()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_can_be_seen(
    qtbot: QtBot, qapp: QApplication, tokens: Tokens, kind: type[QCheckBox | QRadioButton]
) -> None:
    """Contrast of at least 3 to 1 for what shows that something can be chosen (WCAG 2.2, 1.4.11)."""
    theme.apply(qapp, theme.Scheme.DARK if tokens.is_dark else theme.Scheme.LIGHT)
    box = kind()
    qtbot.addWidget(box)
    seen = box.grab().toImage()
    across = [QColor(seen.pixel(x, seen.height() // 2)).name() for x in range(seen.width())]
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert max(contrast(color, tokens.surface) for color in across) >= 3


def test_focus_can_be_seen_on_every_control() -> None:
    sheet = style_sheet(LIGHT)
    for control in ("QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QPlainTextEdit", "QCheckBox"):
        assert re.search(rf"{control}[^{{]*:focus", sheet), control


def test_only_the_keyboard_marks_a_field(qtbot: QtBot, qapp: QApplication) -> None:
    # After a menu or a moved panel Qt goes on thinking that the mouse is there: a border would stay dark.
    qapp.setStyleSheet(style_sheet(LIGHT))
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    fields = (QLineEdit(), QComboBox())
    for field in (QPushButton("First"), *fields):
        column.addWidget(field)
    holder.show()
    for field in fields:
        before = field.grab().toImage()
        field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        assert field.grab().toImage() == before
    qapp.setStyleSheet("")


def test_qt_understands_it(qtbot: QtBot, qapp: QApplication) -> None:
    # A sheet that Qt cannot parse is a Qt warning, and those fail tests.
    qapp.setStyleSheet(style_sheet(DARK))
    button = QPushButton("Go")
    qtbot.addWidget(button)
    button.show()
    button.close()
    qapp.setStyleSheet("")

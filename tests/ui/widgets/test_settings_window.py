"""The settings windows' base: no OK, no Cancel, nothing lost at closing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.core.errors import UserError
from editor.core.messages import say
from editor.ui.qt_words import InterfaceLanguage
from editor.ui.widgets.settings_window import SettingsWindow


class Window(SettingsWindow):
    """One page with one field, and a diary."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("some_settings", parent)
        self.diary: list[str] = []
        self.field = QLineEdit()
        self.add_page(self.field)

    @override
    def settle(self) -> None:
        self.diary.append("settle")

    @override
    def retranslate(self) -> None:
        self.diary.append("retranslate")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    made = Window(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.show()
    yield made
    made.close()


def test_closing_takes_what_is_typed(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isHidden()
    assert window.diary == ["settle"]


def test_a_refusal_leaves_the_focus_in_its_field(qtbot: QtBot, window: Window) -> None:
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    window.refuse(UserError(say("No such zone.")))
    assert window.notice.isVisible()
    assert window.field.hasFocus()


def test_it_follows_the_language(qtbot: QtBot, window: Window, qapp: QApplication) -> None:
    language = InterfaceLanguage(qapp)
    language.show("sw")
    qtbot.waitUntil(lambda: "retranslate" in window.diary)
    language.show("en")
    language.deleteLater()


def test_it_fits_a_small_laptop(window: Window) -> None:
    assert window.height() <= 720
    assert window.width() <= 1280

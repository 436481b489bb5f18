"""Qt's own words come from our catalogs; what is not there stays Qt's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from editor.i18n.catalogs import Catalog
from editor.i18n.interface import set_interface_language, tr
from editor.ui.qt_words import InterfaceLanguage, QtWords


@pytest.fixture
def language(qapp: QApplication) -> Iterator[InterfaceLanguage]:
    made = InterfaceLanguage(qapp)
    yield made
    made.show("en")
    made.deleteLater()


def test_an_unknown_word_is_none_so_that_no_button_is_blank() -> None:
    assert QtWords().translate("QPlatformTheme", "A word that no catalog has") is None
    assert not QtWords().isEmpty()


def test_a_known_word_reaches_qts_own_dialogs(qtbot: QtBot, language: InterfaceLanguage) -> None:
    language.show("sw")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == tr("Cancel") != "Cancel"
    assert QCoreApplication.translate("QPlatformTheme", "A word of Qt's future") == "A word of Qt's future"


def test_the_direction_follows_the_language(qapp: QApplication, language: InterfaceLanguage) -> None:
    set_interface_language("ar", Catalog("ar"))
    language.put_on()
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    language.show("sw")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight

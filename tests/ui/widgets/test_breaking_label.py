"""A long name goes on in the next line, and is copied as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.breaking_label import BreakingLabel

NAME = "images/3050f9d99d132dfd-6daba0c8-344.webp"


@pytest.fixture
def label(qtbot: QtBot) -> BreakingLabel:
    made = BreakingLabel()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("name", [NAME, "a" * 400, "https://news.example/" + "b" * 300, "\U0001f98a" * 200, "新" * 300])
def test_no_name_widens_it(label: BreakingLabel, name: str) -> None:
    label.show_text(f"“{name}” was not delivered.")
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance("新" * 30)
    assert label.text().replace("\u200b", "") == f"“{name}” was not delivered."
    assert label.accessibleName() == f"“{name}” was not delivered."


def test_words_of_usual_length_stay_as_they_are(label: BreakingLabel) -> None:
    label.show_text("Nothing was exported to “/srv/desk/out” yet.")
    assert "\u200b" not in label.text()


def test_what_is_copied_has_no_sign_of_a_break(label: BreakingLabel) -> None:
    label.show_text(f"“{NAME}” was not delivered.")
    label.show()
    label.setSelection(1, len(label.text()) - 1)
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{NAME}” was not delivered."


def test_its_menu_copies_too(label: BreakingLabel) -> None:
    label.show_text(NAME)
    label.show()
    label.setSelection(0, len(label.text()))
    QGuiApplication.clipboard().clear()
    label.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == NAME


def test_its_menu_selects_all_and_what_is_copied_keeps_its_lines(label: BreakingLabel) -> None:
    said = f"\U0001f98a 2 files were not delivered.\n“{NAME}”: gone.\nThe others are there."
    label.show_text(said)
    label.show()
    copying, selecting = label.actions()
    assert (copying.text(), selecting.text()) == ("Copy", "Select all")
    selecting.trigger()
    copying.trigger()
    assert QGuiApplication.clipboard().text() == said

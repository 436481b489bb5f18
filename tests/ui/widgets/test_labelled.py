"""A field under its name."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.widgets.labelled import Labelled


def test_the_name_is_on_screen_and_for_a_screen_reader(qtbot: QtBot) -> None:
    field, beside = QLineEdit(), QPushButton("Now")
    labelled = Labelled(field, beside)
    qtbot.addWidget(labelled)
    labelled.set_name("Signed off by")
    label = labelled.findChild(QLabel)
    assert label is not None
    assert label.text() == field.accessibleName() == "Signed off by"
    assert label.buddy() is field
    assert beside.parent() is labelled

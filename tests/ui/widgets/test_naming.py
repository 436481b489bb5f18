"""Names of widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.widgets.naming import named


def test_a_widget_comes_back_with_its_name(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert named(label, "status.saved") is label
    assert label.objectName() == "status.saved"

"""The report of our own mistakes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.report_dialog import ReportDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ReportDialog]:
    made = ReportDialog("Makala 1\n\nTraceback")
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.show()
    yield made
    made.close()


def test_the_report_can_be_copied_and_stops_nothing(dialog: ReportDialog) -> None:
    assert not dialog.isModal()
    copy = dialog.findChild(QPushButton, "report.copy")
    assert isinstance(copy, QPushButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Makala 1\n\nTraceback"


def test_a_second_bug_joins_the_first_report(dialog: ReportDialog) -> None:
    dialog.add("Another one")
    assert dialog.text.toPlainText().endswith("Another one")

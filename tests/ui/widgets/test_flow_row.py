"""The flow row: breaks where it is narrow, begins at the right in right-to-left."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.flow_row import FlowRow


def _row(qtbot: QtBot, count: int = 4) -> tuple[QWidget, FlowRow, list[QLabel]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowRow(holder, spacing=10)
    labels = []
    for _ in range(count):
        label = QLabel()
        label.setFixedSize(90, 20)
        row.addWidget(label)
        labels.append(label)
    return holder, row, labels


def test_it_breaks_where_there_is_no_more_room(qtbot: QtBot) -> None:
    _holder, row, labels = _row(qtbot)
    row.setGeometry(QRect(0, 0, 200, 100))
    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (100, 0), (0, 30), (100, 30)]
    assert row.heightForWidth(200) == 50
    assert row.heightForWidth(1000) == 20


def test_it_begins_at_the_right_in_right_to_left(qtbot: QtBot) -> None:
    holder, row, labels = _row(qtbot, 2)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.setGeometry(QRect(0, 0, 200, 100))
    assert [label.x() for label in labels] == [110, 10]


def test_it_can_be_emptied_and_filled_again(qtbot: QtBot) -> None:
    holder, row, _labels = _row(qtbot)
    row.clear()
    assert row.count() == 0
    assert row.itemAt(0) is None
    assert row.takeAt(3) is None
    row.addWidget(QLabel("new"))
    assert row.count() == 1
    assert holder.findChildren(QLabel)


def test_what_stands_in_one_line_has_one_middle(qtbot: QtBot) -> None:
    _holder, row, labels = _row(qtbot, 3)
    labels[1].setFixedSize(90, 30)
    row.setGeometry(QRect(0, 0, 200, 100))
    assert [(label.x(), label.y()) for label in labels] == [(0, 5), (100, 0), (0, 40)]
    assert row.heightForWidth(200) == 60

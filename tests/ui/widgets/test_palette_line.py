"""A line of the palette: as high as it says, drawn in both directions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from editor.ui.widgets.palette_line import ASIDE, ROW, PaletteLine


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_stand_at_the_beginning_and_keys_at_the_end(qtbot: QtBot, side: Qt.LayoutDirection) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setLayoutDirection(side)
    model = QStandardItemModel(view)
    item = QStandardItem("||||||||")
    item.setData("", ASIDE)
    model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(PaletteLine(view))
    view.resize(600, 60)
    plain = view.grab().toImage()
    item.setData("||||", ASIDE)
    told = view.grab().toImage()
    changed = [
        x
        for x in range(plain.width())
        if any(plain.pixel(x, y) != told.pixel(x, y) for y in range(0, plain.height(), 2))
    ]
    assert changed
    is_at_the_right = min(changed) > plain.width() // 2
    assert is_at_the_right is (side is Qt.LayoutDirection.LeftToRight)


def test_every_line_is_equally_high(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    model.appendRow(QStandardItem("One"))
    assert PaletteLine(view).sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() == ROW

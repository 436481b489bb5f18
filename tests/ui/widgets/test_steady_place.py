"""What is read in one view stays where it is while lines come and go above it in another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.steady_place import SteadyPlace

LINES = 200


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[tuple[DraftPage, DraftPage]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    first = DraftPage()
    second = DraftPage(first)
    row = QHBoxLayout(holder)
    for page in (first, second):
        row.addWidget(page)
        SteadyPlace(page)
    first.body.show_text("\n".join(f"line {number}" for number in range(LINES)))
    holder.resize(1000, 400)
    holder.show()
    qtbot.waitUntil(lambda: second.verticalScrollBar().maximum() > 3000)
    yield first, second
    holder.close()


def _top(page: DraftPage) -> str:
    place = page.body.mapFrom(page.viewport(), QPoint(page.viewport().width() // 2, 2))
    return page.body.cursorForPosition(place).block().text()


def _insert(page: DraftPage, text: str) -> None:
    cursor = QTextCursor(page.body.document())
    cursor.insertText(text)


def test_lines_that_come_and_go_above_do_not_move_what_is_read(
    pages: tuple[DraftPage, DraftPage], qtbot: QtBot
) -> None:
    first, second = pages
    first.body.setFocus()
    second.verticalScrollBar().setValue(2000)
    read, place = _top(second), second.verticalScrollBar().value()
    _insert(first, "new\n" * 20)
    qtbot.waitUntil(lambda: second.verticalScrollBar().value() > place + 300)
    assert _top(second) == read
    first.body.undo()
    qtbot.waitUntil(lambda: second.verticalScrollBar().value() == place)
    assert _top(second) == read


def test_lines_below_move_nothing(pages: tuple[DraftPage, DraftPage], qtbot: QtBot) -> None:
    first, second = pages
    first.body.setFocus()
    second.verticalScrollBar().setValue(500)
    highest = second.verticalScrollBar().maximum()
    cursor = QTextCursor(first.body.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("\nnew" * 20)
    qtbot.waitUntil(lambda: second.verticalScrollBar().maximum() > highest)
    assert second.verticalScrollBar().value() == 500

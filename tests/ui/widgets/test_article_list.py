"""The list itself: ten thousand rows, chosen and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.bootstrap import Desk
from editor.ui.jobs import Jobs
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.article_model import ArticleModel
from editor.ui.widgets.thumbnails import Thumbnails
from tests.builders import NOON
from tests.ui.widgets.test_article_model import a_head


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[ArticleList]:
    assert tmp_path.exists()
    jobs = Jobs()
    model = ArticleModel()
    made = ArticleList(model, Thumbnails(desk.images, jobs, 100, jobs))
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    yield made
    jobs.stop_all()


def test_ten_thousand_rows_keep_selection_and_place(view: ArticleList) -> None:
    heads = [a_head(number) for number in range(10_000)]
    view.show_heads(heads)
    view.selectAll()
    assert view.count_chosen() == 10_000
    view.verticalScrollBar().setValue(5000)
    view.show_heads(heads[:9000])
    assert view.count_chosen() == 9000
    assert view.verticalScrollBar().value() == 5000


def test_what_is_chosen_comes_in_the_lists_order(view: ArticleList) -> None:
    heads = [a_head(number) for number in range(5)]
    view.show_heads(heads)
    for row in (3, 1):
        view.selectionModel().select(view.model().index(row, 0), view.selectionModel().SelectionFlag.Select)
    assert view.chosen() == [heads[1], heads[3]]
    view.show_heads([*heads[3:], *heads[:3]])
    assert view.chosen() == [heads[3], heads[1]]


def test_return_opens_and_what_is_in_the_trash_stays_closed(view: ArticleList, qtbot: QtBot) -> None:
    view.show_heads([a_head(1), a_head(2, trashed_at=NOON)])
    view.choose_first()
    with qtbot.waitSignal(view.written) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert said.args == [a_head(1).id]
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(view.written), qtbot.waitSignal(view.asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["restore"]


def test_a_plain_click_reads_what_lies_in_the_trash(view: ArticleList, qtbot: QtBot) -> None:
    view.show_heads([a_head(1, trashed_at=NOON), a_head(2, trashed_at=NOON)])
    first, second = (view.visualRect(view.model().index(row, 0)).center() for row in (0, 1))
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    with qtbot.assertNotEmitted(view.opened), qtbot.waitSignal(view.asked) as said:
        QTest.mouseClick(view.viewport(), left, pos=first)
    assert said.args == ["read"]
    with qtbot.assertNotEmitted(view.asked):  # it chooses one more, to be restored together
        QTest.mouseClick(view.viewport(), left, shift, second)
    assert view.count_chosen() == 2


def test_keys_and_the_right_button_ask(view: ArticleList, qtbot: QtBot) -> None:
    view.show_heads([a_head(1)])
    view.choose_first()
    for key, signal in (
        (Qt.Key.Key_Delete, view.asked),
        (Qt.Key.Key_Up, view.left_upward),
        (Qt.Key.Key_Menu, view.menu_asked),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(view, key)
    with qtbot.waitSignal(view.menu_asked):
        view.customContextMenuRequested.emit(QPoint(5, 5))


def test_choosing_by_id_brings_into_sight(view: ArticleList) -> None:
    view.show_heads([a_head(number) for number in range(100)])
    view.choose(a_head(90).id)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_a_row_that_changes_is_painted_alone(view: ArticleList, qtbot: QtBot) -> None:
    view.show_heads([a_head(number) for number in range(5)])
    qtbot.waitExposed(view)
    qtbot.wait(100)  # its first painting
    painted = Painted(view)
    view.viewport().installEventFilter(painted)
    index = view.model().index(2, 0)
    view.model().dataChanged.emit(index, index)
    qtbot.waitUntil(lambda: bool(painted.regions))
    assert [region.boundingRect() for region in painted.regions] == [view.visualRect(index)]


class Painted(QObject):
    """Keeps what of the widget was painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.regions: list[QRegion] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False

"""Links in page order: rows kept while they change, focus never lost, drops where they were let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.labels import REPORTED_BY_AI
from editor.ui.widgets.article_mime import LINK_MIME, mime_of
from editor.ui.widgets.link_list import AT_ONCE, ArticlesDropped, LinkList, LinkMove
from editor.ui.widgets.link_row import LinkRowWords

KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction


def said(*ids: str) -> list[LinkRowWords]:
    return [LinkRowWords(link_id=one, headline=f"Headline {one}", note="") for one in ids]


@pytest.fixture
def links(qtbot: QtBot) -> LinkList:
    made = LinkList("links", can_write=True)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show_links(said("a", "b", "c"))
    made.show()
    qtbot.waitUntil(lambda: made.rows()[2].y() > 0)
    return made


def test_rows_that_stay_are_the_same_rows(links: LinkList) -> None:
    a, b, c = links.rows()
    b.setFocus()
    links.show_links(said("c", "b", "d"))
    assert links.rows()[0] is c
    assert links.rows()[1] is b
    assert b.hasFocus()
    assert links.row("a") is None
    assert links.row("d") is a


def test_the_row_of_a_link_that_is_gone_serves_a_new_one_whole(qtbot: QtBot, links: LinkList) -> None:
    row = links.rows()[0]
    links.rows()[1].setFocus()
    bare = row.grab().toImage()
    thumb = QPixmap(64, 48)
    thumb.fill(Qt.GlobalColor.red)
    first = LinkRowWords(link_id="a", headline="A", note="Draft", has_picture=True, labels=(REPORTED_BY_AI,))
    links.show_links([first, *said("b", "c")])
    row.show_thumb(thumb)
    links.show_links(said("x", "y", "z"))
    assert [one.link_id for one in links.rows()] == ["x", "y", "z"]
    assert links.rows()[0] is row
    assert "Headline x" in row.accessibleName()
    assert not {"A", "Draft"} & set(row.accessibleName().split(". "))
    assert row.objectName() == "related.link.x"
    assert row.on_card.objectName() == "related.link.x.card"
    with qtbot.waitSignal(links.removed) as removed:
        QTest.keyClick(row, Qt.Key.Key_Delete)
    assert removed.args == ["x"]
    links.show_links(said("a", "b", "c"))
    qtbot.waitUntil(lambda: links.rows()[0].grab().toImage() == bare)


def test_rows_of_an_article_without_links_wait_out_of_sight_for_the_next(links: LinkList) -> None:
    before = set(links.rows())
    held = links.rows()[1]
    held.setFocus()
    links.show_links([])
    assert links.rows() == ()
    assert not any(row.isVisible() for row in before)
    assert links.row("a") is None
    links.show_links(said("x", "y", "z"))
    assert [row.link_id for row in links.rows()] == ["x", "y", "z"]
    assert [row.objectName() for row in links.rows()] == ["related.link.x", "related.link.y", "related.link.z"]
    assert all(row.isVisible() and f"Headline {row.link_id}" in row.accessibleName() for row in links.rows())
    assert before & set(links.rows()) == before - {held}  # what is pressed on it is never another link's


def test_the_row_after_a_removed_one_takes_the_focus(links: LinkList) -> None:
    links.rows()[1].setFocus()
    links.show_links(said("a", "c"))
    assert links.rows()[1].hasFocus()


def test_arrows_walk_and_alt_asks_for_a_move(qtbot: QtBot, links: LinkList) -> None:
    first = links.rows()[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert links.rows()[1].hasFocus()
    with qtbot.waitSignal(links.moved) as moved:
        QTest.keyClick(links.rows()[1], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moved.args == [LinkMove("b", 2)]
    with qtbot.assertNotEmitted(links.moved):
        QTest.keyClick(links.rows()[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize(("dragged", "row", "to"), [("a", 2, 1), ("c", 0, 0), ("a", 3, 2)])
def test_a_dropped_row_counts_without_itself(qtbot: QtBot, links: LinkList, dragged: str, row: int, to: int) -> None:
    y = links.rows()[row].y() + 1 if row < 3 else links.rows()[2].geometry().bottom() + 5
    carried = mime_of([dragged], LINK_MIME)
    with qtbot.waitSignal(links.moved) as moved:
        links.dropEvent(QDropEvent(QPointF(10, y), MOVE, carried, LEFT, KEYS))
    assert moved.args == [LinkMove(dragged, to)]


def test_dropped_articles_say_where(qtbot: QtBot, links: LinkList) -> None:
    carried = mime_of(["x", "y"])
    enter = QDragEnterEvent(QPoint(10, 5), MOVE, carried, LEFT, KEYS)
    links.dragEnterEvent(enter)
    assert enter.isAccepted()
    links.dragMoveEvent(QDragMoveEvent(QPoint(10, links.rows()[1].y() + 1), MOVE, carried, LEFT, KEYS))
    with qtbot.waitSignal(links.dropped) as dropped:
        links.dropEvent(QDropEvent(QPointF(10, links.rows()[1].y() + 1), MOVE, carried, LEFT, KEYS))
    assert dropped.args == [ArticlesDropped(("x", "y"), 1)]


def test_a_drag_of_something_else_is_left_alone(links: LinkList) -> None:
    carried = QMimeData()
    carried.setText("words")
    enter = QDragEnterEvent(QPoint(10, 5), MOVE, carried, LEFT, KEYS)
    links.dragEnterEvent(enter)
    links.dragLeaveEvent(QDragLeaveEvent())
    assert not enter.isAccepted()


def test_a_row_is_brought_into_sight(links: LinkList) -> None:
    links.show_links(said(*(str(number) for number in range(40))))
    links.focus_row("39")
    row = links.row("39")
    assert row is not None
    assert row.hasFocus()


def test_of_thousands_only_those_in_sight_are_made_and_the_rest_when_one_gets_there(
    qtbot: QtBot, links: LinkList
) -> None:
    names = [f"n{number}" for number in range(10_000)]
    links.show_links(said(*names))
    assert len(links.rows()) == AT_ONCE
    bar = links.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    with qtbot.waitSignal(links.grown):
        bar.setValue(bar.maximum())
    assert [row.link_id for row in links.rows()] == names[: 2 * AT_ONCE]
    last = links.rows()[-1]
    last.setFocus()
    with qtbot.waitSignal(links.moved) as moved:
        QTest.keyClick(last, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moved.args == [LinkMove(last.link_id, 2 * AT_ONCE)]
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert links.rows()[2 * AT_ONCE].hasFocus()
    links.focus_row("n100")
    row = links.row("n100")
    assert row is not None
    assert row.hasFocus()
    links.show_links(said(*names[1:]))
    assert row.hasFocus(), "what was looked at stays"

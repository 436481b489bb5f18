"""One half or two: where they stand, which is written in, and what happens where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.halves import NARROWEST, Half, Halves


class TwoLabels(Halves):
    """Halves with a label each."""

    def __init__(self) -> None:
        super().__init__()
        for half, text in zip(self.halves, ("one", "two"), strict=True):
            half.show_page(QLabel(text))

    def split(self, *, is_split: bool) -> None:
        self._set_split(is_split=is_split)

    def turn_to(self, half: Half) -> None:
        self._turn_to(half)

    def words(self) -> list[str]:
        stand = sorted(self.halves, key=self.indexOf)
        pages = [half.page for half in stand if half.isVisible()]
        return [page.text() for page in pages if isinstance(page, QLabel)]


def _head(half: Half) -> QWidget:
    close = half.findChild(QToolButton)
    head = close.parentWidget() if close is not None else None
    assert head is not None
    return head


@pytest.fixture
def halves(qtbot: QtBot) -> TwoLabels:
    made = TwoLabels()
    qtbot.addWidget(made)
    made.resize(3 * NARROWEST, 500)
    made.show()
    return made


def test_one_half_has_no_head_and_two_are_equal(halves: TwoLabels) -> None:
    close = halves.findChild(QToolButton, "draft.half.close")
    assert close is not None
    assert halves.words() == ["one"]
    assert not close.isVisible()
    halves.split(is_split=True)
    assert halves.words() == ["one", "two"]
    assert close.isVisible()
    assert abs(halves.sizes()[0] - halves.sizes()[1]) <= 1
    halves.turn_to(halves.halves[1])
    halves.split(is_split=False)
    assert halves.words() == ["two"]
    assert not close.isVisible()


def test_halves_that_would_be_too_narrow_stand_one_above_the_other(halves: TwoLabels) -> None:
    halves.split(is_split=True)
    assert halves.orientation() is Qt.Orientation.Horizontal
    halves.resize(2 * NARROWEST - 1, 500)
    assert halves.orientation() is Qt.Orientation.Vertical
    assert min(halves.sizes()) > 200
    halves.resize(2 * NARROWEST, 500)
    assert halves.orientation() is Qt.Orientation.Horizontal
    halves.stack(is_stacked=True)
    assert halves.orientation() is Qt.Orientation.Vertical


def test_halves_swap(halves: TwoLabels) -> None:
    halves.split(is_split=True)
    active = halves.active
    halves.swap()
    assert halves.words() == ["two", "one"]
    assert halves.active is active
    halves.split(is_split=False)
    halves.swap()
    assert halves.words() == ["one"]


def test_a_head_says_which_half_is_written_in_and_is_pressed_to_go_there(halves: TwoLabels, qtbot: QtBot) -> None:
    halves.split(is_split=True)
    first, second = halves.halves
    second.show_title("Ferry")
    heads = [_head(half) for half in (first, second)]
    assert [head.property("active") for head in heads] == [True, False]
    halves.turn_to(second)
    assert [head.property("active") for head in heads] == [False, True]
    with qtbot.waitSignal(first.chosen):
        QTest.mousePress(heads[0], Qt.MouseButton.LeftButton)
    close = second.findChild(QToolButton)
    assert close is not None
    assert "Ferry" in close.accessibleName()
    with qtbot.waitSignal(second.close_asked):
        close.click()


def test_a_half_shows_one_page_as_large_as_its_room_and_the_keyboard_comes_along(qtbot: QtBot) -> None:
    half, pages = Half("one"), [_page("first"), _page("second")]
    qtbot.addWidget(half)
    half.resize(400, 300)
    half.show_page(pages[0])
    half.hold(pages[1])
    half.show()
    half.activateWindow()
    fields = [page.findChildren(QLineEdit) for page in pages]
    fields[0][0].setFocus()
    qtbot.waitUntil(fields[0][0].hasFocus)
    half.show_page(pages[1])
    assert (half.page, pages[0].isVisible(), pages[1].isVisible()) == (pages[1], False, True)
    assert fields[1][0].hasFocus()
    fields[1][1].setFocus()
    half.show_page(pages[0])
    half.show_page(pages[1])
    assert fields[1][1].hasFocus()  # where it was on this page
    half.resize(500, 400)
    assert pages[1].width() == half.width()
    half.show_page(pages[0])
    assert pages[0].size() == pages[1].size()


def test_another_page_is_shown_where_the_one_on_show_goes_elsewhere(qtbot: QtBot) -> None:
    half, other, first, second = Half("one"), Half("other"), QLabel("first"), QLabel("second")
    for one in (half, other):
        qtbot.addWidget(one)
        one.show()
    half.hold(first)
    assert half.page is first
    half.hold(second)
    other.show_page(first)
    assert (half.page, other.page) == (second, first)
    assert (first.isVisible(), second.isVisible()) == (True, True)


@pytest.mark.parametrize("has_other", [True, False])
def test_a_page_on_show_that_is_deleted_leaves_its_place(qtbot: QtBot, *, has_other: bool) -> None:
    half, first, second, third = Half("one"), QLabel("first"), QLabel("second"), QLabel("third")
    qtbot.addWidget(half)
    half.show()
    half.hold(first)
    if has_other:
        half.hold(second)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    assert half.page is (second if has_other else None)
    assert second.isVisible() is has_other
    half.resize(500, 400)
    half.show_page(third)
    assert (half.page, third.isVisible()) == (third, True)
    assert third.width() == half.width()


def _page(name: str) -> QWidget:
    page = QWidget()
    page.setObjectName(name)
    column = QVBoxLayout(page)
    for _ in range(2):
        column.addWidget(QLineEdit())
    return page

"""One half or two: where they stand, which is written in, and what happens where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
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

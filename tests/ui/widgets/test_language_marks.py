"""The line of languages: each painted with its sign, in both directions, and counted where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from editor.domain.article import TranslationState
from editor.ui import theme
from editor.ui.widgets import language_marks

STATES = tuple((f"l{number}", state) for number, state in enumerate(TranslationState))


def _painted(width: int, direction: Qt.LayoutDirection) -> list[int]:
    """Return the columns that hold anything."""
    image = QImage(width, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    language_marks.paint(painter, [QRect(0, 0, width, 20)], STATES, "l1", theme.font(theme.SMALL))
    painter.end()
    white = image.pixel(0, 19)
    return [x for x in range(width) if any(image.pixel(x, y) != white for y in range(20))]


def test_every_state_has_a_sign_of_its_own() -> None:
    assert language_marks.MARKS.keys() == set(TranslationState)
    assert len({sign for sign, _token in language_marks.MARKS.values()}) == len(TranslationState)


@pytest.mark.parametrize("width", [400, 60])
@pytest.mark.usefixtures("qtbot")
def test_it_begins_where_reading_does_and_stays_in_its_line(width: int) -> None:
    right_to_left = _painted(width, Qt.LayoutDirection.RightToLeft)
    left_to_right = _painted(width, Qt.LayoutDirection.LeftToRight)
    assert left_to_right[0] < 14
    assert right_to_left[-1] >= width - 14


def _ends(places: list[QRect], states: tuple[tuple[str, TranslationState], ...]) -> tuple[int, int]:
    """Return the last column and the last line that hold anything."""
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    language_marks.paint(painter, places, states, "en", theme.font(theme.SMALL))
    painter.end()
    white = image.pixel(399, 59)
    inked = [(x, y) for x in range(400) for y in range(60) if image.pixel(x, y) != white]
    return max(x for x, _y in inked), max(y for _x, y in inked)


@pytest.mark.usefixtures("qtbot")
def test_languages_are_named_where_there_is_room_and_else_shown_by_their_tags() -> None:
    states = (("en", TranslationState.SOURCE), ("sw", TranslationState.DRAFT))
    beside, wide, below = QRect(0, 0, 70, 20), QRect(0, 0, 300, 20), QRect(0, 30, 300, 20)
    by_tag, low = _ends([beside], states)
    assert low < 20
    assert _ends([wide], states)[0] > by_tag + 40
    assert _ends([beside, below], states)[1] > 30

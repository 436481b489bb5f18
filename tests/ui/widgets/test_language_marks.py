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
    language_marks.paint(painter, QRect(0, 0, width, 20), STATES, "l1", theme.font(theme.SMALL))
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

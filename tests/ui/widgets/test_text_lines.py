"""Painted text: wrapped, cut with an ellipsis, the same height measured and painted, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from editor.ui import theme
from editor.ui.widgets import text_lines

LONG = "The ferry crosses the bay once more after a week in the harbour, and the town is glad of it. " * 3


@pytest.fixture
def canvas(qapp: QApplication) -> QImage:
    assert qapp
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    return {(x, y) for x in range(300) for y in range(200) if image.pixelColor(x, y).lightness() < 128}


@pytest.mark.parametrize("text", ["", "Short", LONG, "一" * 200, "اختبار " * 60, "😀" * 80, "a\nb\tc"])
def test_what_is_measured_is_what_is_painted(canvas: QImage, text: str) -> None:
    font = theme.font(theme.NORMAL)
    painter = QPainter(canvas)
    height = text_lines.draw(painter, QRect(0, 0, 300, 200), text, font, 3)
    painter.end()
    assert height == text_lines.height_of(text, font, 300, 3)
    assert all(y <= height + 2 for _, y in ink(canvas))


def test_a_row_begins_at_the_interface_s_edge_whatever_its_script(canvas: QImage) -> None:
    painter = QPainter(canvas)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text_lines.draw(painter, QRect(0, 0, 300, 200), "Ferry", theme.font(theme.NORMAL), 1, "en")
    painter.end()
    assert min(x for x, _ in ink(canvas)) > 200


def test_a_plate_holds_its_words_and_never_leaves_its_place(canvas: QImage) -> None:
    painter = QPainter(canvas)
    font = theme.font(theme.SMALL)
    place = text_lines.draw_plate(painter, QRect(10, 10, 120, 40), LONG, font, QColor("black"), QColor("yellow"))
    painter.end()
    assert place.left() == 10
    assert place.width() <= 120

"""The point of interest, put there by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.focus_picker import FocusPicker
from tests.builders import an_image

IMAGE = an_image(sha256="0" * 64)


@pytest.fixture
def picker(qtbot: QtBot) -> FocusPicker:
    made = FocusPicker()
    qtbot.addWidget(made)
    made.resize(402, 122)
    made.show()
    made.show_image(IMAGE)
    made.show_pixels(IMAGE.id, QPixmap(200, 100))
    return made


def test_a_press_puts_it_there_and_a_drag_is_one_step(picker: FocusPicker, qtbot: QtBot) -> None:
    pixels = QPixmap(200, 100)
    pixels.fill(Qt.GlobalColor.gray)
    picker.show_pixels(IMAGE.id, pixels)
    with qtbot.waitSignal(picker.picked) as said:
        QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        QTest.mouseMove(picker, QPoint(60, 31))
        QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=QPoint(60, 31))
    assert said.args[0] == pytest.approx((0.25, 0.25), abs=0.01)
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(399, 119))
    assert picker.point == (1.0, 1.0)
    assert picker.grab().width() > 0


def test_arrows_move_it_and_delete_takes_it_away(picker: FocusPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.picked) as said:
        QTest.keyClick(picker, Qt.Key.Key_Right)
    assert said.args[0] == pytest.approx((0.52, 0.5))
    assert picker.accessibleDescription() == "52 % from the left, 50 % from the top"
    QTest.keyPress(picker, Qt.Key.Key_Delete)
    assert picker.point is None
    assert picker.accessibleDescription() == "In the middle"
    with qtbot.assertNotEmitted(picker.picked):
        picker.settle()  # as it was stored


def test_a_reader_moves_nothing_and_words_alone_have_no_point(picker: FocusPicker, qtbot: QtBot) -> None:
    picker.set_writable(is_writable=False)
    with qtbot.assertNotEmitted(picker.picked):
        QTest.keyClick(picker, Qt.Key.Key_Right)
        QTest.keyClick(picker, Qt.Key.Key_Delete)
    picker.show_image(an_image())
    assert picker.isHidden()

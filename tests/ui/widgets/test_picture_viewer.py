"""One picture over the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.picture_viewer import PictureViewer
from tests.builders import an_image


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def viewer(window: QWidget) -> PictureViewer:
    made = PictureViewer(window)
    made.show_image(an_image(sha256="0" * 64, width=4000, height=3000), 2, 9)
    made.show_pixels("0" * 32, QImage(40, 30, QImage.Format.Format_RGB32))
    return made


def test_it_fills_the_window_and_says_what_it_shows(viewer: PictureViewer, window: QWidget) -> None:
    assert viewer.size() == window.size()
    assert viewer.accessibleName() == "Two people at a drum"
    assert viewer.accessibleDescription() == "2 of 9"
    assert viewer.label.key == "image_by_ai"
    assert viewer.label.isVisible()
    window.resize(900, 700)
    assert viewer.size() == window.size()
    assert viewer.grab().width() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_close_it(viewer: PictureViewer, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer, key)
    assert not viewer.isVisible()


def test_it_goes_when_the_keyboard_goes_elsewhere(viewer: PictureViewer, window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(viewer.hasFocus)
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    assert not viewer.isVisible()


def test_arrows_step_and_once_closer_they_move_the_picture(viewer: PictureViewer, qtbot: QtBot) -> None:
    for key, by in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
        with qtbot.waitSignal(viewer.stepped) as said:
            QTest.keyClick(viewer, key)
        assert said.args == [by]
    viewer.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(viewer.stepped) as said:
        QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert said.args == [1]
    QTest.keyClick(viewer, Qt.Key.Key_1)
    before = viewer.zoom.place
    with qtbot.assertNotEmitted(viewer.stepped):
        QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.zoom.place.left() < before.left()


def test_keys_wheel_and_double_click_zoom_and_ask_for_more_pixels(viewer: PictureViewer, qtbot: QtBot) -> None:
    fitted = viewer.wanted_pixels
    with qtbot.waitSignal(viewer.pixels_wanted):
        QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.wanted_pixels > fitted
    QTest.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.zoom.is_fitted
    QTest.mouseDClick(viewer, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert viewer.wanted_pixels == 4000
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    before = viewer.zoom.place
    QTest.mouseMove(viewer, QPoint(380, 290))
    assert viewer.zoom.place.left() == pytest.approx(before.left() - 20)
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.zoom.is_fitted


def test_no_pixels_are_said_in_words(viewer: PictureViewer) -> None:
    viewer.show_pixels("0" * 32, QImage())
    viewer.grab()
    viewer.show_image(an_image(), 1, 1)
    viewer.grab()
    viewer.show_pixels("another", QImage(3, 3, QImage.Format.Format_RGB32))
    viewer.leave()
    viewer.leave()

"""A panel in its dock: as large as the dock, and reached by scrolling where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.ui.widgets.panel_room import PanelRoom


def _panel(least: QSize) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    for text in ("First", "Last"):
        column.addWidget(QPushButton(text))
    panel.setMinimumSize(least)
    return panel


def _room_of(panel: QWidget, qtbot: QtBot) -> PanelRoom:
    room = PanelRoom()
    qtbot.addWidget(room)
    room.take(panel)
    room.resize(300, 200)
    room.show()
    return room


def test_a_panel_that_fits_is_as_large_as_its_room(qtbot: QtBot) -> None:
    panel = _panel(QSize(100, 80))
    room = _room_of(panel, qtbot)
    assert panel.size() == QSize(300, 200)
    assert room.minimumSizeHint().width() <= 100


def test_a_large_panel_asks_for_its_share_of_the_screen_and_is_scrolled(qtbot: QtBot) -> None:
    panel = _panel(QSize(4000, 3000))
    room = _room_of(panel, qtbot)
    screen = room.screen().availableGeometry()
    assert room.minimumSizeHint().width() * 3 <= screen.width()
    assert room.minimumSizeHint().height() * 3 <= screen.height()
    last = panel.findChildren(QPushButton)[-1]
    room.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()


def test_a_room_without_a_panel_asks_for_nothing(qtbot: QtBot) -> None:
    room = PanelRoom()
    qtbot.addWidget(room)
    assert room.minimumSizeHint() == QSize(0, 0)


def test_a_panel_that_scrolls_by_itself_is_not_scrolled_twice(qtbot: QtBot) -> None:
    """Words that wrap give a panel a height from its width; what it shows below them scrolls inside."""
    panel, stack, long = QWidget(), QStackedWidget(), QScrollArea()
    words = QLabel("Words that take more than one line of so narrow a panel. " * 3)
    words.setWordWrap(True)
    inside = QLabel("\n".join("A line of many" for _ in range(100)))
    long.setWidget(inside)
    page = QWidget()
    for column, widgets in ((QVBoxLayout(page), (words, long)), (QVBoxLayout(panel), (stack,))):
        for widget in widgets:
            column.addWidget(widget)
    stack.addWidget(page)
    room = PanelRoom()
    qtbot.addWidget(room)
    room.take(panel)
    room.resize(300, 260)
    room.show()
    assert panel.size() == room.size()
    assert not room.verticalScrollBar().isVisible()
    assert words.height() >= words.heightForWidth(words.width())
    room.resize(300, 90)
    qtbot.waitUntil(lambda: room.verticalScrollBar().isVisible())  # so low that not even the words fit
    assert words.height() >= words.heightForWidth(words.width())


def test_a_panel_that_comes_to_need_more_is_scrolled(qtbot: QtBot) -> None:
    panel = _panel(QSize(100, 80))
    room = _room_of(panel, qtbot)
    panel.setMinimumHeight(500)
    qtbot.waitUntil(lambda: panel.height() == 500)
    qtbot.waitUntil(lambda: room.verticalScrollBar().isVisible())


def test_the_keyboard_that_enters_stays_in_the_panel(qtbot: QtBot) -> None:
    """What a panel names as the place for the keyboard is hidden while it holds nothing."""
    window = QWidget()
    row = QVBoxLayout(window)
    before, room, panel = QLineEdit(), PanelRoom(), QWidget()
    column = QVBoxLayout(panel)
    hidden, first = QListWidget(), QPushButton("Keep a version now")
    for widget in (hidden, first):
        column.addWidget(widget)
    panel.setFocusProxy(hidden)
    hidden.hide()
    room.take(panel)
    for one in (before, room, QLineEdit()):
        row.addWidget(one)
    qtbot.addWidget(window)
    window.show()
    before.setFocus()
    room.enter()
    assert window.focusWidget() is first
    first.hide()
    before.setFocus()
    room.enter()  # it reads still what it will show
    assert window.focusWidget() is room
    hidden.show()
    room.enter()
    assert window.focusWidget() is hidden


def test_the_keyboard_goes_on_into_the_panel_that_comes_to_hold_something(qtbot: QtBot) -> None:
    """A panel that reads its pictures has no control yet when its key is pressed; Tab led into the status bar."""
    window, room, panel, stack = QWidget(), PanelRoom(), QWidget(), QStackedWidget()
    row, column = QVBoxLayout(window), QVBoxLayout(panel)
    column.addWidget(stack)
    reading, found, second = QLabel("Reading"), QPushButton("Found"), QPushButton("Second")
    page = QWidget()
    inside = QVBoxLayout(page)
    for button in (found, second):
        inside.addWidget(button)
    for state in (reading, page):
        stack.addWidget(state)
    room.take(panel)
    after = QLineEdit()
    for one in (room, after):
        row.addWidget(one)
    qtbot.addWidget(window)
    window.show()
    room.enter()
    assert window.focusWidget() is room
    stack.setCurrentWidget(page)
    QTest.keyClick(room, Qt.Key.Key_Tab)
    assert window.focusWidget() is found
    QTest.keyClick(found, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    stack.setCurrentWidget(reading)
    room.enter()
    assert window.focusWidget() is room
    stack.setCurrentWidget(page)
    second.setText("A second that is longer than the first was")
    qtbot.waitUntil(lambda: window.focusWidget() is found)
    stack.setCurrentWidget(reading)
    room.enter()
    QTest.keyClick(room, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is after


def test_an_empty_room_takes_no_keyboard(qtbot: QtBot) -> None:
    room = PanelRoom()
    qtbot.addWidget(room)
    room.show()
    room.enter()
    assert room.focusWidget() is None


def test_what_holds_no_longer_is_out_of_sight_and_keeps_its_size_and_the_keyboard(qtbot: QtBot) -> None:
    panel = _panel(QSize(100, 80))
    room = _room_of(panel, qtbot)
    qtbot.waitExposed(room)
    seen, size, holder = room.grab().toImage(), panel.size(), room.focusWidget()
    room.cover()
    covered = room.grab().toImage()
    assert room.is_covered
    assert len({covered.pixel(x, y) for x in range(0, 300, 10) for y in range(0, 200, 10)}) == 1
    assert (panel.isVisible(), panel.size(), room.focusWidget()) == (True, size, holder)
    room.uncover()
    assert room.grab().toImage() == seen

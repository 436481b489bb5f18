"""The pause that heavy work waits for: every key puts it off, wherever the window has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.ui.pause import PAUSE_MS, Pause
from tests.ui.manual_timers import ManualTimers


def _field(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_work_waits_until_nobody_types(qtbot: QtBot) -> None:
    field, timers, done = _field(qtbot), ManualTimers(), []
    pause = Pause(field, timers)
    pause.then(lambda: done.append("work"))
    for _ in range(5):
        timers.forward(PAUSE_MS - 1)
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "aaaaa"
    assert not done
    timers.forward(PAUSE_MS)
    assert done == ["work"]
    timers.forward(10 * PAUSE_MS)
    assert done == ["work"]


def test_a_key_in_another_window_puts_it_off_too(qtbot: QtBot) -> None:
    first, timers, done = _field(qtbot), ManualTimers(), []
    pause = Pause(first, timers)
    pause.then(lambda: done.append("work"))
    second = _field(qtbot)
    timers.forward(PAUSE_MS - 1)
    QTest.keyClick(second.windowHandle(), Qt.Key.Key_A)
    timers.forward(PAUSE_MS - 1)
    assert not done


def test_a_key_that_no_window_saw_is_told(qtbot: QtBot) -> None:
    field, timers, done = _field(qtbot), ManualTimers(), []
    pause = Pause(field, timers)
    pause.then(lambda: done.append("work"))
    timers.forward(PAUSE_MS - 1)
    pause.touch()
    timers.forward(PAUSE_MS - 1)
    assert not done
    pause.stop()
    timers.forward(PAUSE_MS)
    assert not done


def test_some_work_waits_longer_and_a_key_makes_it_wait_as_long_again(qtbot: QtBot) -> None:
    field, timers, done = _field(qtbot), ManualTimers(), []
    pause = Pause(field, timers)
    pause.then(lambda: done.append("work"), 5 * PAUSE_MS)
    timers.forward(4 * PAUSE_MS)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    timers.forward(4 * PAUSE_MS)
    assert not done
    timers.forward(PAUSE_MS)
    assert done == ["work"]

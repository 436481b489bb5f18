"""The order in which a window comes to life."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.ui.first_moments import FirstMoments


def test_words_then_list_then_rest_each_once(qtbot: QtBot) -> None:
    holder = QObject()
    moments = FirstMoments(holder)
    seen: list[str] = []
    moments.painted.connect(lambda: seen.append("words"))
    moments.list_due.connect(lambda: seen.append("list"))
    moments.rest_due.connect(lambda: seen.append("rest"))
    with qtbot.waitSignal(moments.rest_due):
        for _ in range(3):
            moments.begin()
    assert seen == ["words", "list", "rest"]
    moments.begin()
    qtbot.wait(50)
    assert len(seen) == 3


def test_a_window_closed_early_comes_to_nothing(qtbot: QtBot) -> None:
    holder = QObject()
    moments = FirstMoments(holder)
    moments.begin()
    moments.stop()
    with qtbot.assertNotEmitted(moments.painted, wait=50):
        assert moments.has_begun

"""Work in progress: what, how far, and a way to stop it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import Message, say
from editor.ui.widgets.job_strip import JobStrip


@pytest.fixture
def strip(qtbot: QtBot) -> JobStrip:
    made = JobStrip("work")
    qtbot.addWidget(made)
    return made


def test_it_shows_while_work_runs(strip: JobStrip) -> None:
    assert not strip.isVisible()
    strip.begin(say("Exporting"))
    bar, state = strip.findChild(QProgressBar), strip.findChild(QLabel)
    assert bar is not None
    assert state is not None
    strip.progress(0.0, say("Reading the newsroom"))
    assert not bar.isVisible()
    strip.progress(0.25, say("Writing pages"))
    assert bar.isVisible()
    assert (bar.value(), bar.maximum(), state.text()) == (250, 1000, "Writing pages")
    strip.progress(0.5, Message())
    assert state.text() == "Writing pages"
    strip.end()
    assert not strip.isVisible()


def test_stop_is_at_hand_and_pressed_once(qtbot: QtBot, strip: JobStrip) -> None:
    strip.begin(say("Exporting"))
    stop = strip.findChild(QPushButton)
    assert stop is not None
    with qtbot.waitSignal(strip.stopped):
        QTest.keyClick(stop, Qt.Key.Key_Space)
    assert not stop.isEnabled()
    strip.end()
    strip.begin(say("Exporting"))
    assert stop.isEnabled()


def test_a_long_headline_does_not_widen_what_the_strip_stands_in(strip: JobStrip) -> None:
    strip.begin(say("Exporting"))
    least = strip.minimumSizeHint().width()
    strip.progress(0.5, say("Writing {name}", name="Two leaders, two drum kits: a summit in Nara " * 4))
    assert strip.minimumSizeHint().width() == least
    state = strip.findChild(QLabel)
    assert state is not None
    assert state.text().startswith("Writing Two leaders")

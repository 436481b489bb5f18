"""The parts of the window that replaces in all articles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.article import Status
from editor.domain.query import ArticleQuery
from editor.services.reading import Choices
from editor.ui.replace_layout import NOTHING_FOUND, ReplaceLayout


def test_filters_say_which_articles_are_looked_through(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    parts = ReplaceLayout(host)
    parts.retranslate()
    parts.offer(Choices(sections=("City",), languages=("sw",)))
    assert parts.query == ArticleQuery()
    for field, value in ((parts.status, "ready"), (parts.section, "City"), (parts.language, "sw")):
        field.show_value(value)
    assert parts.query == ArticleQuery(statuses=(Status.READY,), sections=("City",), languages=("sw",))


def test_its_states(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    parts = ReplaceLayout(host)
    host.show()
    parts.show_state(NOTHING_FOUND)
    assert not parts.list.isVisible()
    parts.show_state(None)
    assert parts.list.isVisible()
    parts.set_busy(is_busy=True, is_writing=True)
    assert parts.stop.isVisible()
    assert not parts.list.isEnabled()
    parts.set_busy(is_busy=False)
    assert parts.list.isEnabled()
    assert not parts.stop.isVisible()


def test_it_is_no_larger_than_the_window_that_made_it(qtbot: QtBot) -> None:
    """On a screen of 800 by 600 the button that replaces stood outside."""
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(800, 568)
    host = QWidget(around, Qt.WindowType.Window)
    ReplaceLayout(host)
    assert host.width() <= 800
    assert host.height() <= 568
    assert host.minimumSizeHint().width() <= 800

"""Keys that come to the window while the system has given none of the application's the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.edits import CreateArticle
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.unfocused_keys import UnfocusedKeys
from tests.builders import NOON, a_desk, an_article

CTRL = Qt.KeyboardModifier.ControlModifier


def _take_focus_away(qtbot: QtBot) -> None:
    """Leave no window with the focus, as another program's does that closes."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(other.isActiveWindow)
    other.close()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)


def _press(window: QMainWindow, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier | None = None) -> None:
    """Let a key come as Qt passes it on when it found no shortcut for it: it finds none for a window without focus."""
    modifiers = held or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


@pytest.fixture
def window(studio: Studio, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the test the shown window of a newsroom with one article, without the focus."""
    desk = a_desk(tmp_path / "desk")
    desk.articles.apply(CreateArticle(an_article(headline="Ferry fares fall", body="Words."), say("x"), NOON))
    desk.close()
    assert studio.open_newsroom(tmp_path / "desk")
    shown = studio.window
    assert shown is not None
    qtbot.waitUntil(lambda: shown.moments.is_over and shown.jobs.is_idle(), timeout=20_000)
    _take_focus_away(qtbot)
    yield shown
    qtbot.waitUntil(shown.jobs.is_idle, timeout=20_000)


def test_a_new_article_is_begun_and_takes_the_words_that_follow(window: MainWindow, qtbot: QtBot) -> None:
    before = window.workspace.article
    _press(window, Qt.Key.Key_N, "\x0e", CTRL)
    for letter in "port":
        _press(window, Qt.Key(ord(letter.upper())), letter)
    window.workspace.settle()
    article = window.workspace.article
    assert before is not None
    assert article is not None
    assert (article.headline, article.id == before.id) == ("port", False)
    assert window.workspace.desk.articles.get(before.id).body == "Words."
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def plain(qtbot: QtBot) -> QMainWindow:
    """Give the test a small window with a field and an action, without the focus."""
    made = QMainWindow()
    qtbot.addWidget(made)
    field = QLineEdit("abc")
    made.setCentralWidget(field)
    field.setFocus()
    made.show()
    UnfocusedKeys(made)
    _take_focus_away(qtbot)
    return made


def _action(window: QMainWindow, keys: str) -> list[str]:
    done: list[str] = []
    action = QAction(window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(partial(done.append, keys))
    window.addAction(action)
    return done


def test_what_the_field_claims_for_itself_stays_with_it(plain: QMainWindow) -> None:
    done = _action(plain, "Ctrl+A")
    _press(plain, Qt.Key.Key_A, "\x01", CTRL)
    field = plain.centralWidget()
    assert isinstance(field, QLineEdit)
    assert (field.selectedText(), done) == ("abc", [])


def test_what_cannot_be_done_now_is_not_done(plain: QMainWindow) -> None:
    done = _action(plain, "Ctrl+N")
    plain.actions()[0].setEnabled(False)
    _press(plain, Qt.Key.Key_N, "\x0e", CTRL)
    assert done == []


def test_no_key_counts_twice(plain: QMainWindow, qtbot: QtBot) -> None:
    done = _action(plain, "Ctrl+N")
    _press(plain, Qt.Key.Key_N, "\x0e", CTRL)
    assert done == ["Ctrl+N"]
    qtbot.waitUntil(plain.isActiveWindow)
    _press(plain, Qt.Key.Key_N, "\x0e", CTRL)  # with the focus Qt does it
    assert done == ["Ctrl+N"] * 2

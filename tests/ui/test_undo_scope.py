"""Undo means what the focus means, by key and by menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import CreateArticle, change_article
from editor.ui.actions import Actions
from editor.ui.keys import keys
from editor.ui.menus import menus
from editor.ui.undo_scope import UndoScope
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article


class Window(QMainWindow):
    """A text, a button, and the Edit menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.workspace = Workspace(desk, self)
        self.menu = Actions(self.menuBar(), menus((), []), self)
        self.scope = UndoScope(self.menu, self.workspace, self)
        self.menu["edit.undo"].triggered.connect(self.scope.undo)
        self.menu["edit.redo"].triggered.connect(self.scope.redo)
        self.text, self.button = QLineEdit(), QPushButton("Elsewhere")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.text)
        column.addWidget(self.button)
        self.setCentralWidget(inside)


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article()
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, article: Article) -> Iterator[Window]:
    made = Window(desk)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made).__enter__()
    made.workspace.open(article.id)
    made.workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    yield made
    made.close()


def _tags(window: Window, article: Article) -> tuple[str, ...]:
    return window.workspace.desk.articles.get(article.id).tags


def test_in_a_text_the_typing_is_taken_back_first(qtbot: QtBot, window: Window, article: Article) -> None:
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    QTest.keyClicks(window.text, "abc")
    QTest.keyClick(window.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.text.text() == ""
    assert _tags(window, article) == ("a",)


def test_a_text_with_nothing_of_its_own_leaves_the_keys_to_the_newsroom(
    qtbot: QtBot, window: Window, article: Article
) -> None:
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    QTest.keyClick(window.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _tags(window, article) == ()
    QTest.keyClick(window.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert _tags(window, article) == ("a",)


def test_elsewhere_the_last_thing_done_is_taken_back(qtbot: QtBot, window: Window, article: Article) -> None:
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)
    QTest.keyClick(window.button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _tags(window, article) == ()


def test_the_menu_says_what_would_be_taken_back(qtbot: QtBot, window: Window) -> None:
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)
    assert window.menu["edit.undo"].text() == "Undo: Change tags"
    assert not window.menu["edit.redo"].isEnabled()
    window.menu["edit.undo"].trigger()
    assert window.menu["edit.redo"].text() == "Redo: Change tags"
    assert window.menu["edit.undo"].text() == "Undo"
    assert not window.menu["edit.undo"].isEnabled()
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    QTest.keyClicks(window.text, "abc")
    window.menu.menus["edit"].aboutToShow.emit()
    assert window.menu["edit.undo"].text() == "Undo: Typing"
    window.menu["edit.undo"].trigger()
    window.menu.menus["edit"].aboutToShow.emit()
    assert window.menu["edit.redo"].text() == "Redo: Typing"
    window.menu["edit.redo"].trigger()
    assert window.text.text() == "abc"


def test_a_text_that_is_gone_is_no_trouble(qtbot: QtBot, window: Window) -> None:
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    window.text.deleteLater()
    qtbot.wait(10)
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)


def test_from_inside_a_text_no_other_article_is_touched(qtbot: QtBot, window: Window, article: Article) -> None:
    other = an_article(id="b" * 32, slug="other", translation_set="b" * 32)
    window.workspace.request(CreateArticle(other, say("New article"), NOON))
    window.workspace.open(article.id)
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    with qtbot.waitSignal(window.workspace.done) as said:
        window.scope.undo()
    assert "Nothing to take back here" in str(said.args[0])
    assert window.workspace.desk.articles.get(other.id).trashed_at is None
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)
    with qtbot.waitSignal(window.workspace.done) as said:
        window.scope.undo()
    assert str(said.args[0]) == "Taken back: New article"
    assert window.workspace.desk.articles.get(other.id).trashed_at is not None


def test_keys_taken_from_undo_and_paste_are_heard_by_no_text_and_the_new_ones_are(
    qtbot: QtBot, window: Window, article: Article
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    window.menu["edit.paste"].triggered.connect(window.text.paste)
    QGuiApplication.clipboard().setText("pasted")
    keys().choose({"edit.undo": ("F2",), "edit.paste": ("F4",), "edit.copy": ("Ctrl+V",)})
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    QTest.keyClicks(window.text, "abc")
    QTest.keyClick(window.text, Qt.Key.Key_Z, control)
    QTest.keyClick(window.text, Qt.Key.Key_V, control)
    assert window.text.text() == "abc"
    QTest.keyClick(window.text, Qt.Key.Key_F4)
    assert window.text.text() == "abcpasted"
    QTest.keyClick(window.text, Qt.Key.Key_F2)
    assert window.text.text() == "abc"
    QTest.keyClick(window.text, Qt.Key.Key_A, control)
    assert window.text.selectedText() == "abc"
    keys().choose({})
    QTest.keyClick(window.text, Qt.Key.Key_V, control)
    assert window.text.text() == "pasted"
    assert _tags(window, article) == ("a",)

"""The Text menu: it acts on the text that was written in last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import Message
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.text_commands import next_misspelled, paste_plain, switch_spelling, use_tool
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.markdown_edit import MarkdownEdit


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("left", "right"):
        draft = QWidget()
        draft.setObjectName(name)
        inside = QVBoxLayout(draft)
        body, reactions = MarkdownEdit("body"), MarkdownEdit("reactions")
        bar = MarkdownBar()
        bar.serve((body, reactions))
        bar.turn_to(body)
        for part in (bar, body, reactions):
            inside.addWidget(part)
        column.addWidget(draft)
    made.show()
    return made


def _field(window: QWidget, draft: str, name: str) -> MarkdownEdit:
    found = window.findChild(QWidget, draft)
    assert found is not None
    field = found.findChild(MarkdownEdit, name)
    assert isinstance(field, MarkdownEdit)
    return field


def test_without_the_keyboard_in_a_text_the_first_body_is_meant(window: QWidget) -> None:
    window.setFocus()
    use_tool(window, "table")
    assert _field(window, "left", "body").text().startswith("|")


def test_the_text_that_has_the_keyboard_is_meant(qtbot: QtBot, window: QWidget) -> None:
    field = _field(window, "right", "reactions")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    use_tool(window, "bold")
    assert field.text() == "****"
    assert _field(window, "left", "body").text() == ""


def test_without_a_text_nothing_is_done(qtbot: QtBot) -> None:
    bare = QWidget()
    qtbot.addWidget(bare)
    use_tool(bare, "bold")


def test_the_words_alone_are_pasted_where_the_keyboard_is(window: QWidget) -> None:
    source = QMimeData()
    source.setHtml("<p>some <b>bold</b> words</p>")
    QGuiApplication.clipboard().setMimeData(source)
    field = _field(window, "left", "body")
    field.setFocus()
    paste_plain()
    assert field.text() == "some bold words"
    QGuiApplication.clipboard().clear()


def test_a_window_without_a_draft_has_no_misspelled_word(window: QWidget) -> None:
    next_misspelled(window)


def test_spelling_is_switched_for_this_computer_and_said(desk: Desk, studio: Studio) -> None:
    made = MainWindow(desk, studio)
    said: list[Message] = []
    made.workspace.done.connect(said.append)
    for is_on in (False, True):
        switch_spelling(made)
        assert studio.remembered.machine.check_spelling is is_on
    assert [str(one) for one in said] == ["The spelling is not checked any more.", "The spelling is checked."]
    made.close()
    made.deleteLater()

"""The Text menu: it acts on the text that was written in last."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.text_commands import use_tool
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

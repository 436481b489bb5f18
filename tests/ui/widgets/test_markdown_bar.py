"""The small tool bar of the body."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.actions import action_specs
from editor.ui.menus import menus
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.markdown_edit import MarkdownEdit


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(holder: QWidget) -> MarkdownBar:
    column = QVBoxLayout(holder)
    fields = (MarkdownEdit("body"), MarkdownEdit("reactions"))
    made = MarkdownBar()
    made.serve(fields)
    made.turn_to(fields[0])
    for widget in (made, *fields):
        column.addWidget(widget)
    return made


def _field(bar: MarkdownBar, name: str) -> MarkdownEdit:
    holder = bar.parentWidget()
    assert holder is not None
    found = holder.findChild(MarkdownEdit, name)
    assert found is not None
    return found


def _tool(bar: MarkdownBar, name: str) -> QToolButton:
    found = bar.findChild(QToolButton, f"draft.tool.{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bold", "**word**"), ("italic", "_word_"), ("link", "[word]()"), ("heading", "## word"), ("list", "- word"),
        ("numbered", "1. word"), ("quote", "> word"),
    ],
)  # fmt: skip
def test_each_tool(bar: MarkdownBar, name: str, text: str) -> None:
    body = _field(bar, "body")
    body.show_text("word")
    body.select(0, 4)
    _tool(bar, name).click()
    assert body.text() == text


def test_keys_act_on_the_text_that_has_them(bar: MarkdownBar) -> None:
    reactions = _field(bar, "reactions")
    reactions.show_text("word")
    reactions.select(0, 4)
    action = next(one for one in reactions.actions() if one.property("tool") == "bold")
    action.trigger()
    assert reactions.text() == "**word**"
    assert _field(bar, "body").text() == ""


def test_the_picture_tool_asks_for_one(bar: MarkdownBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.picture_asked):
        _tool(bar, "picture").click()


def test_no_key_is_the_windows_own(bar: MarkdownBar) -> None:
    taken = {spec.shortcut for spec in action_specs(menus((), [])) if not spec.is_native}
    keys = [one.shortcut().toString() for one in _field(bar, "body").actions() if isinstance(one, QAction)]
    assert len(keys) == len(set(keys))
    assert taken.isdisjoint(keys)


def test_names_say_their_keys(bar: MarkdownBar) -> None:
    bar.retranslate()
    assert _tool(bar, "bold").toolTip() == "Bold (Ctrl+B)"
    bar.set_writable(is_writable=False)
    assert not _tool(bar, "bold").isEnabled()


@pytest.mark.parametrize(("key", "mark"), [(Qt.Key.Key_B, "**"), (Qt.Key.Key_I, "_")])
def test_a_key_goes_into_marks_and_out_again(
    holder: QWidget, bar: MarkdownBar, qtbot: QtBot, key: Qt.Key, mark: str
) -> None:
    body = _field(bar, "body")
    with qtbot.waitActive(holder):
        holder.show()
    body.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(body, "- a ")
    QTest.keyClick(body, key, control)
    QTest.keyClicks(body, "word")
    QTest.keyClick(body, key, control)
    QTest.keyClicks(body, " on")
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClick(body, key, control)
    QTest.keyClick(body, key, control)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "After it.")
    assert body.text() == f"- a {mark}word{mark} on\n\nAfter it."


def test_tab_passes_it_in_one_step(bar: MarkdownBar) -> None:
    stops = [one.objectName() for one in bar.findChildren(QToolButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["draft.tool.bold"]

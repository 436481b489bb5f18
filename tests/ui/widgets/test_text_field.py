"""A field of one line that hands out its words when the person is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.text_field import TextField


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    made = TextField("slug")
    qtbot.addWidget(made)
    made.show()
    made.show_text("stored")
    made.setFocus()
    return made


def test_return_hands_out_what_is_typed_once(field: TextField) -> None:
    said: list[str] = []
    field.committed.connect(said.append)
    field.committed.connect(field.show_text)
    field.selectAll()
    QTest.keyClicks(field, "typed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.settle()
    assert said == ["typed"]


def test_escape_brings_back_what_is_stored(field: TextField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "stored"
    with qtbot.assertNotEmitted(field.committed):
        field.settle()


def test_a_refresh_leaves_what_is_being_typed(field: TextField) -> None:
    field.clear()
    QTest.keyClicks(field, "half")
    field.show_text("changed elsewhere")
    if field.hasFocus():
        assert field.text() == "half"
    field.reset_text("another thing")
    assert field.text() == "another thing"


def test_pasted_lines_become_one(field: TextField, qtbot: QtBot) -> None:
    field.setText("one\u2028two")
    with qtbot.waitSignal(field.committed) as said:
        field.settle()
    assert said.args == ["one two"]


def test_it_runs_the_way_of_its_language(field: TextField) -> None:
    field.set_language("he")
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft

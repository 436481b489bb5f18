"""Marks over what AI wrote: typed before, inside, after, undone and done again, they stay on their words."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.domain.ai_ranges import AiRanges
from editor.ui.widgets.ai_commands import toggle
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.line_commands import duplicate, move_down, move_up
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.plain_text import utf16_length
from editor.ui.widgets.text_tools import Command

TEXT = "By Ana. \U0001f600 By AI.\n\nBy Ana again."


class Stage:
    """A body with marks, driven by keys."""

    def __init__(self, field: MarkdownEdit) -> None:
        self.field = field
        self.marks = AiMarks(field)
        self.marks.serve(field)
        self.show(TEXT, ())

    def show(self, text: str, ranges: AiRanges) -> None:
        self.field.show_text(text)
        self.marks.show(ranges, text)

    def words(self) -> list[str]:
        text = self.field.text()
        return [text[start:end] for start, end in self.marks.ranges(text)]

    def mark(self, words: str) -> None:
        start = self.field.text().index(words)
        self.field.select(start, start + len(words))
        self.field.command(toggle)

    def at(self, words: str) -> None:
        start = self.field.text().index(words)
        self.field.select(start, start)

    def lit(self) -> list[str]:
        return [one.cursor.selectedText() for one in self.field.extraSelections()]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    field = MarkdownEdit("body")
    qtbot.addWidget(field)
    return Stage(field)


def test_a_selection_is_marked_and_freed_by_the_same_command(stage: Stage) -> None:
    stage.mark("By AI.")
    assert stage.words() == stage.lit() == ["By AI."]
    assert stage.field.accessibleDescription() == "1 passage is marked as written by AI."
    stage.mark("AI")
    assert stage.words() == stage.lit() == ["By ", "."]
    stage.mark("By AI.")
    assert stage.words() == ["By AI."]
    stage.mark("By AI.")
    assert stage.words() == stage.lit() == []
    assert stage.field.accessibleDescription() == ""


def test_without_a_selection_it_is_the_paragraph_or_the_passage(stage: Stage) -> None:
    stage.at("Ana again")
    stage.field.command(toggle)
    assert stage.words() == ["By Ana again."]
    stage.field.command(toggle)
    assert stage.words() == []


def test_typing_at_the_edges_is_outside_and_typing_inside_is_inside(stage: Stage) -> None:
    stage.mark("By AI.")
    stage.at("By AI.")
    QTest.keyClicks(stage.field, "So: ")
    assert stage.words() == stage.lit() == ["By AI."]
    stage.at("AI.")
    QTest.keyClicks(stage.field, "an ")
    assert stage.words() == stage.lit() == ["By an AI."]
    stage.at("\n\nBy Ana again")
    QTest.keyClicks(stage.field, " And me.")
    assert stage.words() == stage.lit() == ["By an AI."]
    QTest.keyClick(stage.field, Qt.Key.Key_Return)
    assert stage.words() == ["By an AI."]


def test_a_passage_that_is_deleted_is_gone_until_undo(stage: Stage) -> None:
    stage.mark("By AI.")
    stage.field.select(TEXT.index("\U0001f600"), TEXT.index("By Ana again"))
    QTest.keyClick(stage.field, Qt.Key.Key_Delete)
    assert stage.words() == stage.lit() == []
    stage.field.undo()
    assert stage.words() == stage.lit() == ["By AI."]
    stage.field.redo()
    assert stage.words() == []


def test_words_typed_over_a_passage_are_a_persons(stage: Stage) -> None:
    stage.mark("By AI.")
    start = stage.field.text().index("By AI.")
    stage.field.select(start, start + 6)
    QTest.keyClicks(stage.field, "Mine")
    assert "Mine" in stage.field.text()
    assert stage.words() == []
    while stage.field.document().isUndoAvailable():
        stage.field.undo()
    assert (stage.field.text(), stage.words()) == (TEXT, [])


def test_one_step_in_many_places_moves_the_marks_between(stage: Stage) -> None:
    stage.mark("By AI.")

    def everywhere(cursor: QTextCursor) -> None:
        for place in (len("By Ana. xx By AI.\n\n"), 0):
            cursor.setPosition(place)
            cursor.insertText("> ")

    stage.field.command(everywhere)
    assert stage.words() == stage.lit() == ["By AI."]
    stage.field.undo()
    assert stage.words() == ["By AI."]
    stage.field.undo()
    assert stage.words() == []


def test_what_was_marked_elsewhere_is_shown(stage: Stage) -> None:
    stage.show(TEXT, ((10, 16),))
    assert stage.words() == ["By AI."]
    stage.field.take_over("More. " + TEXT)
    stage.marks.take(((0, 5),), stage.field.text())
    assert stage.words() == stage.lit() == ["More."]


def test_the_menu_over_a_text_offers_it(stage: Stage, qtbot: QtBot) -> None:
    for is_marked, said in ((False, "Written by AI"), (True, "Not written by AI")):
        menu = QMenu()
        qtbot.addWidget(menu)
        stage.show(TEXT, ((10, 16),) if is_marked else ())
        stage.at("AI.")
        stage.field.menu_opening.emit(menu, stage.field.textCursor())
        (action,) = menu.actions()
        assert action.text() == said
        action.trigger()
        assert stage.words() == ([] if is_marked else ["By Ana. \U0001f600 By AI."])


def test_two_fields_over_one_text_show_the_same_marks(stage: Stage, qtbot: QtBot) -> None:
    second = MarkdownEdit("second", over=stage.field)
    qtbot.addWidget(second)
    stage.marks.serve(second)
    stage.mark("By AI.")
    assert [mark.cursor.selectedText() for mark in second.extraSelections()] == ["By AI."]
    second.select(0, 8)
    second.command(toggle)
    assert stage.lit() == stage.words() == ["By Ana. ", "By AI."]
    stage.field.undo()
    assert [mark.cursor.selectedText() for mark in second.extraSelections()] == stage.words() == ["By AI."]


def test_a_text_without_marks_says_why(qtbot: QtBot) -> None:
    field = MarkdownEdit("reactions")
    qtbot.addWidget(field)
    field.show_text("Said so.")
    with qtbot.waitSignal(field.refused):
        field.command(toggle)


STEP = st.one_of(
    st.tuples(st.just("type"), st.integers(0, 40), st.sampled_from(["a", "b c", "\n", "\U0001f600"])),
    st.tuples(st.just("delete"), st.integers(0, 40), st.integers(1, 12)),
    st.tuples(st.just("mark"), st.integers(0, 40), st.integers(1, 12)),
    st.tuples(st.just("copy"), st.integers(0, 40), st.integers(1, 40)),
    st.tuples(st.just("move"), st.integers(0, 40), st.sampled_from([move_up, move_down, duplicate])),
    st.tuples(st.just("twice"), st.integers(0, 40), st.integers(0, 40)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("redo"), st.just(0), st.just(0)),
)


def _do(stage: Stage, step: tuple[str, int, object]) -> None:
    kind, place, more = step
    field = stage.field
    size = len(field.text())
    if kind in {"undo", "redo"}:
        getattr(field, kind)()
        return
    start = min(place, size)
    field.select(start, start)
    if kind == "type":
        field.insertPlainText(str(more))
        return
    if kind == "move":
        field.command(cast("Command", more))
        return
    assert isinstance(more, int)
    if kind == "copy":
        field.select(start, min(start + more, size))
        carried = field.createMimeDataFromSelection()
        field.select(more % (size + 1), more % (size + 1))
        field.insertFromMimeData(carried)
        return
    if kind == "twice":

        def both(cursor: QTextCursor) -> None:
            for at in sorted({place, more}, reverse=True):
                cursor.setPosition(utf16_length(field.text()[:at]))
                cursor.insertText("**")

        field.command(both)
        return
    field.select(start, min(start + more, size))
    if kind == "mark":
        field.command(toggle)
    else:
        field.textCursor().removeSelectedText()


@settings(deadline=None)
@given(st.lists(STEP, max_size=14))
def test_undo_and_redo_give_back_every_state_exactly(steps: list[tuple[str, int, object]]) -> None:
    assert QApplication.instance() is not None
    field = MarkdownEdit("body")
    stage = Stage(field)
    stage.show(TEXT, ((10, 16),))
    for step in steps:
        _do(stage, step)
        assert stage.lit() == [words.replace("\n", "\u2029") for words in stage.words()]
    states = [(field.text(), stage.words())]
    while field.document().isUndoAvailable():
        field.undo()
        states.append((field.text(), stage.words()))
    assert states[-1] == (TEXT, ["By AI."])
    back = [states[-1]]
    for _ in range(len(states) - 1):
        field.redo()
        back.append((field.text(), stage.words()))
    assert back[::-1] == states
    field.deleteLater()

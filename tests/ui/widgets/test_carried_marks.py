"""Marks over what AI wrote go where its words go: by clipboard, by drag, by the commands over lines and words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.domain.ai_ranges import AiRanges
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.carried_marks import AI_MIME, are_lost, copied
from editor.ui.widgets.line_commands import duplicate, move_down, move_up
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.prose_field import ProseField
from editor.ui.widgets.text_tools import TOOLS, TextTool
from editor.ui.widgets.wrapping import link_over

TEXT = "By Ana. \U0001f600 By AI.\n\nBy Ana again."
MARKED = ((10, 16),)


class Body:
    """A body with marks over its words."""

    def __init__(self, qtbot: QtBot, text: str = TEXT, ranges: AiRanges = MARKED) -> None:
        self.field = MarkdownEdit("body")
        qtbot.addWidget(self.field)
        self.marks = AiMarks(self.field)
        self.marks.serve(self.field)
        self.field.show_text(text)
        self.marks.show(ranges, text)

    def words(self) -> list[str]:
        text = self.field.text()
        return [text[start:end] for start, end in self.marks.ranges(text)]

    def take(self, words: str) -> QMimeData:
        start = self.field.text().index(words)
        self.field.select(start, start + len(words))
        return self.field.createMimeDataFromSelection()

    def put(self, place: int, carried: QMimeData) -> None:
        self.field.select(place, place)
        self.field.insertFromMimeData(carried)


@pytest.fixture
def body(qtbot: QtBot) -> Body:
    return Body(qtbot)


def test_copied_words_are_marked_where_they_are_pasted(body: Body, qtbot: QtBot) -> None:
    carried = body.take("\U0001f600 By AI.\n\nBy Ana")
    body.put(len(TEXT), carried)
    assert body.words() == ["By AI.", "By AI."]
    assert [mark.cursor.selectedText() for mark in body.field.extraSelections()] == body.words()
    other = Body(qtbot, "Here: ", ())
    other.put(6, carried)
    assert other.words() == ["By AI."]
    other.field.undo()
    assert (other.field.text(), other.words()) == ("Here: ", [])
    other.field.redo()
    assert other.words() == ["By AI."]


def test_words_that_are_cut_and_pasted_elsewhere_stay_marked_through_undo(body: Body) -> None:
    carried = body.take("By AI.")
    body.field.textCursor().removeSelectedText()
    assert body.words() == []
    body.put(0, carried)
    assert (body.field.text()[:13], body.words()) == ("By AI.By Ana.", ["By AI."])
    body.field.undo()
    assert body.words() == []
    body.field.undo()
    assert (body.field.text(), body.words()) == (TEXT, ["By AI."])
    body.field.redo()
    body.field.redo()
    assert body.words() == ["By AI."]


def test_what_people_wrote_carries_no_marks(body: Body) -> None:
    carried = body.take("By Ana.")
    assert not carried.hasFormat(AI_MIME)
    body.put(len(TEXT), carried)
    assert body.words() == ["By AI."]


def test_plain_paste_brings_the_marks_too(body: Body, qtbot: QtBot) -> None:
    other = Body(qtbot, "```\n\n```", ())
    other.put(4, body.take("By AI."))  # in code everything is pasted as words alone
    assert other.words() == ["By AI."]


class _Drop(QDropEvent):
    """Words dragged from `dragged`; Qt knows the source of a real drag alone."""

    def __init__(self, dragged: MarkdownEdit, place: QPointF) -> None:
        self._words = dragged.createMimeDataFromSelection()
        self._dragged = dragged
        super().__init__(
            place, Qt.DropAction.MoveAction, self._words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )

    @override
    def source(self) -> QObject:
        return self._dragged.viewport()


def test_words_dragged_to_another_view_stay_marked(body: Body, qtbot: QtBot) -> None:
    second = MarkdownEdit("second", over=body.field)
    qtbot.addWidget(second)
    body.marks.serve(second)
    second.resize(body.field.size())
    second.show()
    body.take("\U0001f600 By AI.")
    at = second.textCursor()
    at.setPosition(0)
    second.dropEvent(_Drop(body.field, QPointF(second.cursorRect(at).center())))
    assert body.field.text().startswith("\U0001f600 By AI.By Ana.")
    assert body.words() == ["By AI."]
    second.undo()
    assert (body.field.text(), body.words()) == (TEXT, ["By AI."])


@pytest.mark.parametrize("tool", [one for one in TOOLS if one.name != "ai_written"], ids=lambda tool: tool.name)
@pytest.mark.parametrize("place", ["Lagos", "In Lagos by AI.", "2. By AI, of it.\n3. And"])
def test_no_tool_over_the_text_takes_marks_off_words(tool: TextTool, place: str, qtbot: QtBot) -> None:
    text = "Before.\n\nIn Lagos by AI.\n\n1. One.\n2. By AI, of it.\n3. And more.\n\nAfter."
    start = text.index("In Lagos")
    body = Body(qtbot, text, ((start, text.index("\n\nAfter.")),))
    body.take(place)
    body.field.command(tool.command)
    assert body.field.text() != text
    said = " ".join(body.words())
    for word in ("In", "Lagos", "by AI", "One", "By AI, of it.", "And", "more"):
        assert said.count(word) == body.field.text().count(word)
    assert not {"Before", "After"} & set(said.replace(".", " ").split())
    body.field.undo()
    assert (body.field.text(), body.words()) == (text, [text[start : text.index("\n\nAfter.")]])


def test_lines_take_their_marks_along(qtbot: QtBot) -> None:
    text = "1. One \U0001f600.\n2. By AI here.\n3. Three."
    start = text.index("AI")
    body = Body(qtbot, text, ((start, start + 7),))
    body.take("here")
    body.field.command(move_up)
    assert (body.field.text(), body.words()) == ("1. By AI here.\n2. One \U0001f600.\n3. Three.", ["AI here"])
    body.field.command(move_down)
    assert (body.field.text(), body.words()) == (text, ["AI here"])
    body.field.command(duplicate)
    assert body.words() == ["AI here", "AI here"]
    while body.field.document().isUndoAvailable():
        body.field.undo()
    assert (body.field.text(), body.words()) == (text, ["AI here"])


def test_a_paragraph_that_leaves_its_place_behind_takes_its_marks_along(qtbot: QtBot) -> None:
    text = "One.\n\nBy AI.\n\n- a\n- b"
    body = Body(qtbot, text, ((6, 12),))
    body.take("By AI.")
    body.field.command(move_down)
    assert (body.field.text(), body.words()) == ("One.\n\n- a\n- b\n\nBy AI.", ["By AI."])


def test_a_link_over_marked_words_leaves_them_marked(body: Body) -> None:
    body.take("AI")
    assert link_over(body.field.textCursor(), "https://example.org")
    assert body.words() == ["By [AI](https://example.org)."]


def test_a_headline_bears_no_marks_and_says_so(body: Body, qtbot: QtBot) -> None:
    headline = ProseField("headline", is_one_line=True)
    qtbot.addWidget(headline)
    carried = body.take("By AI.")
    assert are_lost(headline.document(), carried)
    with qtbot.waitSignal(headline.refused):
        headline.insertFromMimeData(carried)
    assert headline.text() == "By AI."
    with qtbot.assertNotEmitted(headline.refused):
        headline.insertFromMimeData(body.take("By Ana."))


@pytest.mark.parametrize("other", [b"\xff", b"{}", b"[[1]]", b"[[0, 1e999]]", b"[[0, 9999]]", b'[["a", 2]]', b"5"])
def test_what_another_program_left_there_breaks_nothing(body: Body, other: bytes) -> None:
    carried = QMimeData()
    carried.setText("New")
    carried.setData(AI_MIME, other)
    body.put(0, carried)
    assert body.field.text() == f"New{TEXT}"
    assert body.words() == (["New", "By AI."] if b"9999" in other else ["By AI."])


def test_a_cursor_over_nothing_carries_nothing(body: Body) -> None:
    carried = copied(QTextCursor(body.field.document()))
    assert (carried.text(), carried.hasFormat(AI_MIME)) == ("", False)

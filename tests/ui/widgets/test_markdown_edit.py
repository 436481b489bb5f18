"""The body: its lists go on, its pictures are handed out, its commands are one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.markup.rendering import render
from editor.ui import theme
from editor.ui.widgets import emphasis, table_commands
from editor.ui.widgets.markdown_edit import MarkdownEdit


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[tuple[MarkdownEdit, QLineEdit]]:
    """Give the test a body and a field after it, in a window that has the keyboard."""
    window, edit, after = QWidget(), MarkdownEdit("body"), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(after)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    yield edit, after
    window.close()


@pytest.fixture
def edit(qtbot: QtBot) -> MarkdownEdit:
    made = MarkdownEdit("body")
    qtbot.addWidget(made)
    return made


def test_return_goes_on_with_a_list(edit: MarkdownEdit) -> None:
    QTest.keyClicks(edit, "- one")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "two")
    QTest.keyClick(edit, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "- one\n- two\n\n"


def test_a_list_ended_by_return_leaves_the_next_paragraph_alone(edit: MarkdownEdit) -> None:
    _type(edit, "- one", Qt.Key.Key_Return, "two", Qt.Key.Key_Return, Qt.Key.Key_Return, "After it.")
    assert edit.text() == "- one\n- two\n\nAfter it."
    assert "<p>After it.</p>" in render(edit.text())


def test_a_command_is_taken_back_in_one_step(edit: MarkdownEdit) -> None:
    edit.show_text("word")
    edit.select(0, 4)
    edit.command(emphasis.bold)
    assert edit.text() == "**word**"
    edit.undo()
    assert edit.text() == "word"


def test_nothing_is_done_to_a_text_that_is_only_read(edit: MarkdownEdit) -> None:
    edit.show_text("word")
    edit.setReadOnly(True)
    edit.command(emphasis.bold)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "word"


def test_dropped_picture_files_are_offered_not_linked(edit: MarkdownEdit, qtbot: QtBot, tmp_path: Path) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl.fromLocalFile(str(tmp_path / "b.txt"))])
    with qtbot.waitSignal(edit.pictures_offered) as offered:
        edit.insertFromMimeData(source)
    assert [picture.name for picture in offered.args[0]] == ["a.png"]
    assert edit.text() == ""


def test_pixels_are_offered_and_words_win_over_them(edit: MarkdownEdit, qtbot: QtBot) -> None:
    pixels = QMimeData()
    pixels.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert edit.canInsertFromMimeData(pixels)
    with qtbot.waitSignal(edit.pictures_offered):
        edit.insertFromMimeData(pixels)
    pixels.setText("both")
    with qtbot.assertNotEmitted(edit.pictures_offered):
        edit.insertFromMimeData(pixels)
    assert edit.text() == "both"


def test_a_picture_is_put_in_as_markdown(edit: MarkdownEdit) -> None:
    edit.show_text("one")
    edit.insert_picture("images/0123456789ab-x.png", "A drum", "Nara")
    assert edit.text() == '![A drum](images/0123456789ab-x.png "Nara")' or edit.text().startswith("one\n\n![A drum]")


def test_a_numbered_list_is_counted_on_in_one_step(edit: MarkdownEdit) -> None:
    edit.show_text("1. one\n2. two")
    edit.select(6, 6)
    _type(edit, Qt.Key.Key_Return)
    assert edit.text() == "1. one\n2. \n3. two"
    edit.undo()
    assert edit.text() == "1. one\n2. two"


def test_tab_nests_in_a_list_and_leaves_elsewhere(pair: tuple[MarkdownEdit, QLineEdit]) -> None:
    edit, after = pair
    edit.show_text("- one\n- two")
    edit.put_cursor(None)
    _type(edit, Qt.Key.Key_Tab)
    assert edit.text() == "- one\n    - two"
    QTest.keyClick(edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert edit.text() == "- one\n- two"
    assert edit.hasFocus()
    _type(edit, Qt.Key.Key_Return, Qt.Key.Key_Return, "Words.", Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert edit.text() == "- one\n- two\n\nWords."


def test_escape_and_tab_leave_a_list(pair: tuple[MarkdownEdit, QLineEdit]) -> None:
    """WCAG 2.2, 2.1.2: the keyboard is never trapped."""
    edit, after = pair
    edit.show_text("- one\n- two")
    edit.put_cursor(None)
    _type(edit, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert edit.text() == "- one\n- two"


def test_backspace_takes_a_marker_and_then_letters(edit: MarkdownEdit) -> None:
    edit.show_text("- one")
    edit.put_cursor(2)
    _type(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "one"
    edit.put_cursor(1)
    _type(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "ne"


@pytest.mark.parametrize(
    ("typed", "wrapped"),
    [("*", "*word*"), ("_", "_word_"), ("`", "`word`"), ("[", "[word]"), ("(", "(word)"), ('"', "“word”"), ("x", "x")],
)
def test_a_sign_typed_over_a_selection_goes_around_it(edit: MarkdownEdit, typed: str, wrapped: str) -> None:
    edit.set_language("en")
    edit.show_text("word")
    edit.select(0, 4)
    _type(edit, typed)
    assert edit.text() == wrapped
    edit.undo()
    assert edit.text() == "word"


def test_an_address_pasted_over_words_makes_a_link_in_one_step(edit: MarkdownEdit) -> None:
    edit.show_text("see this now")
    edit.select(4, 8)
    pasted = QMimeData()
    pasted.setText("https://example.org/a_(b)\n")
    edit.insertFromMimeData(pasted)
    assert edit.text() == "see [this](https://example.org/a_%28b%29) now"
    edit.undo()
    assert edit.text() == "see this now"


def test_code_is_typed_as_it_is(edit: MarkdownEdit) -> None:
    edit.set_language("en")
    _type(edit, "```", Qt.Key.Key_Return, '    - "a" -- b', Qt.Key.Key_Return, "it's...")
    assert edit.text() == '```\n    - "a" -- b\n    it\'s...'


def test_a_table_is_written_with_tab_and_return(edit: MarkdownEdit) -> None:
    edit.command(table_commands.insert)
    _type(edit, "City", Qt.Key.Key_Tab, "People", Qt.Key.Key_Tab, "x", Qt.Key.Key_Tab, "奈良", Qt.Key.Key_Tab, "3")
    _type(edit, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "Nairobi")
    _type(edit, Qt.Key.Key_Return, Qt.Key.Key_Return, "After it.")
    assert edit.text() == (
        "| City    | People | x   |\n"
        "| ------- | ------ | --- |\n"
        "| 奈良    | 3      |     |\n"
        "| Nairobi |        |     |\n"
        "\n"
        "After it."
    )
    assert "<p>After it.</p>" in render(edit.text())


def test_9_a_table_holds_nothing_outside_the_text(edit: MarkdownEdit, qtbot: QtBot) -> None:
    """Pitfall 9: what is typed into a cell is text at once, whether or not the table is ever left."""
    edit.command(table_commands.insert)
    with qtbot.waitSignal(edit.typed):
        _type(edit, "held")
    assert "| held" in edit.text()


def test_columns_are_set_when_the_cursor_leaves_and_undo_is_whole(edit: MarkdownEdit) -> None:
    edit.show_text("|a|b|\n|-|-|\n|1|2|\n\nend")
    edit.put_cursor(2)
    _type(edit, "bc")
    assert edit.text().startswith("|abc|b|")
    edit.put_cursor(None)
    assert edit.text() == "| abc | b   |\n| --- | --- |\n| 1   | 2   |\n\nend"
    edit.undo()
    assert edit.text() == "|abc|b|\n|-|-|\n|1|2|\n\nend"
    edit.undo()
    assert edit.text() == "|a|b|\n|-|-|\n|1|2|\n\nend"
    edit.redo()
    edit.redo()
    assert edit.text() == "| abc | b   |\n| --- | --- |\n| 1   | 2   |\n\nend"


def test_a_table_that_is_only_looked_at_stays_as_it_is(edit: MarkdownEdit) -> None:
    edit.show_text("|a|b|\n|-|-|\n\nend")
    edit.put_cursor(2)
    _type(edit, Qt.Key.Key_Right)
    edit.put_cursor(None)
    assert edit.text() == "|a|b|\n|-|-|\n\nend"


def test_36_nothing_is_done_to_half_a_composition(edit: MarkdownEdit) -> None:
    """Pitfall 36: letters are looked at when the input method hands them over, not before."""
    edit.set_language("en")
    edit.show_text("- one\n- two")
    edit.put_cursor(None)
    QApplication.sendEvent(edit, QInputMethodEvent("ni", []))
    assert edit.is_composing()
    assert edit.text() == "- one\n- two"
    composed = QInputMethodEvent("", [])
    composed.setCommitString('"')
    QApplication.sendEvent(edit, composed)
    assert edit.text() == "- one\n- two”"
    edit.undo()
    assert edit.text() == '- one\n- two"'


def test_a_long_text_comes_whole_and_unheard_but_for_its_end(edit: MarkdownEdit, qtbot: QtBot) -> None:
    """Colours and letters of any width, one long text after another: what stands there is what was shown, no typing."""
    texts = ("One **two**.\n\n" * 2000, "\U0001f600\u00a0na\u0308ive\n" * 4000 + "\U0001f600", "short", "x" * 21_000)
    heard: list[str] = []
    edit.textChanged.connect(lambda: heard.append(edit.text()))
    for text in texts:
        with qtbot.assertNotEmitted(edit.typed):
            edit.show_text(text)
        assert edit.text() == heard[-1] == text
        assert not edit.document().isUndoAvailable()
        assert edit.textCursor().position() == 0
    edit.show_text(texts[0])
    edit.put_cursor(None)
    QTest.keyClicks(edit, "end")
    assert edit.text() == f"{texts[0]}end"
    edit.undo()
    assert edit.text() == texts[0]
    assert not edit.document().isUndoAvailable()


def test_of_a_long_text_as_much_has_its_colours_at_once_as_its_window_can_show(qtbot: QtBot) -> None:
    window, edit = QScrollArea(), MarkdownEdit("body")
    qtbot.addWidget(window)
    window.setWidgetResizable(True)
    window.setWidget(edit)
    window.resize(600, 200)
    window.show()
    edit.set_face(theme.font(16))
    edit.show_text("**bold**\n" * 4000)
    coloured = 0
    while edit.document().findBlockByNumber(coloured).layout().formats():
        coloured += 1
    edit.highlighter.forget()
    place = edit.document().documentLayout().blockBoundingRect
    line = place(edit.document().findBlockByNumber(2)).y() - place(edit.document().findBlockByNumber(1)).y()
    assert 200 / line <= coloured <= 2 * 200 / line


def _type(edit: MarkdownEdit, *typed: str | Qt.Key) -> None:
    for one in typed:
        if isinstance(one, str):
            for letter in one:  # not `keyClicks`, which knows ASCII alone
                pressed = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(edit, pressed)
        else:
            QTest.keyClick(edit, one)

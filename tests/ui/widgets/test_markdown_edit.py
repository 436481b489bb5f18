"""The body: its lists go on, its pictures are handed out, its commands are one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.markup.rendering import render
from editor.ui.widgets import markdown_commands
from editor.ui.widgets.markdown_edit import MarkdownEdit


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
    edit.command(markdown_commands.bold)
    assert edit.text() == "**word**"
    edit.undo()
    assert edit.text() == "word"


def test_nothing_is_done_to_a_text_that_is_only_read(edit: MarkdownEdit) -> None:
    edit.show_text("word")
    edit.setReadOnly(True)
    edit.command(markdown_commands.bold)
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


def _type(edit: MarkdownEdit, *typed: str | Qt.Key) -> None:
    for one in typed:
        if isinstance(one, str):
            QTest.keyClicks(edit, one)
        else:
            QTest.keyClick(edit, one)

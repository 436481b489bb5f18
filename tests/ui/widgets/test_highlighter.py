"""Markdown in colours: marks step back, words show what they will be, one paragraph at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets.highlighter import MarkdownHighlighter, is_code, is_indented_code


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    made = QTextDocument()
    made.documentLayout()
    MarkdownHighlighter(made)
    qapp.processEvents()  # the first colouring is Qt's own delayed call
    return made


def _shown(document: QTextDocument, line: int = 0) -> list[tuple[str, str]]:
    """Return (text, kind) of each run of a line that has a format of its own."""
    block = document.findBlockByNumber(line)
    layout = block.layout()
    assert layout is not None
    runs = []
    for run in layout.formats():
        style = run.format
        kind = "mark" if style.foreground().color() == theme.color("muted") else ""
        kind = kind or ("words" if style.foreground().color() == theme.color("accent") else "")
        kind = kind or ("bold" if style.fontWeight() == QFont.Weight.Bold else "")
        kind = kind or ("italic" if style.fontItalic() else "") or "code"
        units = block.text().encode("utf-16-le")
        runs.append((units[run.start * 2 : (run.start + run.length) * 2].decode("utf-16-le"), kind))
    return runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain words, 2 * 3 and snake_case_name", []),
        ("😀 **b** c", [("**", "mark"), ("b", "bold"), ("**", "mark")]),
        ("a **b** c", [("**", "mark"), ("b", "bold"), ("**", "mark")]),
        ("_b_", [("_", "mark"), ("b", "italic"), ("_", "mark")]),
        ("*b*", [("*", "mark"), ("b", "italic"), ("*", "mark")]),
        ("`x*y*`", [("`x*y*`", "code")]),
        (r"\*no\*", [("\\", "mark"), ("\\", "mark")]),
        ("[w](http://a)", [("[", "mark"), ("w", "words"), ("](http://a)", "mark")]),
        ("![alt](images/x)", [("![", "mark"), ("alt", "words"), ("](images/x)", "mark")]),
        ("<https://a.b>", [("<https://a.b>", "words")]),
        ("## Head", [("##", "mark"), (" Head", "bold")]),
        ("- item", [("- ", "mark")]),
        ("> said", [("> ", "mark")]),
        ("12. item", [("12. ", "mark")]),
        ("***", [("***", "mark")]),
        ("#tag", []),
    ],
)
def test_each_kind_of_mark(document: QTextDocument, text: str, runs: list[tuple[str, str]]) -> None:
    document.setPlainText(text)
    assert _shown(document) == runs


def test_a_row_of_a_table_is_in_letters_of_one_width_whatever_it_says(document: QTextDocument) -> None:
    document.setPlainText("| Name | **Votes** |\n| --- | --- |\n| a𝄞 | 3 |\nwords \\| and more")
    for line in range(3):
        block = document.findBlockByNumber(line)
        layout = block.layout()
        assert layout is not None
        runs = layout.formats()
        assert sum(run.length for run in runs) == block.length() - 1
        assert all(run.format.fontFamilies() == ["monospace"] for run in runs)
    assert ("Votes", "bold") in _shown(document)
    assert _shown(document, 1) == [("| --- | --- |", "mark")]
    assert "code" not in {kind for _, kind in _shown(document, 3)}


def test_fenced_code_lasts_until_its_own_fence(document: QTextDocument) -> None:
    document.setPlainText("```py\n**x**\n~~~\n```\n**y**")
    assert _shown(document, 1) == [("**x**", "code")]
    assert _shown(document, 2) == [("~~~", "code")]
    assert _shown(document, 4)[1] == ("y", "bold")


def test_pitfall_25_a_key_reads_its_own_paragraph_only(qapp: QApplication) -> None:
    read: list[str] = []

    class Counting(MarkdownHighlighter):
        @override
        def highlightBlock(self, text: str) -> None:
            read.append(text)
            super().highlightBlock(text)

    document = QTextDocument()
    document.documentLayout()
    document.setPlainText("a paragraph\n\n" * 500)
    highlighter = Counting(document)
    assert highlighter.document() is document
    qapp.processEvents()
    read.clear()
    cursor = QTextCursor(document.findBlockByNumber(400))
    cursor.insertText("x")
    assert read == ["xa paragraph"]


def test_opening_a_fence_reads_on_from_there(document: QTextDocument) -> None:
    document.setPlainText("one\n**two**")
    cursor = QTextCursor(document)
    cursor.insertText("```\n")
    assert _shown(document, 2) == [("**two**", "code")]


def test_code_goes_on_behind_an_empty_line(document: QTextDocument) -> None:
    document.setPlainText("```\n\n**x**\n```\n**y**")
    assert _shown(document, 2) == [("**x**", "code")]
    assert _shown(document, 4)[1] == ("y", "bold")


_LONG = "```\n**x**\n```\n\n## Head\n\nplain words, then **bold** ones\n\n" * 200


def _come(highlighter: MarkdownHighlighter, text: str) -> None:
    """Let `text` come as a field lets it: not a word of it is heard before it is there."""
    highlighter.forget()
    document = highlighter.document()
    with QSignalBlocker(document):
        document.setPlainText(text)
    highlighter.colour_in_steps(100)


def test_a_key_in_a_part_that_waits_for_its_colours_reads_its_own_paragraph_only(qapp: QApplication) -> None:
    read: list[str] = []

    class Counting(MarkdownHighlighter):
        @override
        def highlightBlock(self, text: str) -> None:
            read.append(text)
            super().highlightBlock(text)

    document = QTextDocument()
    document.documentLayout()
    highlighter = Counting(document)
    qapp.processEvents()
    _come(highlighter, _LONG)
    assert read == []
    QTextCursor(document.findBlockByNumber(8 * 190 + 6)).insertText("x")
    assert read == ["xplain words, then **bold** ones"]
    assert _shown(document, 8 * 190 + 6)
    highlighter.forget()


def test_a_long_text_is_coloured_in_steps_as_it_would_be_at_once(document: QTextDocument, qtbot: QtBot) -> None:
    highlighter = document.findChild(MarkdownHighlighter)
    assert highlighter is not None
    _come(highlighter, _LONG)
    assert _shown(document, 4)
    assert not _shown(document, 8 * 190 + 4)
    QTextCursor(document.findBlockByNumber(8 * 100)).insertText("more\n\n")  # typed meanwhile
    qtbot.waitUntil(lambda: not highlighter.is_under_way)
    typed = _LONG.split("\n")
    typed[800:800] = ["more", ""]
    assert document.toPlainText() == "\n".join(typed)
    other = QTextDocument()
    other.documentLayout()
    at_once = MarkdownHighlighter(other)
    other.setPlainText(document.toPlainText())
    at_once.rehighlight()
    for line in range(document.blockCount()):
        assert _shown(document, line) == _shown(other, line)


def test_code_is_known_once_it_is_coloured(document: QTextDocument, qtbot: QtBot) -> None:
    highlighter = document.findChild(MarkdownHighlighter)
    assert highlighter is not None
    _come(highlighter, _LONG)
    qtbot.waitUntil(lambda: not highlighter.is_under_way)
    assert _shown(document, 8 * 190 + 6)[1] == ("bold", "bold")
    assert is_code(document.findBlockByNumber(8 * 190 + 1))
    assert not is_code(document.findBlockByNumber(8 * 190 + 4))


def test_text_shown_while_the_last_one_waits_is_coloured(document: QTextDocument, qtbot: QtBot) -> None:
    highlighter = document.findChild(MarkdownHighlighter)
    assert highlighter is not None
    for text in (_LONG, "**b**", _LONG):
        _come(highlighter, text)
    qtbot.waitUntil(lambda: not highlighter.is_under_way)
    assert _shown(document, 8 * 190 + 6)[1] == ("bold", "bold")


def test_another_look_colours_again(document: QTextDocument, qapp: QApplication) -> None:
    document.setPlainText("**b**")
    theme.apply(qapp, theme.Scheme.DARK)
    dark = theme.color("muted")
    assert _shown(document)[0] == ("**", "mark")
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert theme.color("muted") != dark
    assert _shown(document)[0] == ("**", "mark")


@pytest.mark.parametrize(
    ("text", "is_indented"),
    [
        ("    code", True),
        ("\tcode", True),
        ("words\n\n    code", True),
        ("words\n\n    code\n\n    more", True),
        ("words\n    words that go on", False),
        ("- item\n\n    its second paragraph", False),
        ("1. item\n    goes on", False),
        ("   three spaces", False),
        ("    ", False),
    ],
)
def test_code_by_its_indentation(document: QTextDocument, text: str, is_indented: bool) -> None:  # noqa: FBT001
    document.setPlainText(text)
    assert is_indented_code(document.lastBlock()) is is_indented

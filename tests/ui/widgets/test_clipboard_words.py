"""Of the kinds in which a clipboard offers the same thing, the one that was meant is taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from editor.domain.kept_text import MOST_ON_A_LINE
from editor.services.pasting import MOST_HTML
from editor.ui.widgets.clipboard_words import (
    MARKDOWN,
    html_in,
    may_hold_words,
    nothing_to_read,
    too_much,
    words_in,
)


def _offered(text: str | None = None, html: str | None = None) -> QMimeData:
    source = QMimeData()
    if text is not None:
        source.setText(text)
    if html is not None:
        source.setHtml(html)
    return source


def test_html_is_meant_where_there_is_any() -> None:
    source = _offered("a", "<b>a</b>")
    assert html_in(source) == "<b>a</b>"
    assert words_in(source) == "a"


def test_html_alone_has_words_too() -> None:
    source = _offered(html="<p>a</p><p>b</p>")
    assert may_hold_words(source)
    assert words_in(source) == "a\nb"


def test_our_own_markdown_is_taken_as_it_is() -> None:
    source = _offered("**a**", "<b>a</b>")
    source.setData(MARKDOWN, b"**a**")
    assert html_in(source) == ""
    assert words_in(source) == "**a**"


def test_a_code_editor_means_its_text() -> None:
    assert html_in(_offered("**a**", '<div style="white-space: pre;"><b>**a**</b></div>')) == ""


def test_endless_html_is_its_text() -> None:
    assert html_in(_offered("a", "x" * (MOST_HTML + 1))) == ""


def test_the_names_of_files_are_no_words(tmp_path: Path) -> None:
    source = _offered("a path", "<p>a path</p>")
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
    assert not may_hold_words(source)
    assert html_in(source) == ""
    assert words_in(source) == ""
    assert "name of a file" in str(nothing_to_read(source))


def test_an_address_is_words() -> None:
    source = QMimeData()
    source.setUrls([QUrl("https://x.example/a")])
    assert words_in(source) == "https://x.example/a"


def test_what_nobody_can_read_is_said_and_nothing_is_said_of_nothing() -> None:
    rtf = QMimeData()
    rtf.setData("text/rtf", b"{\\rtf1 a}")
    assert words_in(rtf) == ""
    assert "Copy it again" in str(nothing_to_read(rtf))
    assert nothing_to_read(QMimeData()) is None


def test_what_would_hold_up_the_window_is_too_much() -> None:
    assert too_much("word " * (MOST_ON_A_LINE // 5)) is None
    assert "longer than an article" in str(too_much("x" * (MOST_ON_A_LINE + 1)))

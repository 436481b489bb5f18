"""An article on the clipboard, on paper and in a book, asked for in a whole window."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.authorship import Authorship
from editor.ui import file_dialogs, web_engine
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from tests.builders import an_article, created
from tests.ui.plain_panel import three


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    first = an_article(
        id="first", headline="Ferry & co", slug="ferry", body="It *sails*.", authorship=Authorship.AI_GENERATED
    )
    desk.articles.apply(created(first, an_article(id="second", headline="Bridge", slug="bridge")))
    made = MainWindow(desk, studio, three())
    with qtbot.waitSignal(made.ready):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    made.workspace.open("first")
    yield made
    made.close()
    made.deleteLater()


def test_an_article_is_copied_as_html_and_as_text(qtbot: QtBot, window: MainWindow) -> None:
    window.run("hand.html")
    qtbot.waitUntil(lambda: "Copied as HTML" in window.notice.text)
    copied = QGuiApplication.clipboard().mimeData()
    assert "<h1>Ferry &amp; co</h1>" in copied.html()
    assert "[Reported by AI]" in copied.html()
    assert "<em>sails</em>" in copied.html()
    assert copied.text().startswith("Ferry & co\n\nReported by AI")


@pytest.mark.parametrize(("action", "held"), [("hand.book", 1), ("hand.book.second,first", 2)])
def test_articles_become_a_book_where_the_person_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str, held: int
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_asked: tmp_path / "news")
    window.run(action)
    qtbot.waitUntil(lambda: "The e-book is written" in window.notice.text)
    with zipfile.ZipFile(tmp_path / "news.epub") as archive:
        assert sum("article-" in name for name in archive.namelist()) == held


def test_no_answer_makes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_asked: None)
    monkeypatch.setattr(web_engine, "why_not", lambda: say(""))
    for action in ("hand.book", "hand.pdf"):
        window.run(action)
    assert window.jobs.is_idle()


@pytest.mark.parametrize("action", ["hand.pdf", "hand.print"])
def test_where_the_engine_cannot_live_that_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setenv(web_engine.PLAIN_VARIABLE, "1")
    window.run(action)
    assert web_engine.PLAIN_VARIABLE in window.notice.text
    assert "any browser" in window.notice.text


def test_a_failing_engine_is_told_and_the_next_paper_is_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_asked: tmp_path / "ferry")
    monkeypatch.setattr(web_engine, "why_not", lambda: say(""))
    monkeypatch.setattr(web_engine, "try_out", lambda *_asked: say("No library."))
    for _ in range(2):
        window.notice.dismiss()
        window.run("hand.pdf")
        qtbot.waitUntil(lambda: "No library." in window.notice.text)
    assert not (tmp_path / "ferry.pdf").exists()

"""Find and replace on a page, driven by its bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.services.passages import Finder
from editor.ui.jobs import Jobs
from editor.ui.panel import Search
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.page_search import PageSearch
from editor.ui.widgets.writing_field import WritingField
from tests.ui.manual_timers import ManualTimers


class Desk(QWidget):
    """A page with its search, as the draft holds them."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.timers = ManualTimers()
        self.page = DraftPage()
        self.search = PageSearch(self.jobs, self, self.timers, Finder(patience=1.5))
        column = QVBoxLayout(self)
        column.addWidget(self.search.bar)
        column.addWidget(self.page)
        self.resize(700, 600)
        self._qtbot = qtbot
        self.show()
        self.activateWindow()
        self.search.serve(self.page)
        self.search.turn_to(self.page)

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            self.page.fields()[name].show_text(text)
        self.page.body.put_cursor(0)
        self.page.body.setFocus()
        self._qtbot.waitUntil(self.page.body.hasFocus)

    def wait(self) -> None:
        self._qtbot.waitUntil(self.jobs.is_idle, timeout=20_000)

    def look(self, words: str, *options: str, instead: str | None = None) -> None:
        """Open the bar and type into it."""
        self.search.do(Search.BEGIN if instead is None else Search.REPLACE)
        self.line("words").setText(words)
        for option in options:
            self.press(option)
        if instead is not None:
            self.line("instead").setText(instead)
        self.wait()

    def line(self, name: str) -> QLineEdit:
        found = self.search.bar.findChild(QLineEdit, f"find.{name}")
        assert found is not None
        return found

    def press(self, name: str) -> None:
        bar = self.search.bar
        found = bar.findChild(QToolButton, f"find.{name}") or bar.findChild(QPushButton, f"find.{name}")
        assert found is not None
        found.click()
        self.wait()

    @property
    def said(self) -> str:
        bar = self.search.bar
        return "".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())

    @property
    def chosen(self) -> str:
        """Return the field and the words that are selected in it."""
        for name, field in self.page.fields().items():
            if words := field.textCursor().selectedText():
                return f"{name}: {words}"
        return ""


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    qtbot.addWidget(made)
    yield made
    made.jobs.stop_all()
    made.search.bar.closed.emit()


def _marked(field: WritingField) -> list[str]:
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def test_it_counts_and_goes_through_all_four_texts_and_round(desk: Desk) -> None:
    desk.write(headline="Ferry", standfirst="A ferry.", body="The ferry, a ferry.", reactions="Ferry!")
    desk.look("ferry")
    assert (desk.said, desk.chosen) == ("3 of 5", "body: ferry")
    seen = []
    for _ in range(5):
        desk.press("next")
        seen.append(f"{desk.said}, {desk.chosen}")
    assert seen == [
        "4 of 5, body: ferry", "5 of 5, reactions: Ferry", "1 of 5, headline: Ferry", "2 of 5, standfirst: ferry",
        "3 of 5, body: ferry",
    ]  # fmt: skip
    desk.press("previous")
    assert desk.said == "2 of 5"


def test_words_are_found_while_they_are_typed_from_where_the_cursor_stood(desk: Desk) -> None:
    desk.write(body="ferry fern ferry")
    desk.page.body.put_cursor(6)
    desk.search.do(Search.BEGIN)
    for typed, said in (
        ("f", "2 of 3"),
        ("fer", "2 of 3"),
        ("ferr", "2 of 2"),
        ("ferrz", "Nothing found"),
        ("fe", "2 of 3"),
    ):
        desk.line("words").setText(typed)
        desk.wait()
        assert desk.said == said
    assert desk.line("words").hasFocus()


def test_escape_leaves_the_cursor_at_the_match(desk: Desk) -> None:
    desk.write(body="One ferry.", reactions="Two boats.")
    desk.look("boats")
    QTest.keyClick(desk.line("words"), Qt.Key.Key_Escape)
    assert desk.page.reactions.hasFocus()
    assert desk.chosen == "reactions: boats"
    assert _marked(desk.page.reactions) == []
    desk.search.do(Search.NEXT)
    desk.wait()
    assert desk.chosen == "reactions: boats"


def test_only_what_is_in_sight_is_marked(desk: Desk) -> None:
    desk.write(body="\n".join(f"ferry {number}" for number in range(500)))
    desk.look("ferry")
    first = _marked(desk.page.body)
    assert 5 < len(first) < 60
    desk.page.verticalScrollBar().setValue(desk.page.verticalScrollBar().maximum())
    desk.press("previous")
    assert desk.said == "500 of 500"
    desk.wait()
    assert 5 < len(_marked(desk.page.body)) < 60


def test_typing_on_is_counted_when_it_rests(desk: Desk) -> None:
    desk.write(body="A ferry.")
    desk.look("ferry")
    desk.page.body.put_cursor(None)
    QTest.keyClicks(desk.page.body, " ferry")
    assert desk.said == "1 of 1"
    desk.timers.forward(500)
    desk.wait()
    assert desk.said == "2 found"


def test_a_key_in_between_waits_for_what_stands_there_now(desk: Desk) -> None:
    desk.write(body="A ferry.")
    desk.look("ferry")
    desk.page.body.put_cursor(0)
    QTest.keyClicks(desk.page.body, "ferry ")
    desk.search.do(Search.NEXT)
    desk.wait()
    assert desk.said == "2 of 2"


def test_options(desk: Desk) -> None:
    desk.write(body="Art art party ART")
    desk.look("art")
    assert desk.said.endswith("of 4")
    desk.press("whole")
    assert desk.said.endswith("of 3")
    desk.press("case")
    assert desk.said.endswith("of 1")
    desk.press("pattern")
    desk.line("words").setText(r"[aA]\w+")
    desk.wait()
    assert desk.said.endswith("of 3")


def test_a_bad_pattern_is_told_in_the_bar(desk: Desk) -> None:
    desk.write(body="text")
    desk.look("(a", "pattern")
    assert desk.said == "A bracket “(” is opened and never closed."
    desk.line("words").setText("(t)")
    desk.wait()
    assert desk.said == "1 of 2"
    desk.search.do(Search.REPLACE)
    desk.line("instead").setText(r"\2")
    desk.wait()
    assert desk.said == "The pattern has no group of this number."


def test_a_pattern_that_never_ends_freezes_nothing(desk: Desk) -> None:
    desk.write(body="a" * 60 + "!")
    desk.look("(a+)+$", "pattern")
    assert desk.said == "This pattern takes too long."
    desk.line("words").setText("a+")
    desk.wait()
    assert desk.said == "1 of 1"


def test_replace_goes_on_and_never_into_its_own_words(desk: Desk) -> None:
    desk.write(body="ferry, ferry and Ferry")
    desk.look("ferry", instead="the ferry")
    desk.press("replace")
    assert desk.page.body.text() == "the ferry, ferry and Ferry"
    assert desk.said == "2 of 3"
    desk.press("keeps_case")
    desk.press("replace")
    desk.press("replace")
    assert desk.page.body.text() == "the ferry, the ferry and The ferry"
    desk.page.body.undo()
    assert desk.page.body.text() == "the ferry, the ferry and Ferry"


def test_replace_all_is_one_step_of_each_texts_undo(desk: Desk, qtbot: QtBot) -> None:
    body = "😀 ferry\u00a0boat\n\nferry 奈良 ferry\n"
    desk.write(headline="Ferry", body=body)
    desk.look("ferry", instead="boat")
    with qtbot.waitSignal(desk.page.body.typed):
        desk.press("replace_all")
    assert desk.page.headline.text() == "boat"
    assert desk.page.body.text() == body.replace("ferry", "boat")
    assert desk.said == "4 replaced"
    desk.page.body.undo()
    assert desk.page.body.text() == body
    desk.page.headline.undo()
    assert desk.page.headline.text() == "Ferry"
    desk.look("ferry", instead="boat")
    desk.press("replace_all")
    desk.press("undo")
    assert (desk.page.headline.text(), desk.page.body.text()) == ("Ferry", body)


def test_groups_and_line_ends_in_a_pattern(desk: Desk) -> None:
    desk.write(body="Nara, Japan\n\n\nOsaka, Japan")
    desk.look(r"(\w+), (\w+)", "pattern", instead=r"\2: \1")
    desk.press("replace_all")
    assert desk.page.body.text() == "Japan: Nara\n\n\nJapan: Osaka"
    desk.line("words").setText(r"\n{3}")
    desk.line("instead").setText(r"\n")
    desk.wait()
    desk.press("replace_all")
    assert desk.page.body.text() == "Japan: Nara\nJapan: Osaka"
    desk.page.headline.show_text("One, two")
    desk.look(r", ", instead=r"\n")
    desk.press("replace_all")
    assert desk.page.headline.text() == "One two"  # a headline has one line


def test_places_count_right_behind_emoji_and_from_right_to_left(desk: Desk) -> None:
    desk.page.set_language("ar")
    desk.write(body="😀😀 كتاب 👩‍🚀 كتاب")
    desk.look("كتاب", instead="قلم")
    assert desk.chosen == "body: كتاب"
    desk.press("replace_all")
    assert desk.page.body.text() == "😀😀 قلم 👩‍🚀 قلم"


def test_in_the_selection_only(desk: Desk) -> None:
    desk.write(body="😀 ferry one\nferry two\nferry three")
    desk.page.body.select(2, 21)
    desk.look("ferry", instead="a very long boat")
    assert desk.said == "1 of 2"  # several lines were selected: what is looked through is these
    desk.press("replace_all")
    assert desk.page.body.text() == "😀 a very long boat one\na very long boat two\nferry three"
    desk.press("selection")
    assert desk.said == "1 found"
    desk.page.body.put_cursor(0)
    desk.press("selection")
    assert desk.said == "Select a stretch of the text first."


def test_selected_words_are_looked_for(desk: Desk) -> None:
    desk.write(body="A ferry and a ferry")
    desk.page.body.select(2, 7)
    desk.search.do(Search.BEGIN)
    desk.wait()
    assert (desk.line("words").text(), desk.said) == ("ferry", "1 of 2")


def test_where_only_reading_is_possible_nothing_is_replaced(desk: Desk) -> None:
    desk.write(body="A ferry")
    desk.page.set_writable(is_writable=False)
    desk.look("ferry", instead="boat")
    desk.search.bar.replace_asked.emit()
    desk.search.bar.replace_all_asked.emit()
    desk.wait()
    assert desk.page.body.text() == "A ferry"


def test_another_page_is_another_search(desk: Desk, qtbot: QtBot) -> None:
    desk.write(body="A ferry")
    desk.look("ferry")
    other = DraftPage()
    qtbot.addWidget(other)
    other.body.show_text("ferry ferry")
    desk.search.serve(other)
    desk.search.turn_to(other)
    desk.wait()
    assert desk.said == "2 found"
    assert _marked(desk.page.body) == []
    desk.search.turn_to(None)
    assert not desk.search.bar.isVisible()
    desk.search.do(Search.BEGIN)
    assert not desk.search.bar.isVisible()

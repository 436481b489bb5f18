"""Typing and saving side by side: nothing typed is lost, nobody's cursor is moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import EditArticle
from editor.ui.widgets.autosave import RETRY_MS, SHOWN, Autosave
from editor.ui.widgets.typing_pace import LULL_MS, PAINT_MS, TypingPace
from editor.ui.widgets.writing_field import WritingField
from tests.builders import an_article, changed
from tests.ui.manual_timers import ManualTimers


@dataclass
class Store:
    """The desk at the other end: accepts at once, or refuses as a full disk does."""

    article: Article
    is_full: bool = False
    edits: list[EditArticle] = field(default_factory=list)


class Stage(QObject):
    """An autosave between two fields and a store."""

    def __init__(self, qtbot: QtBot, article: Article) -> None:
        super().__init__()
        self.timers = ManualTimers()
        self.headline = WritingField("headline", is_one_line=True)
        self.body = WritingField("body")
        for widget in (self.headline, self.body):
            qtbot.addWidget(widget)
        fields = {"headline": self.headline, "body": self.body}
        self.store = Store(article)
        self.autosave = Autosave(fields, TypingPace(self, self.timers), self._telling(), self)
        self.autosave.edit_ready.connect(self.apply)
        self.autosave.collided.connect(self.hear)
        self.said: list[Message] = []
        self.autosave.show(article)

    def _telling(self) -> TypingPace:
        return TypingPace(self, self.timers, quiet_ms=PAINT_MS)

    def apply(self, edit: EditArticle) -> None:
        self.store.edits.append(edit)
        if not self.store.is_full:
            self.store.article = edit.on(self.store.article)
            self.autosave.take(self.store.article)

    def hear(self, message: Message) -> None:
        self.said.append(message)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot, an_article(headline="Ferry fares fall", body="One."))


def test_words_are_sent_after_a_pause_with_what_was_before(stage: Stage) -> None:
    QTest.keyClicks(stage.body, "x")
    stage.timers.forward(399)
    assert stage.store.edits == []
    stage.timers.forward(1)
    assert [(edit.before, edit.after) for edit in stage.store.edits] == [({"body": "One."}, {"body": "xOne."})]


def test_what_is_typed_is_told_once_it_is_on_the_screen(stage: Stage) -> None:
    told: list[Article] = []
    stage.autosave.typed.connect(told.append)
    for key in "abc":
        QTest.keyClicks(stage.body, key)
        stage.timers.forward(PAINT_MS - 1)
    assert told == []
    stage.timers.forward(1)
    assert [(article.headline, article.body) for article in told] == [("Ferry fares fall", "abcOne.")]
    assert stage.store.edits == []


def test_typing_through_a_hundred_saves_keeps_text_cursor_and_undo(stage: Stage) -> None:
    stage.body.moveCursor(stage.body.textCursor().MoveOperation.End)
    typed = ""
    for number in range(1000):
        key = "abcde fghi"[number % 10]
        typed += key
        QTest.keyClicks(stage.body, key)
        stage.timers.forward(50 if number % 10 else 450)
    assert len(stage.store.edits) >= 100
    stage.autosave.settle()
    assert stage.body.text() == stage.store.article.body == "One." + typed
    assert stage.body.textCursor().position() == 4 + len(typed)
    while stage.body.document().isUndoAvailable():
        stage.body.undo()
    assert stage.body.text() == "One."


def test_nothing_is_sent_when_nothing_differs(stage: Stage) -> None:
    QTest.keyClicks(stage.body, "x")
    QTest.keyClick(stage.body, Qt.Key.Key_Backspace)
    stage.timers.forward(3000)
    assert stage.store.edits == []


def test_settling_sends_at_once_and_rests(stage: Stage) -> None:
    QTest.keyClicks(stage.headline, "Big ")
    QTest.keyClicks(stage.body, "x")
    stage.autosave.settle()
    assert stage.store.edits[-1].after == {"headline": "Big Ferry fares fall", "body": "xOne."}
    stage.timers.forward(5000)
    assert len(stage.store.edits) == 1


def test_a_stored_text_with_odd_line_ends_is_not_typing(qtbot: QtBot) -> None:
    stage = Stage(qtbot, an_article(headline="H", body="One\r\nTwo\rThree\n"))
    stage.autosave.settle()
    assert stage.store.edits == []
    QTest.keyClicks(stage.body, "x")
    stage.autosave.settle()
    assert stage.store.edits[0].before == {"body": "One\r\nTwo\rThree\n"}
    assert stage.store.article.body == "xOne\nTwo\nThree\n"


def test_pitfall_36_half_a_composition_is_never_sent(stage: Stage) -> None:
    QApplication.sendEvent(stage.body, QInputMethodEvent("ご", []))
    stage.timers.forward(10_000)
    assert stage.store.edits == []
    done = QInputMethodEvent()
    done.setCommitString("語")
    QApplication.sendEvent(stage.body, done)
    stage.timers.forward(2000)
    assert stage.store.article.body == "語One."


def test_a_full_disk_keeps_the_words_and_tries_again(stage: Stage) -> None:
    stage.store.is_full = True
    QTest.keyClicks(stage.body, "x")
    stage.timers.forward(400)
    assert stage.body.text() == "xOne."
    stage.timers.forward(RETRY_MS)
    assert len(stage.store.edits) == 2
    stage.store.is_full = False
    stage.timers.forward(RETRY_MS)
    assert stage.store.article.body == "xOne."
    stage.timers.forward(10 * RETRY_MS)
    assert len(stage.store.edits) == 3


def test_what_others_change_is_shown_where_nothing_is_typed(stage: Stage) -> None:
    changed = EditArticle(stage.store.article.id, {"body": "One."}, {"body": "Two."}, Message("x"))
    stage.autosave.take(changed.on(stage.store.article))
    assert stage.body.text() == "Two."
    stage.autosave.settle()
    assert stage.store.edits == []


def test_typing_wins_over_what_others_change_and_says_so(stage: Stage) -> None:
    QTest.keyClicks(stage.body, "x")
    changed = EditArticle(stage.store.article.id, {"body": "One."}, {"body": "Two."}, Message("x"))
    stage.store.article = changed.on(stage.store.article)
    stage.autosave.take(stage.store.article)
    assert stage.body.text() == "xOne."
    assert stage.said
    stage.autosave.settle()
    assert stage.store.article.body == "xOne."


def test_another_article_starts_with_an_empty_undo(stage: Stage) -> None:
    QTest.keyClicks(stage.body, "x")
    stage.autosave.settle()
    stage.autosave.show(an_article(headline="Other", body="Else"))
    assert stage.body.text() == "Else"
    assert not stage.body.document().isUndoAvailable()
    stage.autosave.show(None)
    assert stage.body.text() == ""
    assert stage.autosave.article() is None


def test_pitfall_7_what_somebody_else_wrote_meanwhile_is_kept_before_it_is_written_over(stage: Stage) -> None:
    """Pitfall 7: a real foreign change is said, and both texts can be had."""
    QTest.keyClicks(stage.body, "x")
    stage.store.article = changed(stage.store.article, body="Other words.")
    stage.autosave.take(stage.store.article)
    assert "History panel" in str(stage.said[-1])
    stage.autosave.settle()
    assert [edit.keeps_present for edit in stage.store.edits] == [True]
    assert stage.store.edits[0].before == {"body": "Other words."}
    QTest.keyClicks(stage.body, "y")
    stage.autosave.settle()
    assert [edit.keeps_present for edit in stage.store.edits] == [True, False]


ENDLESS = "word " * 60_000


def test_of_a_text_that_nobody_could_write_in_the_beginning_is_shown_and_all_of_it_kept(
    stage: Stage, qtbot: QtBot
) -> None:
    """The window stood still for seventeen seconds at each key in ten megabytes on one line."""
    article = an_article(id="2" * 32, headline="Long", body=ENDLESS, ai_ranges=((0, 5), (100_000, 250_000)))
    stage.store.article = article
    stage.autosave.show(article)
    assert stage.body.text() == ENDLESS[:SHOWN]
    assert "all of it is kept" in str(stage.said[-1])
    QTest.keyClicks(stage.body, "x")
    assert stage.body.text() == ENDLESS[:SHOWN]
    second = WritingField("second", over=stage.body)
    qtbot.addWidget(second)
    stage.autosave.lock()
    assert second.isReadOnly()
    assert stage.autosave.unsaved() == {}
    QTest.keyClicks(stage.headline, "x")
    stage.autosave.settle()
    assert [edit.after for edit in stage.store.edits] == [{"headline": "xLong"}]
    assert (stage.store.article.body, stage.store.article.ai_ranges) == (ENDLESS, article.ai_ranges)
    shorter = replace(stage.store.article, body="Cut.", ai_ranges=())
    stage.autosave.take(shorter)
    assert stage.body.text() == "Cut."
    assert not stage.body.isReadOnly()
    assert not second.isReadOnly()
    stage.autosave.take(article)
    assert stage.body.text() == ENDLESS[:SHOWN]
    stage.autosave.show(an_article(body="One."))
    assert not stage.body.isReadOnly()


def test_a_text_that_grows_too_long_under_the_hands_is_saved_to_the_last_letter(stage: Stage) -> None:
    stage.body.insertPlainText(ENDLESS)
    stage.autosave.settle()
    assert stage.store.article.body == f"{ENDLESS}One."
    QTest.keyClicks(stage.body, "x")
    stage.autosave.settle()
    assert stage.store.article.body == stage.body.text() == f"{ENDLESS}xOne."
    stage.autosave.take(replace(stage.store.article, tags=("a",)))
    assert stage.autosave.unsaved() == {}
    assert not stage.body.isReadOnly()


def test_a_text_that_nobody_may_write_in_stays_so(stage: Stage) -> None:
    stage.body.setReadOnly(True)
    stage.autosave.show(an_article(body=ENDLESS))
    stage.autosave.show(an_article(body="One."))
    assert stage.body.isReadOnly()


def test_a_long_body_is_told_in_a_lull_and_saved_no_later_for_it(stage: Stage) -> None:
    told: list[str] = []
    stage.autosave.typed.connect(lambda article: told.append(article.body))
    long = "Ships wait. " * 2000
    stage.autosave.show(changed(stage.store.article, body=long))
    stage.store.article = changed(stage.store.article, body=long)
    stage.body.put_cursor(0)
    for _ in range(30):
        QTest.keyClicks(stage.body, "x")
        stage.timers.forward(50)
    assert told == []
    assert [edit.after.keys() for edit in stage.store.edits] == [{"body"}]  # after a second
    stage.timers.forward(LULL_MS)
    assert told == ["x" * 30 + long]
    stage.timers.forward(5000)
    assert stage.store.article.body == "x" * 30 + long


def test_what_is_changed_by_no_key_is_read_anew(stage: Stage) -> None:
    """A text that was read once is not taken for what stands there after any other kind of change."""
    article = stage.autosave.article()
    assert article is not None
    changes: tuple[Callable[[], object], ...] = (
        lambda: stage.body.insertPlainText("a"),
        stage.body.undo,
        stage.body.redo,
        lambda: stage.body.take_over("Two."),
        lambda: stage.body.setPlainText("Three."),
        stage.body.selectAll,
        lambda: stage.body.textCursor().removeSelectedText(),
    )
    for change in changes:
        change()
        shown = stage.autosave.article()
        assert shown is not None
        assert shown.body == stage.body.text()


def test_a_text_in_which_nothing_changed_is_not_read_to_be_settled(qtbot: QtBot) -> None:
    """Of a dozen long articles that are open, only the one that is written in costs anything when another is chosen."""
    read: list[str] = []

    class Counting(WritingField):
        @override
        def text(self) -> str:
            read.append(self.objectName())
            return super().text()

    owner, timers, body = QObject(), ManualTimers(), Counting("body")
    qtbot.addWidget(body)
    autosave = Autosave({"body": body}, TypingPace(owner, timers), TypingPace(owner, timers), owner)
    sent: list[EditArticle] = []
    autosave.edit_ready.connect(sent.append)
    article = an_article(body="One.")
    autosave.show(article)
    autosave.settle()
    read.clear()
    autosave.settle()
    assert read == []
    QTest.keyClicks(body, "x")
    autosave.settle()
    autosave.settle()  # refused: it is sent once more
    assert [edit.after for edit in sent] == [{"body": "xOne."}] * 2
    autosave.take(changed(article, body="xOne."))
    autosave.settle()
    assert len(sent) == 2
    read.clear()
    body.undo()
    autosave.settle()
    assert sent[2].after == {"body": "One."}
    assert read


def test_own_words_that_had_to_wait_for_the_disk_are_nobody_elses(stage: Stage) -> None:
    """What was kept and written once the disk was there again is older than the text, and no reason to warn of it."""
    stage.body.put_cursor(None)
    stage.store.is_full = True
    QTest.keyClicks(stage.body, " Two.")
    stage.timers.forward(400)
    QTest.keyClicks(stage.body, " Three.")
    stage.store.is_full = False
    stage.apply(stage.store.edits.pop())
    assert stage.said == []
    stage.timers.forward(RETRY_MS)
    assert stage.store.article.body == stage.body.text() == "One. Two. Three."
    assert not stage.store.edits[-1].keeps_present
    stage.autosave.take(changed(stage.store.article, body="Else."))
    assert stage.body.text() == "Else."

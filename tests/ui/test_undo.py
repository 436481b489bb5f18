"""The stack of edits: what is joined, what is taken back, and what a text has of its own."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import EditArticle, change_article, change_image
from editor.ui.undo import UndoStack, can_redo_text, can_undo_text, focused_text
from tests.builders import an_article, an_image


class Watch:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_edits_come_back_in_reverse_and_again_in_order() -> None:
    article, stack = an_article(), UndoStack()
    first = change_article(article, say("Change tags"), tags=("a",))
    second = change_article(article, say("Change section"), section="World")
    stack.push(first)
    stack.push(second)
    assert stack.undo_edit() == second.inverse()
    assert str(stack.undo_label()) == "Change section"
    stack.step_back()
    assert str(stack.redo_label()) == "Change section"
    stack.step_back()
    assert stack.undo_edit() is None
    assert stack.redo_edit() == first
    stack.step_forward()
    assert stack.undo_edit() == first.inverse()
    assert stack.redo_edit() == second


def test_a_new_edit_ends_what_could_be_made_again() -> None:
    article, stack = an_article(), UndoStack()
    stack.push(change_article(article, say("Change tags"), tags=("a",)))
    stack.step_back()
    stack.push(change_article(article, say("Change section"), section="World"))
    assert stack.redo_edit() is None


def test_typing_into_one_field_is_one_step_until_a_pause() -> None:
    watch = Watch()
    stack = UndoStack(watch)
    image = an_image(credit="")
    label = say("Change credit")
    stack.push(change_image(image, label, credit="A"))
    watch.now = 1.0
    stack.push(change_image(an_image(id=image.id, credit="A"), label, credit="An"))
    watch.now = 9.0
    stack.push(change_image(an_image(id=image.id, credit="An"), label, credit="Ana"))
    last = stack.undo_edit()
    assert last == change_image(an_image(id=image.id, credit="Ana"), label, credit="An")
    stack.step_back()
    assert stack.undo_edit() == change_image(an_image(id=image.id, credit="An"), label, credit="")


def test_choices_are_never_joined() -> None:
    stack = UndoStack(Watch())
    article = an_article()
    stack.push(change_article(article, say("Change status"), status=Status.READY))
    ready = an_article(id=article.id, status=Status.READY)
    stack.push(change_article(ready, say("Change status"), status=Status.DRAFT))
    stack.step_back()
    assert isinstance(stack.undo_edit(), EditArticle)


def test_fields_of_two_articles_are_never_joined() -> None:
    stack = UndoStack(Watch())
    for _ in range(2):
        stack.push(change_article(an_article(), say("Change section"), section="World"))
    stack.step_back()
    assert stack.undo_edit() is not None


def test_what_cannot_be_taken_back_is_dropped() -> None:
    stack = UndoStack(Watch())
    stack.push(change_article(an_article(), say("Change section"), section="World"))
    stack.drop_undo()
    assert stack.undo_edit() is None


def test_a_text_knows_its_own_typing(qtbot: QtBot) -> None:
    for widget in (QLineEdit(), QPlainTextEdit(), QTextEdit()):
        qtbot.addWidget(widget)
        widget.show()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        assert focused_text() is widget
        assert not can_undo_text(widget)
        QTest.keyClicks(widget, "ab")
        assert can_undo_text(widget)
        widget.undo()
        assert can_redo_text(widget)
        widget.setReadOnly(True)
        assert focused_text() is None
        widget.close()
    assert not can_undo_text(None)

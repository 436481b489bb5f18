"""Passages written by AI in the draft: marked by key, saved as they are typed around, undone with the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.authorship import Authorship
from editor.domain.edits import change_article
from editor.domain.version import VersionKind
from editor.domain.version_fields import restore
from editor.ui.panels.draft import DraftPanel, DraftTools
from editor.ui.widgets.markdown_edit import MarkdownEdit
from tests.builders import an_article
from tests.ui.stage import Stage

BODY = "By people. By AI.\n\nBy people."
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    tools = DraftTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        person=desk.person,
        can_write=True,
    )
    made.hold(DraftPanel(tools, made.jobs, made.timers))
    yield made
    made.stop()


def _body(stage: Stage) -> MarkdownEdit:
    found = stage.panel.findChild(MarkdownEdit, "draft.body")
    assert found is not None
    return found


def _marked(stage: Stage) -> list[str]:
    return [stage.article.body[start:end] for start, end in stage.article.ai_ranges]


def _authorship(stage: Stage) -> Authorship:
    return stage.article.authorship


def _mark(stage: Stage, words: str) -> MarkdownEdit:
    body = _body(stage)
    body.setFocus()
    start = body.text().index(words)
    body.select(start, start + len(words))
    QTest.keyClick(body, Qt.Key.Key_E, BOTH)
    return body


def test_a_marked_passage_is_saved_typed_around_and_undone(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    body = _mark(stage, "By AI.")
    stage.timers.forward(2000)
    assert _marked(stage) == ["By AI."]
    assert not stage.workspace.stack.undo_label()  # marking is the text's own undo
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for key in "Now. ":
        QTest.keyClicks(body, key)
        stage.timers.forward(450)
    assert stage.article.body == f"Now. {BODY}"
    assert _marked(stage) == ["By AI."]
    while body.document().isUndoAvailable():
        body.undo()
    stage.timers.forward(2000)
    assert (stage.article.body, _marked(stage)) == (BODY, [])
    body.redo()
    stage.panel.settle()
    assert _marked(stage) == ["By AI."]


def test_the_header_proposes_and_a_press_states_it(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    button = stage.panel.findChild(QToolButton, "draft.with_help")
    assert button is not None
    assert not button.isVisibleTo(stage.panel)
    _mark(stage, "By AI.")
    stage.timers.forward(2000)
    assert _authorship(stage) is Authorship.NOT_STATED
    assert button.isVisibleTo(stage.panel)
    button.click()
    assert _authorship(stage) is Authorship.AI_ASSISTED
    assert not button.isVisibleTo(stage.panel)
    stage.workspace.undo()
    assert _authorship(stage) is Authorship.NOT_STATED


def test_what_is_changed_elsewhere_moves_the_marks_on_the_page(stage: Stage) -> None:
    stage.put(an_article(body=BODY, ai_ranges=((11, 17),)))
    stage.workspace.request(
        change_article(stage.article, say("Replace"), body="People. By AI.\n\nPeople.", section="x")
    )
    body = _body(stage)
    assert [mark.cursor.selectedText() for mark in body.extraSelections()] == ["By AI."]
    stage.workspace.undo()
    assert [mark.cursor.selectedText() for mark in body.extraSelections()] == ["By AI."]
    assert _marked(stage) == ["By AI."]


def test_a_version_comes_back_with_its_marks(stage: Stage) -> None:
    stage.put(an_article(body=BODY, ai_ranges=((11, 17),)))
    then = stage.article
    edit = change_article(stage.article, say("x"), body="Other words.", ai_ranges=((0, 5),))
    stage.desk.articles.apply(edit, keep_first=VersionKind.NAMED)
    stage.workspace.open(then.id)
    back = restore(stage.article, then)
    assert back is not None
    stage.workspace.request(back)
    assert _marked(stage) == ["By AI."]
    assert [mark.cursor.selectedText() for mark in _body(stage).extraSelections()] == ["By AI."]

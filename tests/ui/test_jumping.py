"""From a problem to the field in which it is put right, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Correction
from editor.domain.problem import Problem
from editor.ui.jumping import go_to_field, turn_details
from editor.ui.panel import Panel
from editor.ui.registry import DRAFT
from tests.builders import NOON, an_article
from tests.ui.stage import Stage

ARTICLE = an_article(body="One.\n\nTwo.\n\nThree.", corrections=(Correction(at=NOON, note="Mended."),))


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Stage:
    made = Stage(desk, qtbot)
    made.hold(DRAFT.build(desk, made.jobs))
    made.put(ARTICLE)
    return made


@pytest.mark.parametrize(
    "field",
    [
        *("headline", "standfirst", "body", "reactions", "language", "section", "byline", "tags", "authorship", "slug"),
        *("published", "updated", "embargo", "reviewed_by", "corrections"),
    ],
)
def test_the_keyboard_goes_to_the_field(stage: Stage, field: str, qtbot: QtBot) -> None:
    panel = stage.panel
    panel.activateWindow()
    go_to_field(panel, Problem(check="x", message=say("x"), article=ARTICLE.id, field=field), stage.workspace)
    qtbot.waitUntil(lambda: field[:-1] in _focused(panel))
    stage.stop()


def test_a_problem_with_a_line_asks_for_the_line(stage: Stage) -> None:
    asked: list[int] = []
    stage.workspace.line_requested.connect(asked.append)
    problem = Problem(check="x", message=say("x"), article=ARTICLE.id, field="body", line=2)
    go_to_field(stage.panel, problem, stage.workspace)
    assert asked == [2]
    stage.stop()


def test_a_picture_is_shown_where_it_is_described(stage: Stage) -> None:
    class Pictures(Panel):
        shown = ""

        def show_image(self, image_id: str) -> None:
            self.shown = image_id

    panel = Pictures()
    go_to_field(panel, Problem(check="x", message=say("x"), field="alt", image="i"), stage.workspace)
    assert panel.shown == "i"
    stage.stop()


def _focused(panel: QWidget) -> str:
    focus = panel.window().focusWidget() or QApplication.focusWidget()
    names = []
    while focus is not None and focus is not panel:
        names.append(focus.objectName())
        focus = focus.parentWidget()
    return " ".join(names)


def test_the_details_unfold_with_the_keyboard_in_them_and_fold_again(stage: Stage, qtbot: QtBot) -> None:
    panel = stage.panel
    panel.activateWindow()
    turn_details(panel)
    qtbot.waitUntil(lambda: "draft.byline" in _focused(panel))
    assert _after(panel, "draft.details.button") == "draft.byline.line"  # not behind the page
    turn_details(panel)
    assert not panel.findChildren(QWidget, "draft.details")[0].isVisible()
    qtbot.waitUntil(lambda: "draft.body" in _focused(panel))
    stage.stop()


def _after(panel: Panel, name: str) -> str:
    """Return what Tab reaches from the widget called `name`."""
    panel.findChildren(QWidget, name)[0].setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""

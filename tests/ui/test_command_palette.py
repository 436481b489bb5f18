"""The palette: letters, arrows, Enter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.bootstrap import Desk
from editor.ui.actions import Actions
from editor.ui.command_palette import CommandPalette, matches
from editor.ui.jobs import Jobs
from editor.ui.menus import menus
from editor.ui.widgets.palette_line import ASIDE
from tests.builders import an_article, created
from tests.ui.plain_panel import three


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.close()


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    made = Actions(window.menuBar(), menus(three(), []), window)
    made.allow(has_article=False, can_write=True)
    return made


@pytest.fixture
def jobs(window: QMainWindow) -> Jobs:
    return Jobs(window)


@pytest.fixture
def palette(qtbot: QtBot, desk: Desk, actions: Actions, jobs: Jobs, window: QMainWindow) -> Iterator[CommandPalette]:
    articles = (
        an_article(headline="Ferry fares fall", body="The zebra crossing."),
        an_article(headline="Élan in the harbour"),
    )
    desk.articles.apply(created(*articles))
    made = CommandPalette(actions, desk.articles, jobs, window)
    made.open_over(window)
    qtbot.waitUntil(jobs.is_idle)
    yield made
    if isValid(made):
        made.close()


def test_actions_and_articles_are_found_by_a_few_letters(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "new art")
    assert palette.found()[0] == "New article"
    palette.field.clear()
    QTest.keyClicks(palette.field, "ferry")
    assert palette.found() == ["Ferry fares fall"]


def test_enter_does_the_action(qtbot: QtBot, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "back up")
    with qtbot.waitSignal(palette.action_chosen) as caught:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert caught.args == ["newsroom.backup"]


def test_enter_opens_the_article(qtbot: QtBot, palette: CommandPalette, desk: Desk) -> None:
    QTest.keyClicks(palette.field, "fares")
    with qtbot.waitSignal(palette.article_chosen) as caught:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.articles.get(caught.args[0]).headline == "Ferry fares fall"


def test_arrows_move_and_go_round(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "light")
    count = len(palette.found())
    for _ in range(count):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == count - 1


def test_what_is_not_possible_now_is_not_offered(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "move to trash")
    assert "Move to trash" not in palette.found()


def test_letters_in_their_order_are_enough_and_words_of_a_text_the_last_resort(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "frry fl")
    assert palette.found() == ["Ferry fares fall"]
    palette.field.clear()
    QTest.keyClicks(palette.field, "zebra")
    assert palette.found() == ["Ferry fares fall"]


def test_a_headline_that_begins_so_comes_before_an_action_that_has_the_letters(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "fares")
    assert palette.found()[0] == "Ferry fares fall"


def test_keys_stand_beside_each_action(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "back up now")
    assert palette.list.model().index(0, 0).data(ASIDE) == "Ctrl+Shift+B"


def test_nothing_found_is_said(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "qqqq")
    assert palette.found() == []
    assert palette.list.isHidden()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_a_click_chooses(qtbot: QtBot, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "back up")
    place = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    with qtbot.waitSignal(palette.action_chosen):
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_go_to_article_offers_articles_alone_those_used_last_first(
    qtbot: QtBot, desk: Desk, jobs: Jobs, window: QMainWindow
) -> None:
    several = [an_article(headline=name) for name in ("Ferry", "Bridge", "Harbour", "Ferry fares")]
    desk.articles.apply(created(*several))
    palette = CommandPalette(None, desk.articles, jobs, window, [several[2].id, several[0].id])
    palette.open_over(window)
    assert palette.found() == ["Harbour", "Ferry"]  # at once; the others as soon as they are read
    qtbot.waitUntil(jobs.is_idle)
    assert palette.found()[:2] == ["Harbour", "Ferry"]
    assert len(palette.found()) == 4
    QTest.keyClicks(palette.field, "fe")
    assert palette.found() == ["Ferry", "Ferry fares"]
    with qtbot.waitSignal(palette.destroyed):
        palette.close()


def test_a_palette_is_drawn(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "new")
    assert not palette.list.grab().toImage().isNull()


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("", "Anything", True),
        ("pub", "Publish", True),
        ("art new", "New article", True),
        ("elan", "Élan in the harbour", True),
        ("ew", "New article", False),
        ("new x", "New article", False),
    ],
)
def test_beginnings_of_words_match(typed: str, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert matches(typed, text) is expected


def test_an_action_is_found_by_what_other_programs_call_it(palette: CommandPalette, actions: Actions) -> None:
    actions.allow(has_article=True, can_write=True)
    for typed, said in (("delete", "Move to trash"), ("import", "Take in files…"), ("photo", "Picture")):
        palette.field.clear()
        QTest.keyClicks(palette.field, typed)
        assert said in palette.found()


def test_a_choice_says_of_what_and_an_article_its_language_by_name(palette: CommandPalette, actions: Actions) -> None:
    actions.allow(has_article=True, can_write=True)
    QTest.keyClicks(palette.field, "ready")
    assert palette.found()[0] == "Status: Ready"
    palette.field.clear()
    QTest.keyClicks(palette.field, "ferry")
    aside = palette.list.model().index(0, 0).data(ASIDE)
    assert "English" in aside
    assert "Draft" in aside

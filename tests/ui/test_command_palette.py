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
from editor.ui.menus import menus
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
def palette(desk: Desk, actions: Actions, window: QMainWindow) -> Iterator[CommandPalette]:
    desk.articles.apply(created(an_article(headline="Ferry fares fall"), an_article(headline="Élan in the harbour")))
    made = CommandPalette(actions, desk.articles, window)
    made.open_over(window)
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


def test_go_to_article_offers_articles_alone(qtbot: QtBot, desk: Desk, window: QMainWindow) -> None:
    desk.articles.apply(created(an_article(headline="Ferry fares fall")))
    palette = CommandPalette(None, desk.articles, window)
    palette.open_over(window)
    assert palette.found() == ["Ferry fares fall"]
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

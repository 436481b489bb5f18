"""A newsroom without an edition asks for its readers' language once, and takes the answer as an edit like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import OpenMode, create_newsroom, open_desk
from editor.ui.first_edition import likely_language
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from tests.builders import an_article, created


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a newsroom as the command line makes it."""
    create_newsroom(tmp_path / "new", name="Desk")
    return tmp_path / "new"


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, folder: Path) -> Iterator[MainWindow]:
    made = MainWindow(open_desk(folder), studio)
    with qtbot.waitSignal(made.ready):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


def _editions(window: MainWindow) -> list[str]:
    return [edition.locale for edition in window.workspace.desk.newsroom.settings.editions]


def _empty_words(window: MainWindow) -> str:
    states = [state for state in window.findChildren(EmptyState) if state.isVisible()]
    return " ".join(label.text() for state in states for label in state.findChildren(QLabel))


def test_one_answer_makes_the_edition_and_undo_asks_again(window: MainWindow) -> None:
    bar = window.first_edition
    assert bar.isVisible()
    language, make = bar.findChild(ChoiceField), bar.findChild(QPushButton)
    assert language is not None
    assert make is not None
    language.setFocus()
    QTest.keyClicks(language, "Kiswahili")
    make.setFocus()
    QTest.keyClick(make, Qt.Key.Key_Space)
    assert _editions(window) == ["sw"]
    assert not bar.isVisible()
    window.menu_actions["edit.undo"].trigger()
    assert _editions(window) == []
    assert bar.isVisible()


@pytest.mark.parametrize("panel", ["preview", "timeline", "export"])
def test_the_panels_that_need_an_edition_say_so(qtbot: QtBot, window: MainWindow, panel: str) -> None:
    window.menu_actions[f"panel.{panel}"].trigger()
    qtbot.waitUntil(lambda: "No edition yet" in _empty_words(window))


def test_it_offers_the_language_of_what_is_there(studio: Studio, folder: Path) -> None:
    desk = open_desk(folder)
    desk.articles.apply(created(an_article(language="sw")))
    made = MainWindow(desk, studio)
    language = made.first_edition.findChild(ChoiceField)
    assert language is not None
    assert language.value() == "sw"
    made.close()
    made.deleteLater()


def test_who_only_reads_is_not_asked(studio: Studio, folder: Path) -> None:
    desk = open_desk(folder, mode=OpenMode.READ)
    made = MainWindow(desk, studio)
    assert made.first_edition.isHidden()
    made.close()
    made.deleteLater()


def test_a_language_is_always_proposed() -> None:
    assert likely_language()

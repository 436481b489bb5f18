"""Actions made of menus: shortcuts shown, possible just when they are, in the interface language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.actions import Actions, ActionSpec, MenuSpec, Needs, action_specs, keys_of

MENUS = (
    MenuSpec(
        id="file",
        title=say("File"),
        items=(
            ActionSpec(id="article.new", text=say("New article"), shortcut="Ctrl+N", needs=Needs.WRITING),
            None,
            MenuSpec(
                id="look",
                title=say("Appearance"),
                items=(
                    ActionSpec(id="look.light", text=say("Light"), group="look", choice="light"),
                    ActionSpec(id="look.dark", text=say("Dark"), group="look", choice="dark"),
                ),
            ),
        ),
    ),
    MenuSpec(
        id="edit",
        title=say("Edit"),
        items=(
            ActionSpec(id="edit.copy", text=say("Copy"), shortcut="Ctrl+C", is_native=True),
            ActionSpec(id="article.trash", text=say("Move to trash"), needs=Needs.ARTICLE_WRITING),
        ),
    ),
)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window.menuBar(), MENUS, window)


def test_what_is_triggered_is_told_by_its_id(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.waitSignal(actions.triggered) as caught:
        actions["article.new"].trigger()
    assert caught.args == ["article.new"]


def test_shortcuts_stand_in_menu_and_tooltip(actions: Actions) -> None:
    action = actions["article.new"]
    assert action.shortcut() == QKeySequence("Ctrl+N")
    assert action.toolTip() == "New article (Ctrl+N)"


def test_keys_that_texts_know_by_themselves_are_only_shown(actions: Actions) -> None:
    copy = actions["edit.copy"]
    assert copy.shortcut().isEmpty()
    assert copy.text() == "Copy\tCtrl+C"


def test_only_what_the_moment_allows_is_possible(actions: Actions) -> None:
    actions.allow(has_article=False, can_write=True)
    assert actions["article.new"].isEnabled()
    assert not actions["article.trash"].isEnabled()
    actions.allow(has_article=True, can_write=False)
    assert not actions["article.new"].isEnabled()
    assert not actions["article.trash"].isEnabled()
    actions.allow(has_article=True, can_write=True)
    assert actions["article.trash"].isEnabled()


def test_one_of_a_group_is_ticked(actions: Actions) -> None:
    actions.tick("look", "dark")
    assert actions["look.dark"].isChecked()
    assert not actions["look.light"].isChecked()
    actions.tick("look", "none of them")
    assert not actions["look.dark"].isChecked()


def test_marks_in_words_are_no_mnemonics(actions: Actions) -> None:
    actions.reword("article.new", "Undo: Ban & Bar")
    assert actions["article.new"].text() == "Undo: Ban && Bar"


def test_menus_of_the_bar_have_letters_of_their_own(window: QMainWindow, actions: Actions) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit"]
    assert [title.replace("&", "") for title in titles] == [str(menu) for menu, _specs in actions.by_menu()]


def test_actions_of_inner_menus_belong_to_their_outer_one(actions: Actions) -> None:
    assert [(str(title), [spec.id for spec in specs]) for title, specs in actions.by_menu()] == [
        ("File", ["article.new", "look.light", "look.dark"]),
        ("Edit", ["edit.copy", "article.trash"]),
    ]
    assert len(list(action_specs(MENUS))) == 5
    assert keys_of(next(action_specs(MENUS))) == "Ctrl+N"


def test_two_actions_of_one_name_are_a_mistake(window: QMainWindow) -> None:
    twice = MenuSpec(id="x", title=say("X"), items=(MENUS[1].items[0], MENUS[1].items[0]))
    with pytest.raises(ValueError, match=r"edit\.copy"):
        Actions(window.menuBar(), (twice,), window)


def test_outside_its_menu_an_action_says_of_what_it_is_one(actions: Actions) -> None:
    titles = actions.titles()
    assert titles["look.dark"] == "Appearance: Dark"
    assert titles["edit.copy"] == "Copy"
    assert set(titles) == set(actions.specs)

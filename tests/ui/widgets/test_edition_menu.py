"""Which editions show: one to begin with, up to so many, never none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.edition_menu import EditionMenu


@pytest.fixture
def menu(qtbot: QtBot) -> EditionMenu:
    made = EditionMenu("editions", 2)
    qtbot.addWidget(made)
    made.offer(("sw", "en", "ar"), first="en")
    return made


def press(menu: EditionMenu, locale: str) -> None:
    next(action for action in menu.menu().actions() if action.data() == locale).trigger()


def test_the_article_s_own_edition_comes_first(menu: EditionMenu) -> None:
    assert menu.chosen == ("en",)
    menu.offer(("sw", "ar"), first="en")
    assert menu.chosen == ("sw",)


def test_an_edition_that_is_added_comes_last_and_no_more_than_fit(qtbot: QtBot, menu: EditionMenu) -> None:
    with qtbot.waitSignal(menu.changed):
        press(menu, "sw")
    assert menu.chosen == ("en", "sw")
    assert not next(action for action in menu.menu().actions() if action.data() == "ar").isEnabled()
    assert menu.text() == "English, Kiswahili"


def test_the_last_one_stays(qtbot: QtBot, menu: EditionMenu) -> None:
    with qtbot.assertNotEmitted(menu.changed):
        press(menu, "en")
    assert menu.chosen == ("en",)


def test_a_person_s_choice_is_kept_when_the_editions_change(menu: EditionMenu) -> None:
    press(menu, "ar")
    menu.offer(("ar", "en", "fr"), first="fr")
    assert list(menu.chosen) == ["en", "ar"]
    menu.offer(("fr",), first="fr")
    assert list(menu.chosen) == ["fr"]
    assert not menu.isVisible()


def test_a_new_edition_in_the_newsroom_leaves_the_one_that_is_shown(menu: EditionMenu) -> None:
    menu.offer(("sw", "ar"), first="fr")
    assert menu.chosen == ("sw",)
    menu.offer(("fr", "sw", "ar"), first="fr")
    assert menu.chosen == ("sw",)
    menu.offer(("fr", "sw", "ar"), first="ar")
    assert menu.chosen == ("ar",)


def test_what_was_chosen_once_is_chosen_again_as_far_as_it_is_there(qtbot: QtBot, menu: EditionMenu) -> None:
    with qtbot.assertNotEmitted(menu.changed):
        menu.choose(("ar", "gone", "en"))
    assert menu.chosen == ("ar", "en")
    menu.choose(("gone",))
    assert menu.chosen == ("ar", "en")

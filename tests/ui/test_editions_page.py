"""The cards of the editions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.settings import Edition, NewsroomSettings
from editor.i18n.page_words import LOCALES
from editor.ui.editions_page import EditionsPage
from tests.builders import some_settings


@pytest.fixture
def page(qtbot: QtBot) -> EditionsPage:
    made = EditionsPage()
    qtbot.addWidget(made)
    made.retranslate()
    made.show_settings(some_settings("sw", "ar"))
    made.committed.connect(made.show_settings)
    made.show()
    return made


def test_each_edition_has_its_card_and_only_free_languages_are_offered(page: EditionsPage) -> None:
    assert [card.tag for card in page.cards] == ["sw", "ar"]
    offered = [page.language.itemData(row) for row in range(page.language.count())]
    assert set(offered) == set(LOCALES) - {"sw", "ar"}


def test_an_edition_goes_up_and_down_and_keeps_its_card(page: EditionsPage) -> None:
    first, second = page.cards
    assert (first.up.isEnabled(), first.down.isEnabled()) == (False, True)
    second.fold.set_open(is_open=False)
    QTest.mouseClick(second.up, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["ar", "sw"]
    assert page.cards == [second, first]
    assert not second.fold.is_open
    QTest.mouseClick(second.up, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["ar", "sw"]
    QTest.mouseClick(second.down, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["sw", "ar"]


def test_few_editions_stand_open_and_many_are_read_as_a_list(qtbot: QtBot, page: EditionsPage) -> None:
    assert [card.fold.is_open for card in page.cards] == [True, True]
    many = EditionsPage()
    qtbot.addWidget(many)
    many.show_settings(some_settings("sw", "ar", "en"))
    assert [card.fold.is_open for card in many.cards] == [False, False, False]


def test_a_removed_edition_is_said_to_be_gone_and_its_articles_not(qtbot: QtBot, page: EditionsPage) -> None:
    with qtbot.waitSignal(page.told) as told:
        QTest.mouseClick(page.cards[0].remove, Qt.MouseButton.LeftButton)
    assert "Kiswahili" in str(told.args[0])
    assert "articles are all there" in str(told.args[0])
    assert [card.tag for card in page.cards] == ["ar"]


def test_what_is_typed_in_an_edition_does_not_bring_it_back_when_it_is_removed(page: EditionsPage) -> None:
    card = page.cards[0]
    page.window().activateWindow()
    card.name.setFocus()
    QTest.keyClicks(card.name, "abc")
    QTest.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["ar"]


def test_a_language_that_is_typed_is_judged_at_once(page: EditionsPage) -> None:
    for typed, words in (("no tag", "not a language tag"), ("swahili", "not a language tag"), ("SW", "“sw” already")):
        page.language.setEditText(typed)
        assert words in page.judged.trouble.text()
        QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
        assert [card.tag for card in page.cards] == ["sw", "ar"]
    page.language.setEditText("en-ke")
    assert page.judged.trouble.isHidden()
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["sw", "ar", "en-KE"]
    assert page.cards[2].fold.is_open


def test_a_language_that_nobody_knows_is_doubted_while_it_is_typed_and_added_all_the_same(page: EditionsPage) -> None:
    page.language.setEditText("qq")
    assert "“qq” in “qq” is no language" in page.judged.trouble.text()
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert [card.tag for card in page.cards] == ["sw", "ar", "qq"]
    assert "“qq”" in page.cards[2].doubts.text()


def test_with_every_language_taken_only_a_typed_one_can_be_added(page: EditionsPage) -> None:
    page.show_settings(NewsroomSettings(name="x", editions=tuple(Edition(locale=tag) for tag in LOCALES)))
    assert page.language.count() == 0
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert len(page.cards) == len(LOCALES)


def test_what_is_typed_is_handed_out_when_settling(qtbot: QtBot, page: EditionsPage) -> None:
    QTest.keyClicks(page.cards[0].path, "/habari/")
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].edition("sw").base_path == "habari"

"""The cards of the editions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.settings import Edition, NewsroomSettings
from editor.i18n.page_words import LOCALES
from editor.ui.editions_page import ALL, LIST, OWN, EditionsPage
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


def test_what_an_edition_carries_is_chosen_in_words(qtbot: QtBot, page: EditionsPage) -> None:
    card = page.cards[0]
    for choice, expected in ((OWN, ()), (LIST, ("en",)), (ALL, None)):
        card.carries.show_value(choice)
        with qtbot.waitSignal(page.committed) as caught:
            card.carries.committed.emit(choice)
        (settings,) = caught.args
        assert isinstance(settings, NewsroomSettings)
        edition = settings.edition("sw")
        assert edition is not None
        assert edition.fallback == expected


def test_a_chain_of_languages_is_typed(qtbot: QtBot, page: EditionsPage) -> None:
    card = page.cards[0]
    card.carries.committed.emit(LIST)
    card.chain.setFocus()
    card.chain.selectAll()
    QTest.keyClicks(card.chain, "fr, en sw fr")
    with qtbot.waitSignal(page.committed) as caught:
        QTest.keyClick(card.chain, Qt.Key.Key_Return)
    assert caught.args[0].edition("sw").fallback == ("fr", "en")


def test_only_what_can_rise_offers_it(page: EditionsPage) -> None:
    first, second = page.cards
    assert first.findChild(type(first), "none") is None
    assert not first.isHidden()
    second.raised.emit()
    assert [card.tag for card in page.cards] == ["ar", "sw"]
    page.cards[0].raised.emit()
    assert [card.tag for card in page.cards] == ["ar", "sw"]


def test_every_control_has_a_name(page: EditionsPage) -> None:
    for card in page.cards:
        for field in (card.path, card.carries, card.consent):
            assert field.accessibleName()


def test_with_every_language_taken_none_can_be_added(page: EditionsPage) -> None:
    page.show_settings(NewsroomSettings(name="x", editions=tuple(Edition(locale=tag) for tag in LOCALES)))
    assert not page.add.isEnabled()
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert len(page.cards) == len(LOCALES)


def test_what_is_typed_is_handed_out_when_settling(qtbot: QtBot, page: EditionsPage) -> None:
    QTest.keyClicks(page.cards[0].path, "/habari/")
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].edition("sw").base_path == "habari"

"""The card of one edition: every field of it, and what is wrong said below the field while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabel
from editor.domain.settings import Consent, Edition, NewsroomSettings
from editor.ui.edition_card import ALL, LIST, OWN, Among, EditionCard
from tests.builders import some_settings

SECTIONS = ("Sport", "World")


@pytest.fixture
def card(qtbot: QtBot) -> EditionCard:
    made = EditionCard("sw")
    qtbot.addWidget(made)
    settings = some_settings("en", "sw")
    show(made, settings)
    made.committed.connect(lambda edition: show(made, settings.with_edition(edition)))
    made.fold.set_open(is_open=True)
    made.show()
    return made


def show(card: EditionCard, settings: NewsroomSettings) -> None:
    edition = settings.edition(card.tag)
    assert edition
    card.show_edition(edition, Among(settings, SECTIONS, settings.editions.index(edition)))


def typed(qtbot: QtBot, card: EditionCard, field: QWidget, text: str) -> Edition:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    with qtbot.waitSignal(card.committed) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)
    (edition,) = caught.args
    assert isinstance(edition, Edition)
    return edition


def test_every_field_of_an_edition_is_changed(qtbot: QtBot, card: EditionCard) -> None:
    assert typed(qtbot, card, card.name, "Dawati").name == "Dawati"
    assert typed(qtbot, card, card.path, "/habari/").base_path == "habari"
    card.consent.committed.emit(Consent.NONE.value)
    assert card.words.isHidden()
    card.consent.committed.emit(Consent.NOTICE.value)
    assert typed(qtbot, card, card.words.fields["title"], "Tunahesabu").consent_text.title == "Tunahesabu"
    with qtbot.waitSignal(card.committed) as caught:
        QTest.mouseClick(card.sections.boxes["World"], Qt.MouseButton.LeftButton)
    assert caught.args[0].sections == ("World",)
    with qtbot.waitSignal(card.committed) as caught:
        card.zone.zone_chosen.emit("Africa/Nairobi")
    assert caught.args[0].display_zone == "Africa/Nairobi"


def test_what_an_edition_carries_is_chosen_in_words(qtbot: QtBot, card: EditionCard) -> None:
    for choice, expected in ((OWN, ()), (LIST, ("en",)), (ALL, None)):
        with qtbot.waitSignal(card.committed) as caught:
            card.carries.committed.emit(choice)
        assert caught.args[0].fallback == expected
        assert card.judged[card.chain].isHidden() == (choice != LIST)


def test_a_chain_of_languages_is_typed(qtbot: QtBot, card: EditionCard) -> None:
    card.carries.committed.emit(LIST)
    assert typed(qtbot, card, card.chain, "fr, EN-gb").fallback == ("fr", "en-GB")


@pytest.mark.parametrize(
    ("chain", "words"),
    [("en, sw", "in a circle: “sw” is"), ("en, fr, en", "“en” stands among them twice"), ("e!", "not a language tag")],
)
def test_a_wrong_chain_is_said_below_while_it_is_typed(card: EditionCard, chain: str, words: str) -> None:
    card.carries.committed.emit(LIST)
    card.chain.setFocus()
    card.chain.selectAll()
    QTest.keyClicks(card.chain, chain)
    assert words in card.judged[card.chain].trouble.text()
    handed: list[object] = []
    card.committed.connect(handed.append)
    QTest.keyClick(card.chain, Qt.Key.Key_Return)
    assert handed == []
    assert card.chain.text() == chain


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("en", "share the path “en”"),
        ("../up", "cannot be a folder"),
        ("images", "something at"),
        ("en/page", "lies among"),
    ],
)
def test_a_wrong_folder_is_said_below_while_it_is_typed(card: EditionCard, path: str, words: str) -> None:
    handed: list[object] = []
    card.committed.connect(handed.append)
    card.path.setFocus()
    QTest.keyClicks(card.path, path)
    trouble = card.judged[card.path].trouble
    assert words in trouble.text()
    assert card.path.accessibleDescription() == trouble.text()
    card.settle()
    assert handed == []
    card.path.selectAll()
    QTest.keyClicks(card.path, "habari")
    assert trouble.isHidden()


def test_a_wrong_zone_is_said_below(card: EditionCard) -> None:
    card.zone.setEditText("Mars")
    card.zone.settle()
    assert "no time zone called “Mars”" in card.judged[card.zone].trouble.text()


def test_house_styles_of_its_language_are_offered(qtbot: QtBot) -> None:
    card = EditionCard("en")
    qtbot.addWidget(card)
    own = {"en-KE": HouseStyle(date="d MMMM y"), "sw": HouseStyle(date="d MMMM y")}
    show(card, some_settings("en", "sw", house_styles=own))
    assert [card.style_of.itemData(row) for row in range(card.style_of.count())] == ["", "en-KE", "en-US"]


def test_every_control_has_a_name(card: EditionCard) -> None:
    controls = (card.name, card.path, card.style_of, card.zone, card.carries, card.chain, card.consent)
    for field in (*controls, card.up, card.down, card.remove, *card.words.fields.values()):
        assert field.accessibleName()


def test_labels_that_nobody_has_read_are_called_drafts(card: EditionCard) -> None:
    assert "labels are reviewed. The others are drafts" in card.labels.text()
    own = {"sw": {"cookie_title": PageLabel(text="Vidakuzi hapa", english="This website uses cookies")}}
    show(card, some_settings("en", "sw", page_labels=own))
    assert card.words.fields["title"].placeholderText() == "Vidakuzi hapa"


def test_a_language_that_nobody_knows_is_doubted_and_not_refused(qtbot: QtBot) -> None:
    card = EditionCard("qq")
    qtbot.addWidget(card)
    edition = Edition(locale="qq")
    card.show_edition(edition, Among(some_settings(editions=(edition,)), (), 0))
    card.show()
    assert "“qq” in “qq” is no language" in card.doubts.text()
    assert card.doubts.isVisible()
    with qtbot.waitSignal(card.committed):
        card.name.setText("Qabari")
        card.name.settle()


def test_two_editions_in_one_language_are_doubted(qtbot: QtBot) -> None:
    card = EditionCard("he")
    qtbot.addWidget(card)
    editions = (Edition(locale="he"), Edition(locale="iw"), Edition(locale="en"))
    card.show_edition(editions[0], Among(some_settings(editions=editions), (), 0))
    assert "“he” and “iw” are one language" in card.doubts.text()
    card.show_edition(editions[0], Among(some_settings(editions=(editions[0], editions[2])), (), 0))
    assert card.doubts.text() == ""

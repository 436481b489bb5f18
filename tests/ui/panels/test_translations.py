"""The panel of the translation set: languages, what is asked of the window, and what changed in the source."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import EditSettings, change_article
from editor.domain.settings import Edition
from editor.domain.translation import approve, translated_words
from editor.services.translations import Translations
from editor.storage.database import DATABASE_NAME
from editor.ui.offers import Offers
from editor.ui.panels.translations import TranslationsPanel
from editor.ui.widgets.offer_list import OfferList
from tests.builders import NOON, an_article, created
from tests.ui.stage import Stage

EN = an_article(id="en", headline="Drums", body="They played.\n\nLee left on 13 January.", translation_set="en")
SW = replace(
    EN,
    id="sw",
    slug="ngoma",
    language="sw",
    headline="Ngoma",
    body="Walipiga.\n\nLee left on 13 January.",
    is_source=False,
    translated_from=translated_words(EN),
)


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, before.with_edition(Edition(locale="ar")), say("x")))
    service = Translations(desk.articles, desk.newsroom, desk.clock)
    offers = Offers(desk.articles, desk.search, desk.related)
    made.hold(TranslationsPanel(service, desk.newsroom, offers, made.jobs, can_write=True))
    made.put(EN, SW)
    yield made
    made.stop()


def _list(stage: Stage) -> QListWidget:
    found = stage.panel.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def _button(stage: Stage, name: str) -> QPushButton:
    found = stage.panel.findChild(QPushButton, f"translations.{name}")
    assert isinstance(found, QPushButton)
    return found


def _rows(stage: Stage) -> list[str]:
    return [_list(stage).item(row).text() for row in range(_list(stage).count())]


def _said(stage: Stage) -> str:
    return " ".join(label.text() for label in stage.panel.findChildren(QLabel) if label.isVisible())


def test_each_language_says_how_far_it_is(stage: Stage) -> None:
    assert _rows(stage) == [
        "English: the original",
        "Kiswahili: being translated, 2 of 3 paragraphs",
        "العربية: missing",
    ]
    assert _list(stage).item(0).font().bold()
    assert not _button(stage, "approve").isEnabled()
    assert "This is the original." in _said(stage)


def test_what_is_missing_is_begun_by_enter_and_what_is_there_is_opened(stage: Stage, qtbot: QtBot) -> None:
    _list(stage).setCurrentRow(2)
    assert _button(stage, "do").text() == "New translation"
    with qtbot.waitSignal(stage.panel.action_requested) as asked:
        QTest.keyClick(_list(stage), Qt.Key.Key_Return)
    assert asked.args == ["translation.new.ar"]
    _list(stage).setCurrentRow(1)
    _button(stage, "do").click()
    stage.wait()
    assert stage.article.id == "sw"
    for name in ("beside", "approve"):
        with qtbot.waitSignal(stage.panel.action_requested) as asked:
            _button(stage, name).click()
        assert asked.args == [f"translation.{name}"]


def test_a_source_that_moved_on_is_shown_paragraph_by_paragraph(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.open("sw")
    stage.workspace.request(approve(stage.desk.articles.get("sw"), stage.desk.articles.get("en"), "Asha", NOON))
    stage.wait()
    assert _rows(stage)[1] == "Kiswahili: approved"
    assert "Approved by Asha" in _said(stage)
    assert _button(stage, "approve").text() == "Take the approval back"
    body = EN.body.replace("13", "14")
    stage.workspace.request(change_article(stage.desk.articles.get("en"), say("x"), body=body))
    stage.wait()
    assert _rows(stage)[1].startswith("Kiswahili: source changed")
    assert "Since then this changed in the original:" in _said(stage)
    assert _button(stage, "approve").text() == "Approve"
    page = stage.panel.findChild(QTextBrowser)
    assert page is not None
    assert "−13+14" in page.toPlainText()
    with qtbot.waitSignal(stage.panel.line_requested) as line:
        page.anchorClicked.emit(QUrl("go:2"))
    assert line.args == [2]


def test_an_original_in_the_trash_is_said_and_nothing_is_approved_without_it(stage: Stage) -> None:
    stage.workspace.open("sw")
    stage.wait()
    assert "The original says what it said when this was translated." in _said(stage)
    stage.workspace.request(change_article(stage.desk.articles.get("en"), say("x"), trashed_at=NOON))
    stage.wait()
    assert "The original of this set is not there" in _said(stage)
    assert "The original says" not in _said(stage)
    assert not _button(stage, "approve").isEnabled()


def test_nothing_open_is_said(stage: Stage) -> None:
    stage.workspace.open("")
    assert "Nothing is open" in _said(stage)
    stage.workspace.open(EN.id)  # looked at on another thread
    assert "Nothing is open" not in _said(stage)
    assert "Looking at the translations" in _said(stage)
    stage.wait()
    assert "This is the original" in _said(stage)


def _find(stage: Stage, qtbot: QtBot, words: str) -> OfferList:
    """Begin linking by the button, look for `words`, and go to what is found; all by keyboard from there."""
    _button(stage, "link").click()
    line = stage.panel.findChild(QLineEdit, "translations.finder.search")
    offers = stage.panel.findChild(OfferList)
    assert line is not None
    assert offers is not None
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, words)
    qtbot.waitUntil(lambda: offers.model().rowCount() == 1)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(offers, Qt.Key.Key_Return)
    return offers


def test_an_article_that_is_there_is_linked_after_a_look_and_undo_parts_them(
    stage: Stage, qtbot: QtBot, desk: Desk
) -> None:
    arabic = an_article(id="ar", language="ar", headline="Tabul", published=NOON, approved_by="Asha", approved_at=NOON)
    desk.articles.apply(created(arabic))
    _find(stage, qtbot, "Tabul")
    said = _said(stage)
    assert "becomes a translation of “\u2068Drums\u2069”" in said
    assert "Its approval goes" in said
    assert "kept once for all its languages" in said
    assert desk.articles.get("ar").translation_set == "ar", "a look changes nothing"
    QTest.keyClick(_button(stage, "joining.do"), Qt.Key.Key_Return)
    stage.wait()
    assert {one.id for one in desk.articles.members("en")} == {"en", "sw", "ar"}
    assert desk.articles.get("en").published == NOON
    assert any(row.startswith("العربية: being translated") for row in _rows(stage))
    stage.undo()
    assert (desk.articles.get("ar").translation_set, desk.articles.get("ar").approved_by) == ("ar", "Asha")
    assert desk.articles.get("en").published is None


def test_a_language_that_the_set_has_is_refused_at_the_place(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    desk.articles.apply(created(an_article(id="other", language="sw", headline="Marimba")))
    offers = _find(stage, qtbot, "Marimba")
    assert "is the translation in “sw” already" in _said(stage)
    assert not _button(stage, "joining.do").isEnabled()
    QTest.keyClick(offers, Qt.Key.Key_Escape)
    assert _list(stage).isVisible()
    assert stage.notices == []


def test_the_open_article_is_taken_out_by_its_button(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.panel.action_requested) as asked:
        _button(stage, "leave").click()
    assert asked.args == ["translation.leave"]


def test_the_open_translation_is_made_the_original_by_its_button(stage: Stage, qtbot: QtBot) -> None:
    assert not _button(stage, "lead").isEnabled(), "the original is open"
    stage.workspace.open("sw")
    stage.wait()
    with qtbot.waitSignal(stage.panel.action_requested) as asked:
        _button(stage, "lead").click()
    assert asked.args == ["translation.lead"]


def test_two_articles_of_one_language_are_said_at_the_place(stage: Stage, desk: Desk) -> None:
    twin = an_article(id="twin", language="qq", translation_set="en", is_source=False)
    desk.articles.apply(created(twin))
    with contextlib.closing(sqlite3.connect(desk.folder / DATABASE_NAME)) as raw, raw:
        raw.execute("UPDATE article SET language = 'sw' WHERE id = 'twin'")
    stage.workspace.open("sw")
    stage.wait()
    assert "Two articles of this set are in one language: Kiswahili" in _said(stage)
    _list(stage).setCurrentRow(2)
    stage.panel.retranslate()
    assert _list(stage).currentRow() == 2

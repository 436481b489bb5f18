"""The panel of the translation set: languages, what is asked of the window, and what changed in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import EditSettings, change_article
from editor.domain.settings import Edition
from editor.domain.translation import approve, translated_words
from editor.services.translations import Translations
from editor.ui.panels.translations import TranslationsPanel
from tests.builders import NOON, an_article
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
    made.hold(TranslationsPanel(service, desk.newsroom, made.jobs, can_write=True))
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


def test_nothing_open_is_said(stage: Stage) -> None:
    stage.workspace.open("")
    assert "Nothing is open" in _said(stage)

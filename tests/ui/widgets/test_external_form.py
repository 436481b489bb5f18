"""An outside article told by hand: each field is said when it is left; too little is not said at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.link import External
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.external_form import ExternalForm, ExternalSaid, PictureSaid
from editor.ui.widgets.text_area import TextArea
from tests.builders import an_article, an_external, an_image

ARTICLE = an_article()


@pytest.fixture
def form(qtbot: QtBot) -> ExternalForm:
    made = ExternalForm()
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    return made


@pytest.fixture
def said(form: ExternalForm) -> list[ExternalSaid]:
    found: list[ExternalSaid] = []
    form.said.connect(found.append)
    return found


def line(form: ExternalForm, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, f"external.{name}")
    assert found is not None
    return found


def choice(form: ExternalForm, name: str, value: str) -> None:
    found = form.findChild(ChoiceField, f"external.{name}")
    assert found is not None
    found.setCurrentIndex(found.findData(value))
    found.activated.emit(found.currentIndex())


def write(form: ExternalForm, name: str, words: str) -> None:
    line(form, name).selectAll()
    QTest.keyClicks(line(form, name), words)
    QTest.keyClick(line(form, name), Qt.Key.Key_Return)


def hint(form: ExternalForm) -> str:
    found = form.findChild(QLabel, "external.hint")
    assert found is not None
    return found.text() if found.isVisible() else ""


def test_a_blank_one_says_what_is_missing_and_its_address_stands_for_it(
    form: ExternalForm, said: list[ExternalSaid]
) -> None:
    form.show_external("", External(), None, ARTICLE, "UTC")
    assert "headline, a summary or an address" in hint(form)
    write(form, "url", "javascript:alert(1)")
    assert said == []
    write(form, "url", "https://news.example/x")
    assert said == [ExternalSaid("", External(headline="news.example/x", url="https://news.example/x"), None)]
    assert "Only its address is known" in hint(form)
    write(form, "url", "https://news.example/y")
    assert said[-1].external.headline == "news.example/y"
    write(form, "headline", "Strike ends")
    assert said[-1] == ExternalSaid("", External(headline="Strike ends", url="https://news.example/y"), None)
    assert hint(form) == ""


def test_ways_to_be_told_of_it(qtbot: QtBot, form: ExternalForm) -> None:
    for name, signal in (("paste", form.pasting), ("choose", form.choosing)):
        button = form.findChild(QPushButton, f"external.{name}")
        assert button is not None
        with qtbot.waitSignal(signal):
            button.click()
    form.set_writable(is_writable=False)
    assert not any(button.isVisible() for button in form.findChildren(QPushButton, QRegularExpression("paste|choose")))


def test_showing_a_link_says_nothing(form: ExternalForm, said: list[ExternalSaid]) -> None:
    image = an_image()
    external = an_external(picture=Placement(image_id=image.id), authorship=Authorship.AI_GENERATED)
    form.show_external("one", external, image, ARTICLE, "Asia/Tokyo")
    assert said == []
    assert line(form, "published").text() == "2026-01-09 21:00"
    alt = form.findChild(TextArea, "external.alt")
    assert alt is not None
    assert alt.text() == "Two people at a drum"


def test_each_field_is_said_when_it_is_left(form: ExternalForm, said: list[ExternalSaid]) -> None:
    form.show_external("one", External(headline="Strike"), None, ARTICLE, "Asia/Tokyo")
    write(form, "published", "2026-01-10 09:30")
    assert said[-1].external.published == datetime(2026, 1, 10, 0, 30, tzinfo=UTC)
    choice(form, "authorship", "ai-generated")
    assert said[-1].external.authorship is Authorship.AI_GENERATED
    choice(form, "language", "sw")
    assert said[-1].external.language == "sw"
    summary = form.findChild(TextArea, "external.summary")
    assert summary is not None
    QTest.keyClicks(summary, "It is over.")
    form.settle()
    assert said[-1].external.summary == "It is over."
    assert {one.link_id for one in said} == {"one"}


def test_a_picture_is_told_in_words(form: ExternalForm, said: list[ExternalSaid]) -> None:
    form.show_external("one", External(headline="Strike"), None, ARTICLE, "UTC")
    box = form.findChild(QCheckBox, "external.has_picture")
    alt = form.findChild(TextArea, "external.alt")
    assert box is not None
    assert alt is not None
    assert not alt.isVisible()
    box.click()
    assert alt.isVisible()
    QTest.keyClicks(alt, "A crane")
    form.settle()
    choice(form, "source_type", "trainedAlgorithmicMedia")
    assert said[-1].picture == PictureSaid("A crane", "en", "trainedAlgorithmicMedia")
    box.click()
    assert said[-1].picture is None


def test_an_address_that_will_be_no_link_is_kept_and_said(form: ExternalForm, said: list[ExternalSaid]) -> None:
    form.show_external("one", External(headline="Strike"), None, ARTICLE, "UTC")
    write(form, "url", "javascript:alert(1)")
    assert said[-1].external.url == "javascript:alert(1)"
    assert "no link" in hint(form)
    write(form, "url", "https://news.example/a b")
    assert "no link" in hint(form)
    write(form, "url", "mailto:desk@news.example")
    assert "no link" not in hint(form)


def test_what_is_no_date_is_refused(qtbot: QtBot, form: ExternalForm, said: list[ExternalSaid]) -> None:
    form.show_external("one", External(headline="Strike"), None, ARTICLE, "UTC")
    with qtbot.waitSignal(form.refused):
        write(form, "published", "yesterday")
    assert said == []


def test_escape_is_done_after_saying_what_is_typed(qtbot: QtBot, form: ExternalForm, said: list[ExternalSaid]) -> None:
    form.show_external("one", External(headline="Strike"), None, ARTICLE, "UTC")
    QTest.keyClicks(line(form, "url"), "https://news.example")
    with qtbot.waitSignal(form.done):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert said[-1].external.url == "https://news.example"

"""One file looked over: what it is, what will happen with it, its dates, or why it cannot come in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from editor.core.messages import Message, say
from editor.domain.article import Article, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.settings import Edition
from editor.services.taking_in import Question, Refusal, UnderstoodFile
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.marked_list import MarkedList
from editor.ui.widgets.understood_detail import InstantMeant, UnderstoodDetail
from tests.builders import NOON, a_link, an_article, an_image


@pytest.fixture
def detail(qtbot: QtBot) -> UnderstoodDetail:
    made = UnderstoodDetail()
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    return made


def text(detail: UnderstoodDetail, name: str) -> str:
    found = detail.findChild(QLabel, f"take_in.{name}")
    assert found is not None
    return found.text()


def rows(detail: UnderstoodDetail, name: str) -> list[str]:
    found = detail.findChild(MarkedList, f"take_in.{name}")
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def a_file(article: Article, **fields: Any) -> UnderstoodFile:  # noqa: ANN401 - any field of the file
    unread: Any = None  # what taking in reads it from again; never shown
    return UnderstoodFile(file="x.md", kind=say("Article file"), article=article, source=unread, **fields)


def test_a_file_is_told_with_its_labels_and_counts(detail: UnderstoodDetail) -> None:
    image = an_image()
    article = an_article(
        headline="Ferry",
        standfirst="It runs.",
        section="World",
        authorship=Authorship.AI_GENERATED,
        hero=Placement(image_id=image.id),
        links=(a_link("x"), a_link(on_timeline=True), a_link(on_timeline=True)),
    )
    detail.show_file(a_file(article, images={image.id: image}), [say("Look here")], "UTC")
    assert text(detail, "headline") == "Ferry"
    facts = "Article file · English · Draft · World · 1 picture · 3 related articles · 2 timeline entries"
    assert text(detail, "facts") == facts
    assert [label.key for label in detail.findChildren(AiLabel)] == ["reported_by_ai", "image_by_ai"]
    assert rows(detail, "notes") == ["Look here"]
    assert len(rows(detail, "dates")) == 2


def test_what_will_happen_is_said_before(detail: UnderstoodDetail) -> None:
    article = an_article(display_zone="Asia/Tokyo", zone_source=ZoneSource.ASSUMED)
    detail.show_file(a_file(article, known="k", edition=Edition(locale="sw")), [], "Asia/Tokyo")
    notes = rows(detail, "notes")
    assert "Replaces" in notes[0]
    assert "Kiswahili" in notes[1]
    assert "assumed" in notes[2]


def refusal(question: Question | None = None, choices: tuple[Any, ...] = ()) -> Refusal:
    return Refusal(
        file="x.md",
        line=4,
        message=say("This cannot be read."),
        hint=say("Use --zone."),
        question=question,
        date="a date",
        choices=choices,
    )


def test_a_refusal_names_its_line_and_what_to_do(detail: UnderstoodDetail) -> None:
    detail.show_refusal(refusal(), "UTC")
    assert text(detail, "headline") == "Cannot be taken in"
    assert text(detail, "facts") == "Line 4"
    assert rows(detail, "notes") == ["This cannot be read.", "Use --zone."]


def test_a_question_speaks_this_window_s_words(detail: UnderstoodDetail) -> None:
    detail.show_refusal(refusal(Question.ZONE), "UTC")
    assert text(detail, "headline") == "Needs your answer"
    assert "--zone" not in " ".join(rows(detail, "notes"))


def test_two_instants_are_offered_and_one_is_meant(qtbot: QtBot, detail: UnderstoodDetail) -> None:
    instants = (NOON, NOON + timedelta(hours=1))
    detail.show_refusal(refusal(Question.INSTANT, instants), "UTC")
    second = detail.findChild(QRadioButton, "take_in.instant.1")
    assert second is not None
    with qtbot.waitSignal(detail.answered) as answered:
        second.click()
    assert answered.args == [InstantMeant("a date", instants[1])]
    warnings: list[Message] = []
    detail.show_file(a_file(an_article()), warnings, "UTC")
    assert not second.isVisible()
    detail.clear()
    assert text(detail, "headline") == ""

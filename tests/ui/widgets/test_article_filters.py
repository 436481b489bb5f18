"""What a list is narrowed to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.article import Status, TranslationState
from editor.domain.query import ArticleQuery, SortBy
from editor.domain.signing import SignOff
from editor.i18n.interface import set_interface_language
from editor.services.reading import Choices
from editor.ui.widgets.article_filters import QUIET_MS, ArticleFilters
from tests.ui.manual_timers import ManualTimers


@pytest.fixture
def timers() -> ManualTimers:
    return ManualTimers()


@pytest.fixture
def filters(qtbot: QtBot, timers: ManualTimers) -> ArticleFilters:
    made = ArticleFilters(timers)
    qtbot.addWidget(made)
    made.offer(Choices(sections=("City", "World"), languages=("sw",)))
    return made


def test_nothing_is_narrowed_at_first(filters: ArticleFilters) -> None:
    assert filters.query == ArticleQuery()
    assert not filters.is_narrowed


def test_typing_is_waited_for(filters: ArticleFilters, timers: ManualTimers, qtbot: QtBot) -> None:
    QTest.keyClicks(filters.search, "drum")
    timers.forward(QUIET_MS - 1)
    assert filters.query.words == ""
    with qtbot.waitSignal(filters.changed):
        timers.forward(1)
    assert filters.query.words == "drum"


def test_going_down_does_not_wait(filters: ArticleFilters, qtbot: QtBot) -> None:
    QTest.keyClicks(filters.search, "drum")
    with qtbot.waitSignals([filters.changed, filters.left_downward]):
        QTest.keyClick(filters.search, Qt.Key.Key_Down)
    assert filters.query.words == "drum"


def test_choices_and_order_make_the_query(filters: ArticleFilters) -> None:
    filters.status.setCurrentIndex(filters.status.findData("published"))
    filters.status.settle()
    filters.section.setCurrentIndex(filters.section.findData("World"))
    filters.section.settle()
    menu = filters.order.menu()
    assert menu is not None
    menu.actions()[3].trigger()
    query = filters.query
    assert (query.statuses, query.sections) == ((Status.PUBLISHED,), ("World",))
    assert (query.sort, query.descending) == (SortBy.PUBLISHED, False)
    assert filters.is_narrowed
    filters.clear()
    assert filters.query == ArticleQuery(sort=SortBy.PUBLISHED, descending=False)


def test_the_trash_is_a_place_of_its_own(filters: ArticleFilters) -> None:
    filters.status.setCurrentIndex(filters.status.findData("trash"))
    filters.status.settle()
    assert filters.query.in_trash
    assert not filters.is_narrowed


def test_offering_anew_keeps_what_is_chosen(filters: ArticleFilters, qtbot: QtBot) -> None:
    filters.section.setCurrentIndex(filters.section.findData("World"))
    filters.section.settle()
    with qtbot.assertNotEmitted(filters.changed):
        filters.offer(Choices(sections=("Ports", "World"), languages=("sw", "en")))
        filters.retranslate()
    assert filters.query.sections == ("World",)
    assert filters.languages() == ("sw", "en")
    filters.settle()


def test_what_is_not_narrowed_is_said_in_the_interface_language(filters: ArticleFilters) -> None:
    set_interface_language("sw")
    try:
        filters.retranslate()
        assert (filters.section.currentText(), filters.language.currentText()) == ("Sehemu zote", "Lugha zote")
    finally:
        set_interface_language("en")


@pytest.mark.parametrize(
    ("value", "asked"), [("unsigned", (SignOff.NONE, SignOff.CHANGED)), ("changed", (SignOff.CHANGED,))]
)
def test_what_nobody_answers_for_can_be_asked_for(
    filters: ArticleFilters, value: str, asked: tuple[SignOff, ...]
) -> None:
    filters.status.setCurrentIndex(filters.status.findData(value))
    filters.status.settle()
    assert filters.query == ArticleQuery(sign_offs=asked)
    assert filters.is_narrowed


def test_translations_in_one_state_are_asked_for(filters: ArticleFilters) -> None:
    filters.status.setCurrentIndex(filters.status.findText("Source changed since"))
    filters.status.settle()
    assert (filters.query.translation, filters.query.statuses) == (TranslationState.SOURCE_CHANGED, ())
    assert filters.is_narrowed
    filters.status.setCurrentIndex(filters.status.findText("Drafts"))
    filters.status.settle()
    assert (filters.query.translation, filters.query.statuses) == (None, (Status.DRAFT,))
    filters.clear()
    assert not filters.is_narrowed

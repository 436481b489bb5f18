"""The timeline: by date, in one edition or several, in the zone chosen, filled and emptied with undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status, ZoneSource
from editor.domain.edits import CreateArticle, EditSettings
from editor.ui.registry import TIMELINE
from editor.ui.widgets.article_mime import mime_of
from editor.ui.widgets.edition_menu import EditionMenu
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.offer_list import OfferList
from editor.ui.widgets.timeline_column import TimelineList
from editor.ui.widgets.zone_field import ZoneField
from tests.builders import NOON, a_link, an_article, an_external, created, some_settings
from tests.ui.panel_host import PanelHost, hosted, until


@pytest.fixture
def others(desk: Desk) -> list[Article]:
    made = [
        an_article(headline=headline, tags=("ferry",), status=Status.PUBLISHED, published=NOON - timedelta(days=days))
        for headline, days in (("Harbour opens", 9), ("Ferry delayed", 2), ("Bridge planned", 5))
    ]
    desk.articles.apply(created(*made))
    return [desk.articles.get(one.id) for one in made]


@pytest.fixture
def article(desk: Desk, others: list[Article]) -> Article:
    links = (
        a_link(others[0], on_card=False, on_timeline=True),
        a_link(others[1], on_timeline=True),
        a_link(external=an_external(headline="Strike called", published=NOON - timedelta(days=5)), on_timeline=True),
        a_link(pending="on-its-way", on_timeline=True),
    )
    made = an_article(
        headline="Ferry runs again",
        tags=("ferry",),
        links=links,
        display_zone="Asia/Tokyo",
        zone_source=ZoneSource.ASSUMED,
    )
    desk.articles.apply(CreateArticle(made, say("New"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, article: Article) -> PanelHost:
    made = hosted(qtbot, desk, TIMELINE, article)
    until(qtbot, lambda: made.panel.findChild(TimelineList) is not None)
    return made


def shown(host: PanelHost, locale: str = "en") -> list[str]:
    found = host.panel.findChild(TimelineList, f"timeline.list.{locale}")
    if found is None:
        return []
    model = found.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(host: PanelHost, row: int, locale: str = "en") -> str:
    model = host.part(TimelineList, f"timeline.list.{locale}").model()
    return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_entries_stand_newest_first_and_what_cannot_stand_comes_last(host: PanelHost) -> None:
    assert shown(host) == ["Ferry delayed", "Strike called", "Harbour opens", "on-its-way"]
    assert spoken(host, 0) == "Monday, 12 January 2026, 21:00. Ferry delayed"
    assert "not in the newsroom yet" in spoken(host, 3)


def test_the_zone_is_named_and_marked_assumed(host: PanelHost) -> None:
    assert host.part(ZoneField, "timeline.zone").value() == "Asia/Tokyo"
    assert host.part(QLabel, "timeline.assumed").isVisible()


def test_another_zone_is_found_by_part_of_its_name(host: PanelHost) -> None:
    zone = host.part(ZoneField, "timeline.zone")
    zone.setEditText("nairobi")
    zone.settle()
    assert host.article.display_zone == "Africa/Nairobi"
    host.workspace.undo()
    assert host.article.display_zone == "Asia/Tokyo"
    assert zone.value() == "Asia/Tokyo"


def test_what_is_no_zone_is_said_and_changes_nothing(host: PanelHost) -> None:
    zone = host.part(ZoneField, "timeline.zone")
    zone.setEditText("nowhere")
    zone.settle()
    assert host.article.display_zone == "Asia/Tokyo"
    assert len(host.notices) == 1
    assert zone.value() == "Asia/Tokyo"


def test_editions_stand_side_by_side_each_in_its_own_words(qtbot: QtBot, host: PanelHost) -> None:
    actions = host.part(EditionMenu, "timeline.editions").menu().actions()
    next(action for action in actions if action.data() == "sw").trigger()
    until(qtbot, lambda: len(shown(host, "sw")) == 4)
    assert spoken(host, 0, "sw").startswith("Jumatatu, 12. Mwezi wa kwanza 2026, 21:00:00")
    assert host.part(TimelineList, "timeline.list.en").isVisible()


def test_delete_takes_an_entry_off_and_keeps_its_card(qtbot: QtBot, host: PanelHost) -> None:
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(0, 0))
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    until(qtbot, lambda: len(shown(host)) == 3)
    assert host.article.links[1].on_card
    assert not host.article.links[1].on_timeline
    host.workspace.undo()
    until(qtbot, lambda: len(shown(host)) == 4)


def test_an_entry_that_shows_nowhere_else_goes_altogether(host: PanelHost) -> None:
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(2, 0))
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert len(host.article.links) == 3


def test_enter_opens_an_own_article_and_says_where_outside_ones_are_changed(
    host: PanelHost, others: list[Article]
) -> None:
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(0, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert host.requested == [others[1].id]
    entries.setCurrentIndex(entries.model().index(1, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert "Related" in str(host.notices[0])


def test_an_article_is_dragged_in(qtbot: QtBot, host: PanelHost, others: list[Article]) -> None:
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    carried = mime_of([others[2].id])
    host.panel.dropEvent(QDropEvent(QPointF(20, 20), action, carried, button, keys))
    link = host.article.links[-1]
    assert (link.article, link.on_card, link.on_timeline) == (others[2].id, False, True)
    until(qtbot, lambda: "Bridge planned" in shown(host))


def test_an_earlier_article_is_found_and_added_by_keyboard(qtbot: QtBot, host: PanelHost) -> None:
    add = host.part(QPushButton, "timeline.add")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    search = host.part(QLineEdit, "timeline.finder.search")
    QTest.keyClicks(search, "bridge")
    offers = host.part(OfferList, "timeline.finder.offers")
    until(qtbot, lambda: "1 article found" in host.part(QLabel, "timeline.finder.state").text())
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(offers, Qt.Key.Key_Return)
    until(qtbot, lambda: "Bridge planned" in shown(host))
    QTest.keyClick(search, Qt.Key.Key_Escape)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not search.isVisible()


def test_without_entries_it_says_what_belongs_here(qtbot: QtBot, desk: Desk, others: list[Article]) -> None:
    host = hosted(qtbot, desk, TIMELINE, others[0])
    until(qtbot, lambda: "Nothing on the timeline yet" in _visible_words(host))


def test_a_newsroom_without_editions_shows_the_article_s_own_language(
    qtbot: QtBot, desk: Desk, article: Article
) -> None:
    settings = desk.newsroom.settings
    desk.articles.apply(EditSettings(settings, some_settings(editions=()), say("None")))
    host = hosted(qtbot, desk, TIMELINE, article)
    until(qtbot, lambda: len(shown(host)) == 4)
    assert not host.part(EditionMenu, "timeline.editions").isVisible()


def test_reading_only_offers_no_change(qtbot: QtBot, desk: Desk, article: Article) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    host = hosted(qtbot, second, TIMELINE, second.articles.get(article.id))
    host.panel.edit_requested.connect(host.notices.append)
    until(qtbot, lambda: len(shown(host)) == 4)
    assert not host.part(ZoneField, "timeline.zone").isEnabled()
    assert not host.part(QPushButton, "timeline.add").isVisible()
    assert not host.panel.acceptDrops()
    assert host.part(EditionMenu, "timeline.editions").isEnabled()
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(0, 0))
    assert [action.text() for action in entries.actions() if action.isVisible()] == ["Open"]
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert host.notices == []
    second.close()


def _visible_words(host: PanelHost) -> list[str]:
    states = [state for state in host.panel.findChildren(EmptyState) if state.isVisible()]
    return [label.text() for state in states for label in state.findChildren(QLabel)]

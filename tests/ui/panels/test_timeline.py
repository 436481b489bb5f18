"""The timeline: by date, in one edition or several, in the zone chosen, filled and emptied with undo."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status, ZoneSource
from editor.domain.edits import CreateArticle, EditSettings, change_article
from editor.domain.linking import add_links
from editor.domain.problem import Problem
from editor.ui.panels.timeline import MOST_SHOWN
from editor.ui.registry import TIMELINE
from editor.ui.widgets.article_mime import LINK_MIME, mime_of
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.earlier_list import EarlierList
from editor.ui.widgets.edition_menu import EditionMenu
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.offer_list import OfferList
from editor.ui.widgets.rezoning_form import RezoningForm
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


def test_several_dragged_in_are_one_undo_and_links_of_the_related_list_come_too(
    desk: Desk, host: PanelHost, others: list[Article]
) -> None:
    more = an_article(headline="Fares fall", status=Status.PUBLISHED, published=NOON - timedelta(days=3))
    desk.articles.apply(created(more))
    before = host.article.links
    _drop(host, mime_of([others[2].id, more.id, others[0].id]))
    assert [link.article for link in host.article.links[4:]] == [others[2].id, more.id]
    host.workspace.undo()
    assert host.article.links == before
    host.panel.edit_requested.emit(add_links(host.article, [a_link(more, id="card")]))
    _drop(host, mime_of(["card"], LINK_MIME))
    assert host.article.links[-1].on_timeline
    _drop(host, mime_of([others[0].id]))
    assert "already" in str(host.notices[-1])


def test_the_editions_chosen_are_there_again(qtbot: QtBot, desk: Desk, host: PanelHost, article: Article) -> None:
    actions = host.part(EditionMenu, "timeline.editions").menu().actions()
    next(action for action in actions if action.data() == "sw").trigger()
    until(qtbot, lambda: len(shown(host, "sw")) == 4)
    again = hosted(qtbot, desk, TIMELINE, article)
    until(qtbot, lambda: len(shown(again, "sw")) == len(shown(again, "en")) == 4)


def test_earlier_articles_are_shown_and_pulled_in_with_one_undo(qtbot: QtBot, host: PanelHost) -> None:
    before = host.article.links
    pull = host.part(QPushButton, "timeline.pull")
    pull.setFocus()
    QTest.keyClick(pull, Qt.Key.Key_Space)
    earlier = host.part(QListWidget, "timeline.earlier.list")
    until(qtbot, lambda: earlier.count() == 1 and host.focusWidget() is earlier)
    assert "Same tags: ferry" in earlier.item(0).text()
    QTest.keyClick(earlier, Qt.Key.Key_Return)
    until(qtbot, lambda: "Bridge planned" in shown(host))
    assert not pull.isChecked()
    assert not earlier.isVisible()
    host.workspace.undo()
    assert host.article.links == before


def test_an_editions_zone_is_changed_where_it_is_seen(qtbot: QtBot, desk: Desk, others: list[Article]) -> None:
    plain = an_article(headline="Plain", links=(a_link(others[1], on_timeline=True),))
    desk.articles.apply(created(plain))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(plain.id))
    until(qtbot, lambda: shown(host) == ["Ferry delayed"])
    host.part(QToolButton, "timeline.zone.en").click()
    field = host.part(ZoneField, "timeline.zone.en.field")
    field.setEditText("tokyo")
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    until(qtbot, lambda: "21:00" in spoken(host, 0))
    assert [one.display_zone for one in desk.newsroom.settings.editions] == ["", "Asia/Tokyo"]
    assert host.part(ZoneField, "timeline.zone").currentText() == "That of each edition"
    host.workspace.undo()
    until(qtbot, lambda: "21:00" not in spoken(host, 0))
    assert [one.display_zone for one in desk.newsroom.settings.editions] == ["", ""]


def test_a_clock_time_that_a_new_zone_shows_twice_is_asked_about(qtbot: QtBot, desk: Desk) -> None:
    at = datetime(2025, 11, 2, 1, 30, tzinfo=UTC)
    link = a_link(external=an_external(published=at), on_timeline=True)
    made = an_article(headline="Clocks", links=(link,), display_zone="UTC", zone_source=ZoneSource.ASSUMED)
    desk.articles.apply(created(made))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    zone = host.part(ZoneField, "timeline.zone")
    zone.setEditText("America/New_York")
    zone.settle()
    assert host.article.display_zone == "UTC"
    host.part(QPushButton, "timeline.rezoning.keep").click()
    assert zone.value() == "UTC"
    zone.setEditText("America/New_York")
    zone.settle()
    asked = [one for one in host.shown(ChoiceField) if one.objectName() == "timeline.rezoning.0"]
    assert len(asked) == 1
    asked[0].setCurrentIndex(1)
    host.part(QPushButton, "timeline.rezoning.change").click()
    outside = host.article.links[0].external
    assert outside is not None
    assert outside.published == datetime(2025, 11, 2, 6, 30, tzinfo=UTC)
    host.workspace.undo()
    assert host.article == desk.articles.get(made.id)
    assert (host.article.display_zone, host.article.links) == ("UTC", (link,))


def test_an_answer_about_a_date_that_was_changed_meanwhile_is_asked_for_again(qtbot: QtBot, desk: Desk) -> None:
    at = datetime(2025, 11, 2, 1, 30, tzinfo=UTC)
    made = an_article(headline="Clocks", published=at, display_zone="UTC", zone_source=ZoneSource.ASSUMED)
    desk.articles.apply(created(made))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    zone = host.part(ZoneField, "timeline.zone")
    zone.setEditText("America/New_York")
    zone.settle()
    newer = at + timedelta(minutes=15)
    assert host.workspace.request(change_article(host.article, say("Change date"), published=newer)) is None
    host.part(QPushButton, "timeline.rezoning.change").click()
    assert (host.article.display_zone, host.article.published) == ("UTC", newer)
    assert "changed meanwhile" in host.part(QLabel, "timeline.rezoning.lead").text()
    host.part(QPushButton, "timeline.rezoning.change").click()
    assert host.article.published == datetime(2025, 11, 2, 5, 45, tzinfo=UTC)
    assert host.part(RezoningForm, "timeline.rezoning").isHidden()


def test_a_zone_that_leaves_nothing_to_ask_takes_the_question_away(qtbot: QtBot, desk: Desk) -> None:
    at = datetime(2025, 11, 2, 1, 30, tzinfo=UTC)
    made = an_article(headline="Clocks", published=at, display_zone="UTC", zone_source=ZoneSource.ASSUMED)
    desk.articles.apply(created(made))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    for name in ("America/New_York", "Asia/Tokyo"):
        host.part(ZoneField, "timeline.zone").setEditText(name)
        host.part(ZoneField, "timeline.zone").settle()
    assert host.part(RezoningForm, "timeline.rezoning").isHidden()
    assert host.article.display_zone == "Asia/Tokyo"


def test_an_outside_date_is_put_right_in_place(qtbot: QtBot, host: PanelHost) -> None:
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(1, 0))
    field = host.part(InstantField, "timeline.date")
    assert field.isVisible()
    field.setText("2026-01-01 09:00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    until(qtbot, lambda: shown(host)[2] == "Strike called")
    host.workspace.undo()
    until(qtbot, lambda: shown(host)[1] == "Strike called")


def test_a_mark_leads_to_what_mends_it(qtbot: QtBot, desk: Desk, host: PanelHost, others: list[Article]) -> None:
    chosen: list[Problem] = []
    host.panel.problem_chosen.connect(chosen.append)
    draft = an_article(headline="Not out", published=NOON - timedelta(days=1))
    desk.articles.apply(created(draft))
    again = a_link(others[1], on_card=False, on_timeline=True)
    new = [a_link(draft, on_card=False, on_timeline=True), again]
    host.panel.edit_requested.emit(add_links(host.article, new))
    until(qtbot, lambda: len(shown(host)) == 6)
    assert "status is “Draft”" in spoken(host, 0)
    _mend(host, 0)
    assert [(one.article, one.field) for one in chosen] == [(draft.id, "published")]
    assert "stands on the timeline twice" in spoken(host, 2)
    _mend(host, 2)
    until(qtbot, lambda: len(shown(host)) == 5)
    assert again not in host.article.links
    host.workspace.undo()
    assert again in host.article.links


def test_a_silence_leads_to_earlier_articles(qtbot: QtBot, desk: Desk) -> None:
    links = [a_link(external=an_external(published=NOON - timedelta(days=days)), on_timeline=True) for days in (1, 99)]
    made = an_article(headline="Long ago", links=tuple(links))
    desk.articles.apply(created(made))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    until(qtbot, lambda: len(shown(host)) == 2)
    assert "Nothing for 98 days before this." in spoken(host, 0)
    _mend(host, 0)
    until(qtbot, lambda: "No earlier article" in host.part(QLabel, "timeline.earlier.state").text())
    QTest.keyClick(host.part(EarlierList, "timeline.earlier"), Qt.Key.Key_Escape)
    assert not host.part(EarlierList, "timeline.earlier").isVisible()
    assert not host.part(QPushButton, "timeline.pull").isChecked()


def test_a_very_long_timeline_shows_the_newest_and_says_so(qtbot: QtBot, desk: Desk) -> None:
    links = tuple(
        a_link(external=an_external(headline=f"{hours}", published=NOON - timedelta(hours=hours)), on_timeline=True)
        for hours in range(MOST_SHOWN + 20)
    )
    made = an_article(headline="Long", links=links)
    desk.articles.apply(created(made))
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    until(qtbot, lambda: len(shown(host)) == MOST_SHOWN)
    said = host.part(QLabel, "timeline.trouble").text()
    assert said == "This timeline has 320 entries. The newest 300 are shown here; readers get all of them."


def test_a_zone_that_this_computer_does_not_know_is_said_in_place(qtbot: QtBot, desk: Desk) -> None:
    made = an_article(headline="Far", links=(a_link(external=an_external(published=NOON), on_timeline=True),))
    desk.articles.apply(created(made))
    with sqlite3.connect(desk.folder / "newsroom.sqlite3") as connection:  # as a newer computer may have written it
        connection.execute("UPDATE article SET display_zone = 'Mars/Base' WHERE id = ?", (made.id,))
    connection.close()
    host = hosted(qtbot, desk, TIMELINE, desk.articles.get(made.id))
    until(qtbot, lambda: len(shown(host)) == 1)
    assert "does not know the time zone “Mars/Base”" in host.part(QLabel, "timeline.trouble").text()
    assert "12:00" in spoken(host, 0)


def _drop(host: PanelHost, carried: QMimeData) -> None:
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    host.panel.dropEvent(QDropEvent(QPointF(20, 20), action, carried, button, keys))


def _mend(host: PanelHost, row: int) -> None:
    entries = host.part(TimelineList, "timeline.list.en")
    entries.setCurrentIndex(entries.model().index(row, 0))
    next(button for button in host.shown(QPushButton) if button.objectName() == "timeline.mend.0").click()


def _visible_words(host: PanelHost) -> list[str]:
    states = [state for state in host.panel.findChildren(EmptyState) if state.isVisible()]
    return [label.text() for state in states for label in state.findChildren(QLabel)]

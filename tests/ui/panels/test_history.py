"""The history: versions under their days, what differs word by word, and the way back, kept before and undone after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import EditSettings, change_article
from editor.domain.signing import sign_off
from editor.domain.version import VersionKind, VersionRule
from editor.domain.workflow import publish, set_status
from editor.ui.registry import HISTORY
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.version_list import VersionList
from tests.builders import NOON, FixedClock, an_article, changed, created
from tests.ui.panel_host import PanelHost, hosted, until


@pytest.fixture
def clock(desk: Desk) -> FixedClock:
    assert isinstance(desk.clock, FixedClock)
    return desk.clock


@pytest.fixture
def article(desk: Desk, clock: FixedClock) -> Article:
    """Return an article with three stretches of work behind it: named, ready, and the present."""
    made = an_article(headline="Drums in Nara", body="They played the drums.", tags=("Japan",), created_at=NOON)
    desk.articles.apply(created(made))
    desk.articles.keep_version(made.id, "First words")
    clock.forward(90)
    _edit(desk, made.id, body="They played the big drums in Nara.")
    clock.forward(90)
    desk.articles.apply(set_status(desk.articles.get(made.id), Status.READY))
    clock.forward(24 * 3600)
    _edit(desk, made.id, body="They sang in Nara.", tags=("Japan", "Music"))
    return desk.articles.get(made.id)


def _edit(desk: Desk, article_id: str, **fields: object) -> None:
    desk.articles.apply(change_article(desk.articles.get(article_id), say("A change"), **fields))


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, article: Article) -> PanelHost:
    made = hosted(qtbot, desk, HISTORY, article)
    until(qtbot, made.jobs.is_idle)
    return made


def _list(host: PanelHost) -> VersionList:
    found: VersionList = host.part(VersionList, "history.versions")
    return found


def _rows(host: PanelHost) -> list[str]:
    return [_list(host).item(row).text() for row in range(_list(host).count())]


def _choose(qtbot: QtBot, host: PanelHost, words: str) -> None:
    _list(host).setCurrentRow(next(n for n, row in enumerate(_rows(host)) if words in row))
    until(qtbot, host.jobs.is_idle)


def _page(host: PanelHost) -> str:
    page: QTextBrowser = host.part(QTextBrowser, "history.page")
    return page.toPlainText()


def _press(host: PanelHost, link: str) -> None:
    host.part(QTextBrowser, "history.page").anchorClicked.emit(QUrl(link))


def test_versions_stand_under_their_days_with_reason_and_change(host: PanelHost) -> None:
    rows = _rows(host)
    assert rows[0] == "Yesterday"
    assert rows[1].startswith("Status: Ready")
    assert "First words · The first version" in rows
    assert any("Body · 3 words more" in row for row in rows)


def test_named_only_leaves_out_what_came_by_itself(host: PanelHost) -> None:
    before = len(_rows(host))
    host.part(QCheckBox, "history.asked_only").click()
    assert [row.partition(" · ")[0] for row in _rows(host)] == ["Yesterday", "Status: Ready", "First words"]
    host.part(QCheckBox, "history.asked_only").click()
    assert len(_rows(host)) == before


def test_a_version_is_compared_with_the_present_in_every_field(qtbot: QtBot, host: PanelHost) -> None:
    _choose(qtbot, host, "First words")
    page = _page(host)
    assert "They −played+sang" in page.replace("the drums", "").replace("  ", " ") or "−played" in page
    for said in ("Body", "Tags", "+", "Music", "Status", "−Draft", "+Ready"):
        assert said in page, said
    assert "Headline" not in page


def test_and_with_the_one_before_it_or_any_other(qtbot: QtBot, host: PanelHost) -> None:
    _choose(qtbot, host, "Status: Ready")
    with_what: ChoiceField = host.part(ChoiceField, "history.with")
    with_what.setCurrentIndex(with_what.findData("before"))
    with_what.activated.emit(with_what.currentIndex())
    until(qtbot, host.jobs.is_idle)
    assert "Body" not in _page(host)
    assert "+Ready" in _page(host)
    first = host.desk.articles.versions(host.article.id)[-1].id
    with_what.setCurrentIndex(with_what.findData(first))
    with_what.activated.emit(with_what.currentIndex())
    until(qtbot, host.jobs.is_idle)
    assert "+big" in _page(host)


def test_side_by_side_shows_both_texts(qtbot: QtBot, host: PanelHost) -> None:
    _choose(qtbot, host, "First words")
    host.part(QToolButton, "history.look.beside").click()
    page = _page(host)
    assert "Earlier" in page
    assert "Later" in page


def test_pitfall_4_restoring_first_keeps_the_present_and_can_be_undone(qtbot: QtBot, host: PanelHost) -> None:
    """Pitfall 4: a restore put back an older text over a newer one, which was then nowhere."""
    present = host.article
    _choose(qtbot, host, "First words")
    host.part(QPushButton, "history.restore").click()
    assert host.article.body == "They played the drums."
    assert host.article.tags == ("Japan",)
    assert host.article.status is Status.READY  # its course is not set back with its words
    head = host.desk.articles.versions(host.article.id)[0]
    assert head.kind is VersionKind.RESTORE
    kept = host.desk.articles.version(head.id)
    assert (kept.body, kept.tags) == (present.body, present.tags)
    host.workspace.undo()
    assert changed(host.article, changed_at=None) == changed(present, changed_at=None)
    host.workspace.redo()
    assert host.article.body == "They played the drums."
    until(qtbot, host.jobs.is_idle)


def test_one_field_is_restored_alone(qtbot: QtBot, host: PanelHost) -> None:
    _choose(qtbot, host, "First words")
    _press(host, "restore:body")
    assert host.article.body == "They played the drums."
    assert host.article.tags == ("Japan", "Music")
    _press(host, "restore:status")
    assert host.article.status is Status.DRAFT
    until(qtbot, host.jobs.is_idle)


def test_pitfall_7_an_old_text_can_be_copied_out(qtbot: QtBot, host: PanelHost) -> None:
    """Pitfall 7: whatever stands in the way of a restore, the words can be had."""
    _choose(qtbot, host, "First words")
    _press(host, "copy:body")
    assert QGuiApplication.clipboard().text() == "They played the drums."


def test_a_restored_version_with_a_taken_address_is_refused_and_nothing_changes(
    qtbot: QtBot, host: PanelHost, desk: Desk
) -> None:
    _edit(desk, host.article.id, slug="another")
    other = an_article(headline="Drums in Nara")
    desk.articles.apply(created(other))
    host.workspace.open(host.article.id)
    _choose(qtbot, host, "First words")
    _press(host, "restore:address")
    assert host.notices
    assert host.article.slug == "another"
    until(qtbot, host.jobs.is_idle)


def test_the_signed_version_says_who_signed_it(qtbot: QtBot, host: PanelHost) -> None:
    host.workspace.request(sign_off(host.article, "Amina", NOON + timedelta(days=2)))
    until(qtbot, host.jobs.is_idle)
    assert any("Signed off by Amina" in row for row in _rows(host))


def test_it_is_all_done_by_keyboard(qtbot: QtBot, host: PanelHost) -> None:
    versions = _list(host)
    versions.setFocus()
    QTest.keyClick(versions, Qt.Key.Key_Down)
    until(qtbot, lambda: bool(versions.current))
    until(qtbot, host.jobs.is_idle)
    QTest.keyClick(versions, Qt.Key.Key_End)
    until(qtbot, host.jobs.is_idle)
    page = host.part(QTextBrowser, "history.page")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert host.article.body == "They played the drums."
    until(qtbot, host.jobs.is_idle)


def test_a_damaged_version_says_so(qtbot: QtBot, host: PanelHost, desk: Desk) -> None:
    import sqlite3

    other = sqlite3.connect(desk.folder / "newsroom.sqlite3", isolation_level=None)
    other.execute("DROP TRIGGER version_is_never_edited")
    other.execute("UPDATE version SET content = x'00'")
    other.close()
    _choose(qtbot, host, "First words")
    said = [label.text() for label in host.panel.findChildren(QLabel) if label.isVisibleTo(host.panel)]
    assert any("cannot be read" in text for text in said)
    assert not host.part(QPushButton, "history.restore").isEnabled()


def test_an_article_without_versions_says_how_they_come(qtbot: QtBot, desk: Desk) -> None:
    new = an_article(headline="New")
    desk.articles.apply(created(new))
    host = hosted(qtbot, desk, HISTORY, new)
    states = [state for state in host.panel.findChildren(EmptyState) if state.isVisibleTo(host.panel)]
    assert len(states) == 1
    assert not _list(host).isVisibleTo(host.panel)
    host.part(QPushButton, "empty_state.action")
    buttons = [one for one in host.panel.findChildren(QPushButton, "empty_state.action") if one.isVisibleTo(host.panel)]
    buttons[0].click()
    assert _rows(host) == ["Today", "Unnamed version · The first version"]


def test_old_versions_go_only_after_it_was_said_which(qtbot: QtBot, desk: Desk, clock: FixedClock) -> None:
    made = an_article(headline="Old", body="0", created_at=NOON)
    desk.articles.apply(created(made))
    for number in range(5):
        clock.forward(90)
        _edit(desk, made.id, body=f"{number + 1}")
    clock.forward(40 * 24 * 3600)
    host = hosted(qtbot, desk, HISTORY, made)
    look = host.part(QPushButton, "history.thin_out")
    assert not look.isVisibleTo(host.panel)
    settings = desk.newsroom.settings
    daily = EditSettings(settings, replace(settings, version_rule=VersionRule.DAILY), say("Settings"))
    host.workspace.request(daily)
    assert look.isVisibleTo(host.panel)
    look.click()
    until(qtbot, host.jobs.is_idle)
    assert "4 versions would go" in host.part(QLabel, "history.thinning").text()
    assert len(desk.articles.versions(made.id)) == 5
    host.part(QPushButton, "history.keep_all").click()
    assert len(desk.articles.versions(made.id)) == 5
    look.click()
    until(qtbot, host.jobs.is_idle)
    host.part(QPushButton, "history.let_go").click()
    assert [desk.articles.version(head.id).body for head in desk.articles.versions(made.id)] == ["4"]
    until(qtbot, host.jobs.is_idle)


def test_publishing_is_a_version_at_once(qtbot: QtBot, host: PanelHost, clock: FixedClock) -> None:
    host.workspace.request(publish(host.article, clock.now()))
    until(qtbot, host.jobs.is_idle)
    assert any("Status: Published" in row for row in _rows(host))


def test_what_is_typed_meanwhile_is_compared_when_the_typing_pauses(qtbot: QtBot, host: PanelHost) -> None:
    _choose(qtbot, host, "First words")
    host.workspace.request(change_article(host.article, say("Typing"), headline="Drums in Nara again"))
    assert "again" not in _page(host)
    until(qtbot, lambda: "again" in _page(host))
    assert _list(host).current

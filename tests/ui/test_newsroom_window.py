"""Newsroom settings: each change is on disk at once and taken back by Undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.edits import Change, CreateArticle, Edit
from editor.domain.settings import Consent, Edition, NewsroomSettings, Publisher
from editor.domain.version import VersionRule
from editor.ui.newsroom_window import NewsroomWindow
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.text_field import TextField
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


@pytest.fixture
def workspace(desk: Desk, parent: QWidget) -> Workspace:
    return Workspace(desk, parent)


@pytest.fixture
def window(workspace: Workspace, parent: QWidget) -> Iterator[NewsroomWindow]:
    made = NewsroomWindow(workspace, parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.show()
    yield made
    made.close()


def _type(field: object, text: str) -> None:
    assert isinstance(field, TextField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_every_word_of_the_newsroom_can_be_changed(window: NewsroomWindow, desk: Desk) -> None:
    _type(window.newsroom.fields["name"], "Harbour Post")
    _type(window.newsroom.fields["base_url"], "https://post.example")
    _type(window.newsroom.fields["privacy_policy_url"], "https://post.example/privacy")
    _type(window.newsroom.fields["analytics_url"], "https://count.example/x.js")
    _type(window.publisher.fields["name"], "Harbour Trust")
    zone = window.newsroom.fields["display_zone"]
    assert isinstance(zone, ChoiceField)
    zone.setCurrentIndex(zone.findData("Africa/Nairobi"))
    zone.settle()
    settings = desk.newsroom.settings
    assert settings.name == "Harbour Post"
    assert settings.base_url == "https://post.example"
    assert settings.privacy_policy_url == "https://post.example/privacy"
    assert settings.analytics_url == "https://count.example/x.js"
    assert settings.publisher == Publisher(name="Harbour Trust")
    assert settings.display_zone == "Africa/Nairobi"


def test_a_rule_for_old_versions_is_chosen(window: NewsroomWindow, desk: Desk) -> None:
    rule = window.newsroom.fields["version_rule"]
    assert isinstance(rule, ChoiceField)
    rule.setCurrentIndex(rule.findData("daily"))
    rule.settle()
    assert desk.newsroom.settings.version_rule is VersionRule.DAILY


def test_undo_takes_a_setting_back_and_the_field_follows(
    window: NewsroomWindow, workspace: Workspace, desk: Desk
) -> None:
    was = desk.newsroom.settings.name
    _type(window.newsroom.fields["name"], "Harbour Post")
    window.setFocus()
    workspace.undo()
    assert desk.newsroom.settings.name == was
    name = window.newsroom.fields["name"]
    assert isinstance(name, TextField)
    assert name.text() == was


def test_what_a_rule_forbids_is_said_and_not_stored(window: NewsroomWindow, desk: Desk) -> None:
    was = desk.newsroom.settings
    zone = window.newsroom.fields["display_zone"]
    assert isinstance(zone, ChoiceField)
    zone.setEditText("Atlantis/Capital")
    zone.settle()
    assert window.notice.isVisible()
    assert "Atlantis/Capital" in window.notice.text
    assert "Atlantis/Capital" in zone.accessibleDescription()
    assert desk.newsroom.settings == was


@pytest.mark.parametrize("way", ["escape", "typed again"])
@pytest.mark.parametrize("page", ["newsroom", "rules"])
def test_the_bar_says_nothing_of_what_is_not_in_its_field_any_more(
    window: NewsroomWindow, desk: Desk, page: str, way: str
) -> None:
    field = window.newsroom.fields["name"] if page == "newsroom" else window.rules.weight
    assert isinstance(field, TextField)
    before, was = desk.newsroom.settings, field.text()
    window.tabs.setCurrentIndex(0 if page == "newsroom" else 4)
    _type(field, " ")
    assert window.notice.isVisible()
    if way == "escape":
        QTest.keyClick(field, Qt.Key.Key_Escape)
    else:
        _type(field, was)
    assert field.text() == was
    assert not window.notice.isVisible()
    assert desk.newsroom.settings == before


def test_a_setting_that_stays_as_it_is_leaves_the_offer_to_take_another_back(
    window: NewsroomWindow, desk: Desk
) -> None:
    QTest.mouseClick(window.editions.cards[0].remove, Qt.MouseButton.LeftButton)
    window.rules.committed.emit(desk.newsroom.settings)
    assert window.notice.isVisible()


def test_a_setting_that_stays_as_it_is_leaves_what_it_did_not_say(window: NewsroomWindow, desk: Desk) -> None:
    window.tabs.setCurrentIndex(4)
    weight = window.rules.weight
    _type(weight, "900")
    window.refuse(Fault(say("What you typed is not on the disk."), say("The disk is full.")))
    QTest.keyClicks(weight, "1")
    QTest.keyClick(weight, Qt.Key.Key_Backspace)
    assert weight.text() == "900"
    assert window.notice.isVisible()
    _type(weight, " ")
    window.refuse(Fault(say("What you typed is not on the disk."), say("The disk is full.")))
    window.rules.committed.emit(desk.newsroom.settings)
    window.styles.committed.emit(desk.newsroom.settings)
    assert window.notice.isVisible()


class FullDisk:
    """Lets the articles' one write door fail while it is full."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = True
        self._apply = desk.articles.apply
        monkeypatch.setattr(desk.articles, "apply", self.apply)

    def apply(self, edit: Edit) -> Change:
        if self.is_full:
            raise Fault(say("Your last words were not saved."), say("The disk is full."))
        return self._apply(edit)


def test_a_change_that_succeeds_saves_what_the_disk_did_not_take_before(
    window: NewsroomWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(desk, monkeypatch)
    _type(window.newsroom.fields["base_url"], "https://post.example")
    assert "disk is full" in window.notice.text
    disk.is_full = False
    _type(window.newsroom.fields["name"], "Harbour Post")
    assert (desk.newsroom.settings.name, desk.newsroom.settings.base_url) == ("Harbour Post", "https://post.example")
    assert not window.notice.isVisible()


def test_what_was_typed_back_while_the_disk_was_full_stays_as_it_was(
    window: NewsroomWindow, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, was = FullDisk(desk, monkeypatch), desk.newsroom.settings.name
    _type(window.newsroom.fields["name"], "Wrong Name")
    _type(window.newsroom.fields["name"], was)
    disk.is_full = False
    _type(window.newsroom.fields["base_url"], "https://post.example")
    assert (desk.newsroom.settings.name, desk.newsroom.settings.base_url) == (was, "https://post.example")
    assert not workspace.has_unsaved


def test_fields_of_the_publisher_that_the_disk_did_not_take_are_saved_together(
    window: NewsroomWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(desk, monkeypatch)
    _type(window.publisher.fields["name"], "Harbour Trust")
    disk.is_full = False
    _type(window.publisher.fields["url"], "https://trust.example")
    publisher = desk.newsroom.settings.publisher
    assert (publisher.name, publisher.url) == ("Harbour Trust", "https://trust.example")


def test_a_change_that_succeeds_leaves_the_offer_to_save_something_else(
    window: NewsroomWindow, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, article = FullDisk(desk, monkeypatch), an_article()
    workspace.request(CreateArticle(article, say("New"), NOON))
    _type(window.newsroom.fields["base_url"], "https://post.example")
    disk.is_full = False
    _type(window.newsroom.fields["name"], "Harbour Post")
    assert desk.newsroom.settings.name == "Harbour Post"
    assert window.notice.isVisible(), "the article is not saved yet"
    window.notice.action_requested.emit()
    assert desk.articles.get(article.id).headline == article.headline
    assert not window.notice.isVisible()


def test_a_change_that_succeeds_leaves_what_is_said_of_another_field_or_page(window: NewsroomWindow) -> None:
    _type(window.newsroom.fields["base_url"], "https://post.example")
    _type(window.newsroom.fields["name"], " ")
    said = window.notice.text
    _type(window.newsroom.fields["privacy_policy_url"], "https://post.example/privacy")
    assert (window.notice.isVisible(), window.notice.text) == (True, said)
    window.labels.refused.emit(Fault(say("The labels could not be read."), say("The disk says no.")))
    _type(window.newsroom.fields["name"], "Harbour Post")
    assert "labels could not be read" in window.notice.text
    assert window.notice.isVisible()


def test_another_change_does_not_take_away_what_was_refused(window: NewsroomWindow, desk: Desk) -> None:
    was = desk.newsroom.settings.base_url
    site = window.newsroom.fields["base_url"]
    _type(site, "news example")
    _type(window.newsroom.fields["name"], "Harbour Post")
    assert isinstance(site, TextField)
    assert site.text() == "news example"
    assert "address" in site.accessibleDescription()
    assert (desk.newsroom.settings.base_url, desk.newsroom.settings.name) == (was, "Harbour Post")


def test_closing_takes_what_was_typed_last(window: NewsroomWindow, desk: Desk) -> None:
    name = window.newsroom.fields["name"]
    assert isinstance(name, TextField)
    name.selectAll()
    QTest.keyClicks(name, "Last words")
    window.close()
    assert desk.newsroom.settings.name == "Last words"


def test_a_window_that_only_reads_says_so_and_changes_nothing(desk: Desk, parent: QWidget) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    window = NewsroomWindow(Workspace(second, parent), parent)
    window.show()
    assert window.notice.text == str(second.read_only)
    assert not window.editions.isEnabled()
    window.close()
    second.close()


def test_editions_are_added_changed_raised_and_removed(window: NewsroomWindow, desk: Desk) -> None:
    page = window.editions
    page.language.show_value("fr")
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert [edition.locale for edition in desk.newsroom.settings.editions] == ["sw", "en", "fr"]
    french = page.cards[2]
    _type(french.path, "actualites")
    french.fold.set_open(is_open=True)
    french.consent.setCurrentIndex(french.consent.findData("notice"))
    french.consent.settle()
    assert desk.newsroom.settings.edition("fr") == Edition(locale="fr", base_path="actualites", consent=Consent.NOTICE)
    QTest.mouseClick(french.up, Qt.MouseButton.LeftButton)
    assert [edition.locale for edition in desk.newsroom.settings.editions] == ["sw", "fr", "en"]
    articles = desk.articles.all()
    before = desk.newsroom.settings
    QTest.mouseClick(page.cards[0].remove, Qt.MouseButton.LeftButton)
    assert [edition.locale for edition in desk.newsroom.settings.editions] == ["fr", "en"]
    assert desk.articles.all() == articles
    assert "articles are all there" in window.notice.text
    window.notice.action_requested.emit()
    assert desk.newsroom.settings == before
    assert [card.tag for card in page.cards] == ["sw", "fr", "en"]


def test_dates_are_shown_as_they_are_typed(window: NewsroomWindow, desk: Desk) -> None:
    page = window.styles
    page.language.show_value("en")
    page.language.committed.emit("en")
    field = page.fields.lines["date"]
    field.setFocus()
    QTest.keyClicks(field, "d.M.y")
    assert page.dates.samples["date"].text() == "9.1.2026"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.newsroom.settings.house_styles["en"].date == "d.M.y"


def test_a_style_is_taken_back_by_undo(window: NewsroomWindow, workspace: Workspace) -> None:
    page = window.styles
    page.language.committed.emit("en")
    page.fill.click()
    assert page.fields.lines["date"].text() == "d MMMM y"
    workspace.undo()
    assert page.fields.lines["date"].text() == ""
    assert "en" not in workspace.desk.newsroom.settings.house_styles


def test_nothing_of_the_newsroom_file_is_missing_in_the_window(window: NewsroomWindow) -> None:
    shown = set(window.newsroom.fields) | {"publisher", "editions", "house_styles", "page_labels", "checks", "extra"}
    assert shown == set(NewsroomSettings.__dataclass_fields__)
    assert set(window.publisher.fields) == set(Publisher.__dataclass_fields__)


def test_it_opens_at_the_setting_that_is_to_be_put_right(qtbot: QtBot, window: NewsroomWindow) -> None:
    window.activateWindow()
    window.go_to("base_url")
    qtbot.waitUntil(window.newsroom.fields["base_url"].hasFocus)
    window.go_to("editions")
    assert window.editions.isVisible()


def test_a_file_of_labels_that_cannot_be_read_offers_nothing_that_takes_something_else_back(
    window: NewsroomWindow, desk: Desk
) -> None:
    QTest.mouseClick(window.editions.cards[0].remove, Qt.MouseButton.LeftButton)
    gone = desk.newsroom.settings
    window.labels.refused.emit(Fault(say("The labels could not be read."), say("The disk says no.")))
    assert not window.notice.findChildren(QPushButton, "notice.action")[0].isVisible()
    window.notice.action_requested.emit()
    assert desk.newsroom.settings == gone


def test_undo_is_offered_for_a_removed_edition_until_something_else_is_changed(
    window: NewsroomWindow, workspace: Workspace, desk: Desk
) -> None:
    QTest.mouseClick(window.editions.cards[0].remove, Qt.MouseButton.LeftButton)
    assert window.notice.isVisible()
    article = an_article()
    workspace.request(CreateArticle(article, say("New"), NOON))
    assert not window.notice.isVisible()
    window.notice.action_requested.emit()
    assert desk.articles.get(article.id).trashed_at is None

"""The window of a newsroom: appears with the last article, settles before it goes, keeps what the disk refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, Edit, EditSettings, change_article
from editor.services.machine import load_machine
from editor.ui.command_palette import CommandPalette
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.markdown_edit import MarkdownEdit
from tests.builders import NOON, an_article, created
from tests.ui.plain_panel import PlainPanel, three

Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Ferry fares fall")
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def opened(qtbot: QtBot, studio: Studio) -> Iterator[Opened]:
    windows: list[MainWindow] = []

    def open_on(desk: Desk) -> MainWindow:
        window = MainWindow(desk, studio, three())
        windows.append(window)
        with qtbot.waitSignal(window.ready):
            window.appear()
        qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
        return window

    yield open_on
    for window in windows:
        window.close()
        window.close()
        window.deleteLater()


def _panel(window: MainWindow, name: str = "draft") -> PlainPanel:
    return cast("PlainPanel", window.docks.by_id[name].build())


@pytest.mark.usefixtures("article")
def test_the_last_article_is_there_before_anything_else(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    assert window.moments.is_painted
    assert _panel(window).diary[-1] == "show Ferry fares fall"
    assert window.windowTitle() == "The Desk — Makala"


def test_panels_on_the_right_wait_for_the_first_painting(qtbot: QtBot, studio: Studio, desk: Desk) -> None:
    window = MainWindow(desk, studio, three())
    assert all(dock.panel is None for dock in window.docks.by_id.values())
    built_when_ready: list[str] = []
    window.ready.connect(
        lambda: built_when_ready.extend(name for name, dock in window.docks.by_id.items() if dock.panel is not None)
    )
    window.appear()
    qtbot.waitUntil(lambda: window.docks.by_id["first"].panel is not None)
    assert built_when_ready == ["draft"]
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    window.close()
    window.deleteLater()


@pytest.mark.usefixtures("article")
def test_a_second_window_says_that_it_only_reads(opened: Opened, desk: Desk) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    window = opened(second)
    assert window.standing.isVisible()
    assert window.standing.text == str(second.read_only)
    assert window.standing.text.startswith("You can read here. Writing is open at Amina")
    assert not window.menu_actions["article.new"].isEnabled()
    assert not window.menu_actions["article.trash"].isEnabled()
    assert window.menu_actions["newsroom.archive"].isEnabled()


def test_actions_follow_what_is_open(opened: Opened, desk: Desk, article: Article) -> None:
    window = opened(desk)
    assert window.menu_actions["article.publish"].isEnabled()
    assert window.menu_actions["status.draft"].isChecked()
    window.menu_actions["status.ready"].trigger()
    assert desk.articles.get(article.id).status is Status.READY
    assert window.menu_actions["status.ready"].isChecked()
    window.workspace.open("")
    assert not window.menu_actions["article.publish"].isEnabled()


def test_a_new_name_of_the_newsroom_is_in_the_title_at_once(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    before = desk.newsroom.settings
    window.workspace.request(EditSettings(before, replace(before, name="Harbour Post"), say("Newsroom settings")))
    assert window.windowTitle() == "Harbour Post — Makala"


def test_trouble_that_cannot_be_tried_again_here_offers_no_button(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    window.show_error(Fault(say("The backup could not be read back.")))
    action = window.notice.findChild(QPushButton, "notice.action")
    assert action is not None
    assert window.notice.isVisible()
    assert not action.isVisible()


def test_closing_settles_panels_remembers_the_layout_and_asks_nothing(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    window.docks.by_id["left"].close()
    window.resize(1000, 640)
    assert window.close()
    assert _panel(window).diary[-1] == "settle"
    machine = load_machine()
    assert machine.layout
    assert machine.window


def test_the_layout_is_back_at_the_next_start(opened: Opened, desk: Desk) -> None:
    first = opened(desk)
    first.docks.by_id["left"].close()
    first.close()
    again = opened(open_desk(desk.folder))
    assert again.docks.by_id["left"].isHidden()
    again.menu_actions["layout.reset"].trigger()
    assert again.docks.by_id["left"].isVisible()


def test_the_newsroom_can_be_opened_again_after_closing(opened: Opened, desk: Desk) -> None:
    opened(desk).close()
    again = open_desk(desk.folder, mode=OpenMode.WRITE)
    assert not again.read_only
    again.close()


class _FullDisk:
    """The articles of a desk on a full disk."""

    def __init__(self, desk: Desk) -> None:
        self._articles = desk.articles
        self.is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._articles, name)

    def apply(self, edit: Edit) -> Change:
        if self.is_full:
            raise Fault(say("Your last words were not saved."), say("The disk is full."))
        return self._articles.apply(edit)


def test_words_that_a_full_disk_refuses_are_kept_and_closing_says_so_once(
    opened: Opened, desk: Desk, article: Article
) -> None:
    disk = _FullDisk(desk)
    window = opened(replace(desk, articles=disk))  # type: ignore[arg-type]
    _panel(window).edit_requested.emit(change_article(article, say("Typing"), body="The last words"))
    dock = window.docks.by_id["draft"]
    assert "The disk is full." in dock.notice.text
    assert "Your words are kept on this computer" in dock.notice.text
    status = window.status.findChild(QLabel, "status.saved")
    assert isinstance(status, QLabel)
    assert status.text() == "Not saved yet"
    (kept,) = window.rescue.files.values()
    assert "The last words" in kept.read_text(encoding="utf-8")
    assert not window.close()
    assert "kept on this computer" in window.notice.text
    disk.is_full = False
    window.notice.action_requested.emit()
    assert desk.articles.get(article.id).body == "The last words"
    assert not kept.exists()
    assert window.close()


def test_pitfall_11_when_the_trouble_is_over_no_bar_speaks_of_it_any_more(
    opened: Opened, desk: Desk, article: Article
) -> None:
    disk = _FullDisk(desk)
    window = opened(replace(desk, articles=disk))  # type: ignore[arg-type]
    _panel(window).edit_requested.emit(change_article(article, say("Typing"), body="The last words"))
    dock = window.docks.by_id["draft"]
    assert not window.close()
    assert dock.notice.isVisible()
    assert window.notice.isVisible()
    disk.is_full = False
    assert window.workspace.retry() is None
    assert dock.notice.isHidden()
    assert window.notice.isHidden()
    assert desk.articles.get(article.id).body == "The last words"
    window.tell(say("The backup is made."))
    window.notice.dismiss_fault()
    assert window.notice.isVisible()


def test_files_dropped_on_the_window_are_welcome(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    for urls, is_welcome in (([QUrl.fromLocalFile("/a/b.md")], True), ([QUrl("https://x.example")], False)):
        mime = QMimeData()
        mime.setUrls(urls)
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        window.dragEnterEvent(event)
        assert event.isAccepted() is is_welcome


def test_what_is_done_can_be_shown_in_its_folder(opened: Opened, desk: Desk) -> None:
    window = opened(desk)
    window.tell(say("Backed up."), str(desk.folder))
    assert window.notice.isVisible()
    assert window.notice.property("kind") == "done"


def test_the_persons_face_and_size_reach_the_panels(opened: Opened, desk: Desk, studio: Studio) -> None:
    window = opened(desk)
    studio.remembered.change(text_face="Georgia", text_size=21)
    assert _panel(window).diary[-1] == "look Georgia 21"
    assert "look Georgia 21" in _panel(window, "second").diary


@pytest.fixture
def whole(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    """Give the test the window with its real panels, three articles in it, the second opened last."""
    made = [an_article(headline=name, slug=name.lower(), body=f"{name} body.") for name in ("Ferry", "Bridge", "Water")]
    desk.articles.apply(created(*made))
    desk.articles.remember_opened(made[1].id)
    window = MainWindow(desk, studio)
    with qtbot.waitSignal(window.ready):
        window.appear()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


def _body(window: MainWindow) -> MarkdownEdit:
    body = window.findChild(MarkdownEdit, "draft.body")
    assert body is not None
    return body


def _type(window: MainWindow, words: str) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_a_newsroom_opened_again_is_ready_to_be_written_on(qtbot: QtBot, whole: MainWindow) -> None:
    qtbot.waitUntil(_body(whole).hasFocus)
    _type(whole, " On.")
    assert _body(whole).text() == "Bridge body. On."


def test_enter_in_the_list_leads_into_the_draft_and_a_click_does_not(qtbot: QtBot, whole: MainWindow) -> None:
    qtbot.waitUntil(_body(whole).hasFocus)
    articles = whole.findChild(ArticleList)
    assert articles is not None
    qtbot.waitUntil(lambda: articles.model().rowCount() == 3)
    place = articles.visualRect(articles.model().index(0, 0)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert articles.hasFocus()
    QTest.keyClick(articles, Qt.Key.Key_Return)
    qtbot.waitUntil(_body(whole).hasFocus)
    before = _body(whole).text()
    _type(whole, "!")
    assert _body(whole).text() == f"{before}!"


def test_the_palette_leads_into_the_draft_where_the_cursor_was(qtbot: QtBot, whole: MainWindow) -> None:
    qtbot.waitUntil(_body(whole).hasFocus)
    QTest.keyClick(_body(whole), Qt.Key.Key_Home)
    for headline in ("Ferry", "Bridge"):
        search = whole.findChild(QLineEdit, "articles.search")
        assert search is not None
        search.setFocus()
        whole.menu_actions["go.article"].trigger()
        palette = whole.findChild(CommandPalette)
        assert palette is not None
        QTest.keyClicks(palette.field, headline)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        whole.activateWindow()  # as the desktop does when the window over it is gone
        qtbot.waitUntil(_body(whole).hasFocus)
        assert whole.workspace.article is not None
        assert whole.workspace.article.headline == headline
        qtbot.waitUntil(lambda: whole.findChild(CommandPalette) is None)
    _type(whole, "The ")
    assert _body(whole).text() == "The Bridge body."

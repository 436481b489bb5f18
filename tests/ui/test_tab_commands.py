"""Several articles open in one window: tabs, last use, back and forward, remembered for the next start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.domain.article import Article
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.writing_field import WritingField
from tests.builders import an_article, created

NAMES = ("Ferry", "Bridge", "Harbour")


@pytest.fixture
def articles(desk: Desk) -> dict[str, Article]:
    made = {name: an_article(headline=name, body=f"{name} body.") for name in NAMES}
    desk.articles.apply(created(*made.values()))
    desk.articles.remember_opened(made["Ferry"].id)
    return made


def _window(qtbot: QtBot, studio: Studio, desk: Desk) -> MainWindow:
    window = MainWindow(desk, studio)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.appear()
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    return window


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk, articles: dict[str, Article]) -> Iterator[MainWindow]:
    assert articles
    made = _window(qtbot, studio, desk)
    qtbot.waitUntil(_body(made).hasFocus)
    yield made
    made.close()
    made.deleteLater()


def _body(window: MainWindow) -> MarkdownEdit:
    body = window.findChild(MarkdownEdit, "draft.body")
    assert body is not None
    return body


def _shown(window: MainWindow) -> list[str]:
    return [window.tabs.strip.tabText(index) for index in range(window.tabs.strip.count())]


def _open(window: MainWindow) -> str:
    return window.workspace.article.headline if window.workspace.article is not None else ""


def _write_on(window: MainWindow, *articles: Article) -> None:
    for article in articles:
        window.view.write(article.id)


def test_what_is_looked_at_in_the_list_shares_a_tab_until_it_is_written_on(
    qtbot: QtBot, window: MainWindow, articles: dict[str, Article]
) -> None:
    window.docks.by_id["articles"].bring_forward()
    window.workspace.open(articles["Bridge"].id)
    assert _shown(window) == ["Ferry", "Bridge …"]
    window.workspace.open(articles["Harbour"].id)
    assert _shown(window) == ["Ferry", "Harbour …"]
    window.docks.by_id["draft"].bring_forward()
    qtbot.waitUntil(_body(window).hasFocus)
    assert _shown(window) == ["Ferry", "Harbour"]


def test_pitfall_6_each_tab_keeps_its_own_undo(qtbot: QtBot, window: MainWindow, articles: dict[str, Article]) -> None:
    QTest.keyClicks(_body(window), " One.")
    _write_on(window, articles["Bridge"])
    qtbot.waitUntil(_body(window).hasFocus)
    QTest.keyClicks(_body(window), " Two.")
    window.menu_actions["tab.previous"].trigger()
    qtbot.waitUntil(_body(window).hasFocus)
    assert _body(window).text() == "Ferry body. One."
    window.menu_actions["edit.undo"].trigger()
    assert _body(window).text() == "Ferry body."
    window.menu_actions["tab.next"].trigger()
    assert _body(window).text() == "Bridge body. Two."
    window.workspace.settle()
    assert window.workspace.desk.articles.get(articles["Bridge"].id).body == "Bridge body. Two."


def test_walking_by_last_use_ends_when_the_key_is_let_go(window: MainWindow, articles: dict[str, Article]) -> None:
    _write_on(window, articles["Bridge"], articles["Harbour"])
    for expected in ("Bridge", "Ferry"):
        window.menu_actions["tab.used_before"].trigger()
        assert _open(window) == expected
    release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(_body(window), release)
    window.menu_actions["tab.used_before"].trigger()
    assert _open(window) == "Harbour"


def test_back_and_forward_by_key_and_by_mouse(window: MainWindow, articles: dict[str, Article]) -> None:
    _write_on(window, articles["Bridge"], articles["Harbour"])
    window.menu_actions["go.back"].trigger()
    assert _open(window) == "Bridge"
    for button, expected in ((Qt.MouseButton.BackButton, "Ferry"), (Qt.MouseButton.ForwardButton, "Bridge")):
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            QPointF(5, 5),
            _body(window).mapToGlobal(QPointF(5, 5)),
            button,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(_body(window).viewport(), press)
        assert _open(window) == expected


def test_closing_and_opening_again(qtbot: QtBot, window: MainWindow, articles: dict[str, Article]) -> None:
    _write_on(window, articles["Bridge"], articles["Harbour"])
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert (_open(window), _shown(window)) == ("Bridge", ["Ferry", "Bridge"])
    window.menu_actions["tab.reopen"].trigger()
    assert (_open(window), _shown(window)) == ("Harbour", ["Ferry", "Bridge", "Harbour"])
    window.menu_actions["tab.close_others"].trigger()
    assert (_open(window), _shown(window)) == ("Harbour", ["Harbour"])
    window.menu_actions["article.trash"].trigger()
    qtbot.waitUntil(lambda: _shown(window) == [])
    window.menu_actions["edit.undo"].trigger()
    assert _open(window) == "Harbour"
    window.menu_actions["tab.close"].trigger()
    assert not _shown(window)
    assert not window.menu_actions["tab.close"].isEnabled()


def test_a_trashed_article_leaves_its_tab_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, articles: dict[str, Article]
) -> None:
    QTest.keyClicks(_body(window), "!")
    _write_on(window, articles["Bridge"], articles["Harbour"], articles["Ferry"])
    window.menu_actions["article.trash"].trigger()
    qtbot.waitUntil(lambda: _open(window) == "Harbour")
    assert _shown(window) == ["Bridge", "Harbour"]
    window.menu_actions["edit.undo"].trigger()
    assert (_open(window), _shown(window)) == ("Ferry", ["Ferry", "Bridge", "Harbour"])
    assert _body(window).document().isUndoAvailable()


def test_tabs_follow_the_headline_as_it_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    headline = window.findChild(WritingField, "draft.headline")
    assert headline is not None
    headline.setFocus()
    QTest.keyClicks(headline, "The ")
    qtbot.waitUntil(lambda: _shown(window) == ["The Ferry"])
    qtbot.waitUntil(headline.hasFocus)


def test_the_open_articles_are_back_at_the_next_start(
    qtbot: QtBot, studio: Studio, desk: Desk, articles: dict[str, Article]
) -> None:
    first = _window(qtbot, studio, desk)
    _write_on(first, articles["Bridge"], articles["Harbour"], articles["Bridge"])
    qtbot.waitUntil(lambda: "Bridge" in _shown(first))
    first.tabs.strip.moveTab(0, 2)
    first.close()
    first.deleteLater()
    again_desk = open_desk(desk.folder, person="Amina", mode=OpenMode.WRITE_OR_READ)
    again = _window(qtbot, studio, again_desk)
    assert (_open(again), _shown(again)) == ("Bridge", ["Bridge", "Harbour", "Ferry"])
    again.close()
    again.deleteLater()


def test_an_article_that_is_gone_is_left_out(qtbot: QtBot, studio: Studio, desk: Desk) -> None:
    studio.remembered.change(tabs={str(desk.folder.resolve()): ("no such", "article")})
    window = _window(qtbot, studio, desk)
    assert _shown(window) == []
    window.close()
    window.deleteLater()

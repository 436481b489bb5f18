"""The windows beside the main one open from their actions and close without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui.command_palette import CommandPalette
from editor.ui.further_windows import selected_words
from editor.ui.main_window import MainWindow
from editor.ui.newsroom_window import NewsroomWindow
from editor.ui.replace_window import ReplaceWindow
from editor.ui.studio import Studio
from tests.builders import an_article, created
from tests.ui.plain_panel import three


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    desk.articles.apply(created(an_article(headline="Ferry")))
    made = MainWindow(desk, studio, three())
    with qtbot.waitSignal(made.ready):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


def _opened(qapp: QApplication, name: str) -> QWidget:
    (found,) = [one for one in qapp.topLevelWidgets() if one.objectName() == name and one.isVisible()]
    return found


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("newsroom.settings", "newsroom_settings"),
        ("app.preferences", "preferences"),
        ("help.open", "help"),
        ("help.keys", "shortcuts"),
        ("help.about", "help"),
        ("newsroom.take_in", "take_in"),
        ("find.everywhere", "replace_everywhere"),
        ("go.anything", "palette"),
        ("go.article", "palette"),
        ("newsroom.new", "new_newsroom"),
        ("article.keep", "keep_version"),
    ],
)
def test_a_window_opens_and_goes(
    qtbot: QtBot, qapp: QApplication, studio: Studio, window: MainWindow, action: str, name: str
) -> None:
    studio.window = window
    window.menu_actions[action].trigger()
    opened = _opened(qapp, name)
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    with qtbot.waitSignal(opened.destroyed):
        opened.close()
    studio.window = None


def test_the_palette_does_what_is_chosen(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    window.menu_actions["go.anything"].trigger()
    palette = _opened(qapp, "palette")
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.field, "dark")
    with qtbot.waitSignal(palette.action_chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.menu_actions["look.dark"].isChecked()


def test_a_version_is_named_and_kept(qapp: QApplication, window: MainWindow, desk: Desk) -> None:
    window.menu_actions["article.keep"].trigger()
    asked = _opened(qapp, "keep_version")
    assert isinstance(asked, QInputDialog)
    asked.setTextValue("Before the edit")
    asked.accept()
    article = window.workspace.article
    assert article is not None
    assert "Before the edit" in [version.label for version in desk.articles.versions(article.id)]
    assert "Before the edit" in _said(window)


def _said(window: MainWindow) -> str:
    label = window.status.findChild(QLabel, "status.said")
    assert label is not None
    return label.text()


def test_a_version_without_a_name_is_told_of_by_the_name_it_got(qapp: QApplication, window: MainWindow) -> None:
    window.menu_actions["article.keep"].trigger()
    asked = _opened(qapp, "keep_version")
    assert isinstance(asked, QInputDialog)
    asked.accept()
    assert _said(window) == "Kept as a version: Unnamed version."


@pytest.mark.parametrize("action", ["newsroom.settings", "app.preferences", "help.open"])
def test_a_window_that_is_open_comes_to_the_front(qapp: QApplication, window: MainWindow, action: str) -> None:
    window.menu_actions[action].trigger()
    before = {one for one in qapp.topLevelWidgets() if one.isVisible()}
    window.menu_actions[action].trigger()
    assert {one for one in qapp.topLevelWidgets() if one.isVisible()} == before
    for one in before - {window}:
        one.close()


def test_what_was_set_is_taken_back_in_the_window_that_set_it(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, desk: Desk
) -> None:
    before = desk.newsroom.settings.editions
    window.menu_actions["newsroom.settings"].trigger()
    opened = _opened(qapp, "newsroom_settings")
    assert isinstance(opened, NewsroomWindow)
    opened.tabs.setCurrentIndex(1)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    remove = opened.editions.cards[0].findChild(QToolButton, f"edition.{before[0].locale}.remove")
    assert remove is not None
    remove.click()
    assert desk.newsroom.settings.editions == before[1:]
    QTest.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.newsroom.settings.editions == before
    opened.close()


def test_files_dropped_are_shown_before_they_are_taken(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "one.md").write_text("---\nmakala: 1\nlanguage: en\nheadline: One\n---\nWords.\n", encoding="utf-8")
    window.further.take_in([tmp_path / "one.md"])
    opened = _opened(qapp, "take_in")
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    assert len(window.workspace.desk.articles.heads()) == 1
    opened.close()


def test_the_window_over_all_articles_opens_once_with_the_selected_words(qtbot: QtBot, window: MainWindow) -> None:
    line = QLineEdit("a ferry")
    qtbot.addWidget(line)
    line.setSelection(2, 5)
    assert selected_words(line) == "ferry"
    text = QTextEdit()
    text.setPlainText("one\ntwo")
    qtbot.addWidget(text)
    text.selectAll()
    assert selected_words(text) == ""  # more than a line is not what is looked for
    assert selected_words(None) == ""
    window.run("find.everywhere")
    window.run("find.everywhere")
    (made,) = window.findChildren(ReplaceWindow)
    article = window.workspace.desk.articles.heads()[0]
    with qtbot.waitSignal(window.workspace.line_requested) as asked:
        made.line_asked.emit(article.id, 3)
    assert asked.args == [3]
    assert window.workspace.article is not None
    assert window.workspace.article.id == article.id
    made.close()

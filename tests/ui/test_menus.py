"""The menus of the window: whole, without two meanings for one key."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.registry import by_id
from editor.ui import theme
from editor.ui.actions import Actions, action_specs
from editor.ui.icons import names
from editor.ui.main_window import MainWindow
from editor.ui.menus import menus
from editor.ui.registry import PANELS
from editor.ui.studio import Studio
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.markdown_edit import MarkdownEdit
from tests.builders import an_article, created

ALL = menus(PANELS, [("en", "English"), ("sw", "Kiswahili")])


def test_no_key_means_two_things(qtbot: QtBot) -> None:
    # The Text menu only shows keys that the text itself has.
    specs = [spec for spec in action_specs(ALL) if spec.shortcut and not spec.id.startswith("text.")]
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in specs)
    text = MarkdownEdit("body")
    qtbot.addWidget(text)
    bar = MarkdownBar()
    qtbot.addWidget(bar)
    bar.serve((text,))
    keys.update(action.shortcut().toString() for action in text.actions() if not action.shortcut().isEmpty())
    assert "Ctrl+B" in keys
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", ["article.duplicate", "article.withdraw", "newsroom.backup", "newsroom.archive"])
def test_what_is_done_often_has_keys(name: str) -> None:
    assert by_id(action_specs(ALL), lambda spec: spec.id)[name].shortcut


def test_what_can_be_ticked_has_no_icon_in_place_of_the_tick() -> None:
    assert [spec.id for spec in action_specs(ALL) if spec.group and spec.icon] == []


@pytest.mark.usefixtures("studio")
def test_the_tick_is_seen_in_the_menu(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window.menuBar(), ALL, window)
    shown = []
    for look in ("light", "dark"):
        actions.tick("look", look)
        menu = actions.menus["appearance"]
        menu.ensurePolished()
        menu.adjustSize()
        shown.append(menu.grab().toImage())
    assert shown[0] != shown[1]


def test_in_the_list_the_keys_duplicate_what_is_chosen_there(qtbot: QtBot, studio: Studio, desk: Desk) -> None:
    made = [an_article(headline=name, slug=name.lower()) for name in ("Bridge", "Ferry")]
    desk.articles.apply(created(*made))
    desk.articles.remember_opened(made[0].id)
    window = MainWindow(desk, studio)
    with qtbot.waitSignal(window.ready):
        window.appear()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.findChild(ArticleList) is not None)
    rows = window.findChild(ArticleList)
    assert rows is not None
    qtbot.waitUntil(lambda: len(rows.chosen()) == 1)
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.choose(made[1].id)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(rows, Qt.Key.Key_D, keys)
    assert window.workspace.article is not None
    assert window.workspace.article.id not in {one.id for one in made}
    assert window.workspace.article.headline == "Ferry"
    qtbot.waitUntil(window.jobs.is_idle, timeout=20_000)
    window.close()
    window.deleteLater()


def test_every_key_is_one_that_qt_knows() -> None:
    for spec in action_specs(ALL):
        assert not spec.shortcut or QKeySequence(spec.shortcut).toString(), spec.id


def test_every_action_has_words_and_its_icon_is_there() -> None:
    for spec in action_specs(ALL):
        assert str(spec.text), spec.id
        assert not spec.icon or spec.icon in names(), spec.id


def test_the_first_menus_are_where_everyone_looks() -> None:
    assert [menu.id for menu in ALL] == ["file", "edit", "text", "article", "view", "go", "help"]

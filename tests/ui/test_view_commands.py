"""The View and Edit actions, driven on a whole window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import EditSettings
from editor.domain.problem import Problem
from editor.domain.settings import Edition
from editor.i18n.interface import interface_language
from editor.ui import theme
from editor.ui.main_window import MainWindow
from editor.ui.registry import IMAGES
from editor.ui.studio import Studio
from tests.builders import a_desk, an_article, created
from tests.ui.plain_panel import PlainPanel, three


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    desk.articles.apply(created(an_article(headline="Ferry"), an_article(headline="Bridge")))
    made = MainWindow(desk, studio, three())
    studio.window = made
    with qtbot.waitSignal(made.ready):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    yield made
    made.close()
    studio.window = None
    made.deleteLater()


def _field(window: MainWindow, panel: str) -> QLineEdit:
    return cast("PlainPanel", window.docks.by_id[panel].build()).field


def test_a_panel_closed_is_brought_back_with_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.by_id["left"].close()
    window.menu_actions["panel.left"].trigger()
    qtbot.waitUntil(_field(window, "left").hasFocus)
    assert window.docks.by_id["left"].isVisible()


def test_the_panel_in_focus_floats_docks_and_closes(qtbot: QtBot, window: MainWindow) -> None:
    window.menu_actions["panel.left"].trigger()
    qtbot.waitUntil(_field(window, "left").hasFocus)
    dock = window.docks.by_id["left"]
    window.menu_actions["panel_now.float"].trigger()
    assert dock.isFloating()
    dock.setFloating(False)
    window.menu_actions["panel.left"].trigger()
    window.menu_actions["panel_now.close"].trigger()
    assert dock.isHidden()
    window.menu_actions["layout.reset"].trigger()
    assert dock.isVisible()


def test_look_and_language_are_chosen_from_the_menu(window: MainWindow) -> None:
    window.menu_actions["look.dark"].trigger()
    assert theme.tokens().is_dark
    assert window.menu_actions["look.dark"].isChecked()
    window.menu_actions["language.sw"].trigger()
    assert interface_language() == "sw"
    assert window.menu_actions["language.sw"].isChecked()
    assert window.menu_actions.menus["file"].title().replace("&", "") == "Faili"


def test_cut_copy_paste_and_select_reach_the_text_in_focus(qtbot: QtBot, window: MainWindow) -> None:
    field = _field(window, "draft")
    window.menu_actions["panel.draft"].trigger()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "words")
    for action in ("edit.select_all", "edit.cut"):
        window.menu_actions[action].trigger()
    assert field.text() == ""
    window.menu_actions["edit.paste"].trigger()
    window.menu_actions["edit.paste"].trigger()
    assert field.text() == "wordswords"
    window.menu_actions["edit.select_all"].trigger()
    window.menu_actions["edit.copy"].trigger()
    assert field.selectedText() == "wordswords"


def test_what_has_no_such_method_gets_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    window.view.send_to_text("copy")


def test_full_screen_and_back(window: MainWindow) -> None:
    window.menu_actions["view.full_screen"].trigger()
    assert window.isFullScreen()
    window.menu_actions["view.full_screen"].trigger()
    assert not window.isFullScreen()


def test_a_problem_leads_to_its_article_and_panel(window: MainWindow, desk: Desk) -> None:
    other = next(head for head in desk.articles.heads() if head.headline == "Bridge")
    window.view.go_to(Problem(check="x", message=say("y"), article=other.id, field="headline"))
    assert window.workspace.article is not None
    assert window.workspace.article.id == other.id


def test_recent_newsrooms_open_from_the_menu(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("other") / "post"
    a_desk(folder).close()
    menu = window.menu_actions.menus["recent"]
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    studio.remembered.opened(folder)
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == str(folder)
    with qtbot.waitSignal(window.closed):
        action.trigger()
    assert studio.window is not None
    assert studio.window.workspace.desk.folder == folder
    qtbot.waitUntil(lambda: studio.window is not None and studio.window.jobs.is_idle(), timeout=20_000)
    studio.close_window()


def test_translations_that_are_missing_are_offered(window: MainWindow, desk: Desk) -> None:
    menu = window.menu_actions.menus["translate"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Swahili (sw)"]
    before = desk.newsroom.settings
    window.workspace.request(EditSettings(before, before.with_edition(Edition(locale="fr")), say("x")))
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Swahili (sw)", "French (fr)"]
    menu.actions()[1].trigger()
    assert window.workspace.article is not None
    assert window.workspace.article.language == "fr"
    window.workspace.open("")
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()


def test_a_new_article_puts_the_cursor_into_the_draft(qtbot: QtBot, window: MainWindow) -> None:
    window.menu_actions["article.new"].trigger()
    qtbot.waitUntil(_field(window, "draft").hasFocus)


def test_a_search_is_the_panels_in_focus_or_else_the_drafts(qtbot: QtBot, window: MainWindow) -> None:
    left, draft = (cast("PlainPanel", window.docks.by_id[name].build()) for name in ("left", "draft"))
    window.menu_actions["panel.left"].trigger()
    qtbot.waitUntil(left.field.hasFocus)
    window.menu_actions["find.begin"].trigger()
    assert left.diary[-1] == "search begin"
    assert not any("search" in said for said in draft.diary)
    for step in ("replace", "next", "previous"):
        window.run(f"find.{step}")
        assert draft.diary[-1] == f"search {step}"
    assert draft.field.hasFocus()


@pytest.fixture
def with_pictures(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, studio, (*three(), IMAGES))
    studio.window = made
    with qtbot.waitSignal(made.ready):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    yield made
    made.close()
    studio.window = None
    made.deleteLater()


def test_all_pictures_stand_in_a_large_place_with_the_search_ready(qtbot: QtBot, with_pictures: MainWindow) -> None:
    window = with_pictures
    window.menu_actions["go.pictures"].trigger()
    dock = window.docks.by_id["images"]
    assert dock.isFloating()
    assert dock.width() > window.width() // 2
    search = dock.findChild(QLineEdit, "images.search")
    assert search is not None
    assert search.isVisible()
    window.menu_actions["go.pictures"].trigger()
    assert dock.isFloating()
    dock.setFloating(False)
    qtbot.waitUntil(window.jobs.is_idle)

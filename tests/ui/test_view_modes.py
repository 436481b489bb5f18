"""Zoom, what steps back, the line at one height, the page alone: by action, remembered, and undone by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.services.machine import load_machine
from editor.ui.main_window import MainWindow
from editor.ui.page_look import READING_PIXELS
from editor.ui.studio import Studio
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.markdown_edit import MarkdownEdit
from tests.builders import an_article, created


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    article = an_article(headline="Ferry", body="A line of words.\n\n" * 60)
    desk.articles.apply(created(article))
    desk.articles.remember_opened(article.id)
    made = MainWindow(desk, studio)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.appear()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    made.activateWindow()
    qtbot.waitUntil(_body(made).hasFocus)
    yield made
    made.close()
    made.deleteLater()


def _body(window: MainWindow) -> MarkdownEdit:
    body = window.findChild(MarkdownEdit, "draft.body")
    assert body is not None
    return body


def _page(window: MainWindow) -> DraftPage:
    page = window.findChild(DraftPage)
    assert page is not None
    return page


def _is_zoomed(percent: int) -> bool:
    return load_machine().text_zoom == percent


def test_the_text_is_zoomed_by_action_and_by_wheel_and_its_undo_stays(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClicks(_body(window), "x")
    window.menu_actions["view.zoom_in"].trigger()
    assert _body(window).font().pixelSize() == round(READING_PIXELS * 1.1)
    for turned, expected in ((120, 125), (-120, 110)):
        place = QPointF(_page(window).mapTo(window, _page(window).rect().center()))
        held = Qt.KeyboardModifier.ControlModifier
        QTest.wheelEvent(window.windowHandle(), place, QPoint(0, turned), QPoint(), held)
        qtbot.waitUntil(partial(_is_zoomed, expected))
    window.menu_actions["view.zoom_usual"].trigger()
    assert _body(window).font().pixelSize() == READING_PIXELS
    _body(window).undo()
    assert not _body(window).text().endswith("x")


def test_what_steps_back_is_ticked_remembered_and_switched_off_again(window: MainWindow) -> None:
    window.menu_actions["view.lit_sentence"].trigger()
    assert _body(window).extraSelections()
    assert load_machine().lit == "sentence"
    assert window.menu_actions["view.lit_sentence"].isChecked()
    window.menu_actions["view.lit_sentence"].trigger()
    assert not _body(window).extraSelections()
    assert window.menu_actions["view.lit_all"].isChecked()


def test_the_line_stays_at_one_height_while_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    window.menu_actions["view.typewriter"].trigger()
    assert load_machine().typewriter
    body, page = _body(window), _page(window)
    heights = []
    for line in (40, 60, 80, 120):
        body.put_cursor(body.document().findBlockByNumber(line).position())
        QTest.keyClicks(body, "x")
        qtbot.wait(20)
        heights.append(body.viewport().mapTo(page.viewport(), body.cursorRect().center()).y())
    assert max(heights) - min(heights) <= 2
    assert abs(heights[0] - 0.45 * page.viewport().height()) < 30


def test_the_page_alone_and_everything_back(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.findChild(MarkdownBar)
    assert bar is not None
    before = [name for name, dock in window.docks.by_id.items() if not dock.isHidden()]
    widths = {name: dock.width() for name, dock in window.docks.by_id.items()}
    front = [name for name, dock in window.docks.by_id.items() if not dock.visibleRegion().isEmpty()]
    window.menu_actions["view.full_screen"].trigger()
    assert window.isFullScreen()
    assert [name for name, dock in window.docks.by_id.items() if not dock.isHidden()] == ["draft"]
    assert window.menuBar().isHidden()
    assert window.statusBar().isHidden()
    assert bar.isHidden()
    QTest.keyClicks(_body(window), "y")
    QTest.keyClick(_body(window), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert _body(window).text().endswith("****")
    QTest.keyClick(window, Qt.Key.Key_F11)  # heard without the menu bar
    assert not window.isFullScreen()
    assert [name for name, dock in window.docks.by_id.items() if not dock.isHidden()] == before
    qtbot.waitUntil(
        lambda: [name for name, dock in window.docks.by_id.items() if not dock.visibleRegion().isEmpty()] == front
    )
    assert not bar.isHidden()
    qtbot.waitUntil(lambda: abs(window.docks.by_id["draft"].width() - widths["draft"]) <= 4)
    window.menu_actions["view.full_screen"].trigger()
    QTest.keyClick(_body(window), Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_closing_from_the_full_screen_keeps_the_arrangement_of_before(
    qtbot: QtBot, studio: Studio, window: MainWindow
) -> None:
    kept = window.docks.kept()
    window.menu_actions["view.full_screen"].trigger()
    window.close()
    assert load_machine().layout == studio.remembered.machine.layout
    assert len(load_machine().layout) >= len(kept) // 2
    assert not window.menuBar().isHidden()
    qtbot.wait(0)

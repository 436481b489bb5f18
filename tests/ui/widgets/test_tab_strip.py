"""The tabs of open articles: chosen, closed, put in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.widgets.tab_strip import Tab, TabStrip

TABS = (Tab("a", "Ferry & fares"), Tab("b", ""), Tab("c", "Harbour", is_passing=True))


@pytest.fixture
def strip(qtbot: QtBot) -> TabStrip:
    made = TabStrip()
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show_tabs(TABS, "b")
    return made


def _middle(strip: TabStrip, index: int) -> QPoint:
    return strip.tabRect(index).center()


def test_tabs_say_the_headline_and_whether_they_stay(strip: TabStrip) -> None:
    assert [strip.tabText(index) for index in range(3)] == ["Ferry && fares", "No headline yet", "Harbour …"]
    assert strip.currentIndex() == 1
    assert strip.tabToolTip(0) == "Ferry & fares"
    assert "Only looked at" in strip.tabToolTip(2)
    assert strip.isVisible()


def test_a_headline_ends_where_its_own_words_do_in_a_window_from_right_to_left(qtbot: QtBot) -> None:
    strip = TabStrip()
    qtbot.addWidget(strip)
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.show_tabs(TABS, "b")
    assert strip.tabText(2) == "\u2068Harbour …\u2069"


def test_one_tab_alone_shows_nothing(strip: TabStrip) -> None:
    strip.show_tabs(TABS[:1], "a")
    assert strip.isHidden()
    assert strip.count() == 1


def test_showing_is_not_choosing(strip: TabStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.chosen), qtbot.assertNotEmitted(strip.moved):
        strip.show_tabs((TABS[2], TABS[0], Tab("d", "New")), "a")
    assert strip.articles() == ["c", "a", "d"]
    assert strip.currentIndex() == 1


def test_an_article_in_the_place_of_another_takes_over_its_tab(strip: TabStrip) -> None:
    button = strip.tabButton(2, QTabBar.ButtonPosition.RightSide)
    strip.show_tabs((*TABS[:2], Tab("d", "New")), "d")
    assert strip.articles() == ["a", "b", "d"]
    assert strip.currentIndex() == 2
    assert strip.tabText(2) == "New"
    assert strip.tabButton(2, QTabBar.ButtonPosition.RightSide) is button
    assert button.accessibleName() == "Close “New”"


def test_a_click_chooses_and_a_double_click_keeps(strip: TabStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as caught:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=_middle(strip, 0))
    assert caught.args == ["a"]
    with qtbot.waitSignal(strip.keep_asked) as kept:
        QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=_middle(strip, 2))
    assert kept.args == ["c"]


def test_the_middle_button_and_the_cross_close(strip: TabStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.close_asked) as caught, qtbot.assertNotEmitted(strip.chosen):
        QTest.mouseClick(strip, Qt.MouseButton.MiddleButton, pos=_middle(strip, 2))
    assert caught.args == ["c"]
    cross = strip.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert isinstance(cross, QToolButton)
    assert cross.accessibleName() == "Close “Ferry & fares”"
    with qtbot.waitSignal(strip.close_asked) as closed:
        cross.click()
    assert closed.args == ["a"]


def test_dragging_tells_the_new_place(strip: TabStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.moved) as caught:
        strip.moveTab(0, 2)
    assert caught.args == ["a", 2]


def test_long_headlines_leave_room_for_others(strip: TabStrip) -> None:
    strip.show_tabs((Tab("a", "A headline that goes on and on and on and on and on and on"), TABS[1]), "a")
    assert strip.tabRect(0).width() <= 220
    strip.retranslate()
    assert strip.accessibleName() == "Open articles"


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_of_a_tab_puts_it_beside_the_open_one_or_closes_it(qtbot: QtBot) -> None:
    strip = TabStrip()
    qtbot.addWidget(strip)
    strip.show_tabs([Tab("a", "Ferry"), Tab("b", "Bridge")], "a")
    strip.show()

    def menu(index: int) -> QMenu:
        place = strip.tabRect(index).center()
        opened = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, strip.mapToGlobal(place))
        QApplication.sendEvent(strip, opened)
        found = strip.findChildren(QMenu)[-1]
        qtbot.waitUntil(found.isVisible)
        return found

    opened = menu(1)
    beside, close = opened.actions()
    with qtbot.waitSignal(strip.beside_asked) as asked:
        beside.trigger()
    assert asked.args == ["b"]
    with qtbot.waitSignal(strip.close_asked) as closed:
        close.trigger()
    assert closed.args == ["b"]
    opened.close()
    opened = menu(0)
    assert not opened.actions()[0].isEnabled()  # it is the open one
    opened.close()

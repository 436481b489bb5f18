"""Where the docks stand: remembered, reset, and never off the screens there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Placement
from editor.ui import layout
from editor.ui.jobs import Jobs
from editor.ui.layout import DockSet, fitted
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article, an_image, created
from tests.ui.plain_panel import three

LAPTOP = QRect(0, 0, 1280, 720)
BESIDE = QRect(1280, 0, 1920, 1080)


class Window(QMainWindow):
    """A window with docks and nothing else."""

    def __init__(self, desk: Desk, kept: str = "") -> None:
        super().__init__()
        self.resize(1000, 600)
        self.docks = DockSet(self, three(), Workspace(desk, self), Jobs(self))
        self.docks.put_back(kept)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[Window]:
    made = Window(desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _is_seen(dock: QWidget) -> bool:
    return not dock.visibleRegion().isEmpty()


def _columns(window: Window) -> list[str]:
    return sorted(
        (name for name, dock in window.docks.by_id.items() if dock.isVisible() and name != "second"),
        key=lambda name: window.docks.by_id[name].x(),
    )


def test_a_new_window_has_list_draft_and_the_rest_as_tabs(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: _columns(window) == ["left", "draft", "first"])
    first, second = window.docks.by_id["first"], window.docks.by_id["second"]
    assert window.tabifiedDockWidgets(first) == [second]
    assert window.docks.by_id["draft"].width() > window.docks.by_id["left"].width()


def test_in_a_narrow_window_the_list_is_the_first_of_the_tabs_beside_the_draft(qtbot: QtBot, window: Window) -> None:
    window.resize(683, 352)
    window.docks.reset()
    names = window.docks.by_id
    qtbot.waitUntil(
        lambda: {one.objectName() for one in window.tabifiedDockWidgets(names["left"])} == {"first", "second"}
    )
    qtbot.waitUntil(lambda: names["draft"].x() < names["left"].x())
    assert not names["left"].visibleRegion().isEmpty()


def test_docks_turn_with_the_direction_of_the_words_and_stay_put_else(qtbot: QtBot, window: Window) -> None:
    window.docks.by_id["second"].close()
    window.docks.retranslate()
    assert window.docks.by_id["second"].isHidden()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.docks.retranslate()
    qtbot.waitUntil(lambda: _columns(window) == ["first", "draft", "left"])
    window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    window.docks.retranslate()
    qtbot.waitUntil(lambda: _columns(window) == ["left", "draft", "first"])


def test_docks_that_have_turned_stand_in_columns_and_only_the_right_ones_are_tabs(qtbot: QtBot, window: Window) -> None:
    window.docks.release()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.docks.retranslate()
    qtbot.waitUntil(lambda: _columns(window) == ["first", "draft", "left"])
    docks = window.docks.by_id
    assert [*map(QObject.objectName, window.tabifiedDockWidgets(docks["first"]))] == ["second"]
    assert window.tabifiedDockWidgets(docks["draft"]) == window.tabifiedDockWidgets(docks["left"]) == []


def test_the_arrangement_is_remembered(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.docks.by_id["left"].close()
    window.docks.by_id["second"].setFloating(True)
    kept = window.docks.kept()
    window.close()
    again = Window(desk, kept)
    qtbot.addWidget(again)
    again.show()
    assert again.docks.by_id["left"].isHidden()
    assert again.docks.by_id["second"].isFloating()
    again.docks.by_id["second"].setFloating(False)
    again.close()


def test_no_tabs_of_another_arrangement_are_left_standing(qtbot: QtBot, window: Window, desk: Desk) -> None:
    again = Window(desk, window.docks.kept())
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: _columns(again) == ["left", "draft", "first"])
    assert len([bar for bar in again.findChildren(QTabBar) if bar.isVisible()]) == 1
    again.close()


def test_a_panel_that_the_kept_arrangement_did_not_know_has_its_place(qtbot: QtBot, desk: Desk) -> None:
    few = QMainWindow()
    qtbot.addWidget(few)
    docks = DockSet(few, three()[:3], Workspace(desk, few), Jobs(few))
    docks.reset()
    again = Window(desk, docks.kept())
    qtbot.addWidget(again)
    again.show()
    assert again.tabifiedDockWidgets(again.docks.by_id["first"]) == [again.docks.by_id["second"]]
    again.close()


def test_one_command_puts_everything_back(qtbot: QtBot, window: Window) -> None:
    window.docks.by_id["left"].close()
    window.docks.by_id["draft"].setFloating(True)
    window.docks.by_id["first"].close()
    window.docks.reset()
    qtbot.waitUntil(lambda: _columns(window) == ["left", "draft", "first"])
    assert not any(dock.isFloating() for dock in window.docks.by_id.values())


@pytest.mark.parametrize("kept", ["", "not base64 at all", "bm90IGEgc3RhdGU="])
def test_an_arrangement_that_makes_no_sense_is_left_out(window: Window, kept: str) -> None:
    window.docks.put_back(kept)
    assert all(not dock.isHidden() for dock in window.docks.by_id.values())


def test_the_dock_in_focus_is_known(qtbot: QtBot, window: Window) -> None:
    window.docks.by_id["draft"].bring_forward()
    qtbot.waitUntil(lambda: window.docks.focused() is window.docks.by_id["draft"])


def test_among_tabs_no_name_stands_twice(qtbot: QtBot, window: Window) -> None:
    first = window.docks.by_id["first"]
    head = first.titleBarWidget()
    qtbot.waitUntil(lambda: head.sizeHint().height() == 0)
    first.setFloating(True)
    qtbot.waitUntil(lambda: head.sizeHint().height() > 0)
    first.setFloating(False)


@pytest.mark.parametrize(
    ("wanted", "screens", "expected"),
    [
        (QRect(100, 100, 800, 500), [LAPTOP], QRect(100, 100, 800, 500)),
        # The monitor on which the window was is gone.
        (QRect(1400, 200, 1000, 600), [LAPTOP], QRect(280, 120, 1000, 600)),
        # Larger than the laptop's screen.
        (QRect(1300, 50, 1900, 1000), [LAPTOP], QRect(0, 0, 1280, 720)),
        (QRect(-3000, -3000, 400, 300), [LAPTOP, BESIDE], QRect(0, 0, 400, 300)),
        (QRect(1300, 50, 1800, 1000), [LAPTOP, BESIDE], QRect(1300, 50, 1800, 1000)),
    ],
)
def test_a_window_lies_on_a_screen_that_is_there(wanted: QRect, screens: list[QRect], expected: QRect) -> None:
    assert fitted(wanted, screens) == expected


def test_geometry_of_an_unplugged_screen_is_corrected(window: Window) -> None:
    window.setGeometry(QRect(5000, 4000, 700, 500))
    layout.fit_to_screens(window, [LAPTOP])
    assert LAPTOP.contains(window.geometry())


def test_geometry_is_remembered_and_nonsense_is_not(qtbot: QtBot, window: Window) -> None:
    window.resize(777, 555)
    kept = layout.kept_geometry(window)
    other = QMainWindow()
    qtbot.addWidget(other)
    layout.put_back_geometry(other, kept)
    assert other.width() == max(777, other.minimumWidth())
    assert other.minimumWidth() <= other.screen().availableGeometry().width()
    layout.put_back_geometry(other, "???")
    assert other.screen().availableGeometry().contains(other.geometry())


@pytest.mark.parametrize("language", ["en", "sw"])
def test_on_a_small_screen_at_twice_the_size_no_dock_runs_out_of_the_window(
    qtbot: QtBot, studio: Studio, desk: Desk, language: str
) -> None:
    studio.set_language(language)
    window = MainWindow(desk, studio)
    window.setMinimumSize(0, 0)
    window.resize(683, 352)
    window.docks.reset()
    with qtbot.waitSignal(window.ready):
        window.appear()
    for name, dock in window.docks.by_id.items():
        dock.bring_forward()
        qtbot.waitUntil(partial(_is_seen, dock))
        assert window.rect().contains(dock.geometry()), name
    qtbot.waitUntil(window.jobs.is_idle, timeout=20_000)
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("language", ["en", "sw"])
def test_on_a_small_laptop_five_articles_are_in_sight(qtbot: QtBot, studio: Studio, desk: Desk, language: str) -> None:
    image = an_image()
    desk.articles.apply(AddImage(image, say("x"), NOON))
    hero = Placement(image_id=image.id)
    desk.articles.apply(created(*(an_article(headline="Long words " * 9, slug=f"a{n}", hero=hero) for n in range(9))))
    studio.set_language(language)
    window = MainWindow(desk, studio)
    with qtbot.waitSignal(window.ready):
        window.appear()
    window.resize(LAPTOP.size())
    qtbot.waitUntil(lambda: window.findChild(QListView, "articles.list") is not None)
    rows = window.findChild(QListView, "articles.list")
    assert rows is not None
    qtbot.waitUntil(lambda: rows.model().rowCount() == 9 and window.jobs.is_idle(), timeout=20_000)
    fifth = rows.visualRect(rows.model().index(4, 0))
    assert fifth.isValid()
    assert rows.viewport().rect().contains(fifth.adjusted(0, 0, -1, 0))
    window.close()
    window.deleteLater()


def test_pitfall_38_a_window_larger_than_the_screen_is_made_smaller_than_its_least_size(window: Window) -> None:
    window.setMinimumSize(layout.LEAST)
    small = QRect(0, 0, 800, 480)
    layout.fit_to_screens(window, [small])
    assert small.contains(window.geometry())
    layout.fit_to_screens(window, [LAPTOP])
    assert window.minimumSize() == layout.LEAST


def test_pitfall_38_unplugging_a_screen_brings_the_window_and_its_floating_panels_back(
    qtbot: QtBot, qapp: QApplication, window: Window
) -> None:
    layout.put_back_geometry(window, "")
    dock = window.docks.by_id["second"]
    dock.setFloating(True)
    screen = qapp.primaryScreen().availableGeometry()
    window.move(screen.right() + 3000, 200)
    dock.move(screen.right() + 4000, 300)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    frame = 4  # the one that this platform puts around a window
    qtbot.waitUntil(lambda: screen.adjusted(0, 0, frame, frame).contains(window.geometry()))
    assert screen.adjusted(0, 0, frame, frame).contains(dock.geometry())
    dock.setFloating(False)


def test_columns_made_for_a_wide_screen_are_not_squeezed_into_a_small_one(
    qtbot: QtBot, studio: Studio, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window on a small screen has an arrangement of its own, and the one of the wide screen stays as it was."""
    monkeypatch.setattr(layout, "NARROW", 0)
    wide = MainWindow(desk, studio)
    wide.docks.by_id["outline"].close()
    kept = wide.docks.kept()
    wide.deleteLater()
    studio.remembered.change(layout=kept)
    monkeypatch.setattr(layout, "NARROW", 4000)
    narrow = MainWindow(desk, studio)
    with qtbot.waitSignal(narrow.ready):
        narrow.appear()
    docks = narrow.docks.by_id
    assert docks["preview"] in narrow.tabifiedDockWidgets(docks["articles"])
    assert narrow.tabifiedDockWidgets(docks["draft"]) == []
    qtbot.waitUntil(narrow.jobs.is_idle, timeout=20_000)
    narrow.close()
    narrow.deleteLater()
    assert studio.remembered.machine.layout == kept
    assert studio.remembered.machine.narrow_layout

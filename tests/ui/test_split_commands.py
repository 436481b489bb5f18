"""Two places of the draft at once in a whole window: every word goes to its own article, the panels follow the keys.

Time stands still and is moved by hand, so that saves fall between keys of either half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.messages import say
from editor.domain.edits import EditArticle, change_article
from editor.ui.main_window import MainWindow
from editor.ui.panel import Beside
from editor.ui.studio import Studio
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.page_set import PageSet
from tests.ui.test_typing_through_everything import Writer


@pytest.fixture
def writer(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[Writer]:
    made = Writer(qtbot, studio, desk)
    made.window.resize(1600, 900)
    yield made
    made.rest()
    made.window.close()
    made.window.deleteLater()


def _pages(writer: Writer) -> PageSet:
    found = writer.window.findChild(PageSet)
    assert found is not None
    return found


def _both(writer: Writer) -> None:
    """Put the second article beside the first; the keyboard is in the second."""
    writer.window.view.halves.put_beside(writer.articles[1].id)
    writer.qtbot.waitUntil(lambda: _open(writer) == "Bridge" and writer.body.hasFocus())


def _go_over(writer: Writer) -> None:
    was = writer.body
    writer.window.run("split.other")
    writer.qtbot.waitUntil(lambda: writer.body is not was and writer.body.hasFocus())


def _open(writer: Writer) -> str:
    article = writer.window.workspace.article
    return article.headline if article is not None else ""


def test_the_panels_the_tabs_and_the_menus_follow_the_half_that_is_written_in(writer: Writer) -> None:
    _both(writer)
    assert _open(writer) == "Bridge"
    assert writer.window.tabs.open.lasting == tuple(article.id for article in writer.articles)
    _go_over(writer)
    assert _open(writer) == "Ferry"
    assert writer.window.tabs.open.current == writer.articles[0].id
    assert len([page for page in _pages(writer).shown if page.isVisible()]) == 2


def test_pitfall_5_typing_in_both_halves_through_saves_changes_and_undo_goes_to_its_own_article(writer: Writer) -> None:
    window = writer.window
    desk = window.workspace.desk
    _both(writer)
    texts = {"Ferry": "Ferry begins. ", "Bridge": "Bridge begins. "}

    def write(words: str) -> None:
        for letter in words:
            writer.key(letter)
        texts[_open(writer)] += words

    def change_the_other() -> None:
        """Change the article that is not the open one, as a restored version would."""
        number = 0 if _open(writer) == "Bridge" else 1
        window.workspace.settle()
        stored = desk.articles.get(writer.articles[number].id)
        edit = change_article(stored, say("Restore"), body=f"~{stored.body}", standfirst=f"{_open(writer)} beside")
        window.workspace.request(edit)
        texts[stored.headline] = f"~{texts[stored.headline]}"

    between: list[Callable[[], object]] = [
        writer.pause,
        change_the_other,
        partial(window.run, "split.swap"),
        partial(window.run, "split.stack"),
        partial(window.run, "view.zoom_in"),
        partial(window.run, "view.typewriter"),
        partial(window.run, "view.lit_sentence"),
        window.workspace.settle,
        partial(window.view.write, writer.articles[0].id),
        change_the_other,
        partial(window.view.write, writer.articles[1].id),
        partial(window.tabs.beside, 1),
    ]
    for number, happens in enumerate(between):
        _go_over(writer)
        write(f"a{number} ")
        _go_over(writer)
        write(f"b{number} ")
        happens()
        writer.rest()
        window.docks.by_id["draft"].bring_forward()
        writer.qtbot.waitUntil(writer.body.hasFocus)
        write("c ")
    writer.pause()
    shown = {page.headline.text(): page.body.text() for page in _pages(writer).shown}
    assert shown == texts
    assert {"Ferry": writer.stored(0), "Bridge": writer.stored(1)} == texts


def test_undo_in_a_half_takes_back_that_half_alone(writer: Writer) -> None:
    _both(writer)
    QTest.keyClicks(writer.body, "bridge")
    _go_over(writer)
    QTest.keyClicks(writer.body, "ferry")
    writer.pause()
    writer.window.undo.undo()
    writer.pause()
    assert (writer.stored(0), writer.stored(1)) == ("Ferry begins. ", "Bridge begins. bridge")
    _go_over(writer)
    writer.window.undo.undo()
    writer.pause()
    assert writer.stored(1) == "Bridge begins. "


def test_one_article_twice_saves_once_and_joins_again(writer: Writer) -> None:
    writer.window.run("split.twice")
    writer.qtbot.waitUntil(lambda: _pages(writer).is_split and writer.body.hasFocus())
    for letter in "second":
        writer.key(letter)
    _go_over(writer)
    writer.body.put_cursor(0)
    for letter in "first ":
        writer.key(letter)
    writer.pause()
    assert writer.stored() == "first Ferry begins. second"
    assert writer.stored(1) == "Bridge begins. "
    writer.window.run("split.twice")
    assert not _pages(writer).is_split
    assert writer.body.hasFocus()
    writer.key("x")
    writer.pause()
    assert writer.stored() == "first xFerry begins. second"


def test_a_closed_tab_closes_its_half(writer: Writer) -> None:
    _both(writer)
    writer.window.tabs.close_tab(writer.articles[1].id)
    assert not _pages(writer).is_split
    assert _open(writer) == "Ferry"
    _both(writer)
    writer.window.tabs.close_tab(writer.articles[0].id)
    assert not _pages(writer).is_split
    assert _open(writer) == "Bridge"
    assert writer.body.isVisible()


def test_an_article_in_the_trash_leaves_its_half(writer: Writer) -> None:
    _both(writer)
    writer.window.articles.trash()
    writer.rest()
    writer.qtbot.waitUntil(lambda: _open(writer) == "Ferry")
    assert not _pages(writer).is_split
    assert isinstance(writer.body, MarkdownEdit)
    assert writer.body.text() == "Ferry begins. "


def test_the_one_used_before_stands_beside_and_how_they_stand_is_remembered(writer: Writer) -> None:
    window = writer.window
    window.run("split.used_before")
    assert not _pages(writer).is_split
    window.view.write(writer.articles[1].id)
    window.run("split.used_before")
    assert (_pages(writer).is_split, _open(writer)) == (True, "Ferry")
    window.run("split.stack")
    assert window.studio.remembered.machine.split_stacked
    assert window.menu_actions["split.stack"].isChecked()
    assert _pages(writer).halves[0].y() != _pages(writer).halves[1].y()


def test_a_version_restored_in_the_open_half_is_not_the_other_ones(writer: Writer) -> None:
    _both(writer)
    saved: list[str] = []
    writer.window.workspace.changed.connect(
        lambda change, _article: saved.append(change.edit.article_id) if isinstance(change.edit, EditArticle) else None
    )
    QTest.keyClicks(writer.body, "b")
    _go_over(writer)
    QTest.keyClicks(writer.body, "f")
    writer.pause()
    assert saved == [writer.articles[1].id, writer.articles[0].id]
    assert QApplication.focusWidget() is writer.body


def _closed_and_opened(writer: Writer) -> MainWindow:
    """Close the window and let the newsroom come up again."""
    folder = writer.window.workspace.desk.folder
    writer.rest()
    writer.window.close()
    return _opened(writer, open_desk(folder, person="Amina", mode=OpenMode.WRITE_OR_READ))


def _opened(writer: Writer, desk: Desk) -> MainWindow:
    made = MainWindow(desk, writer.studio)
    with writer.qtbot.waitSignal(made.ready, timeout=20_000):
        made.appear()
    writer.qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    return made


def _heads(window: MainWindow) -> list[str]:
    found = window.findChild(PageSet)
    assert found is not None
    return [page.headline.text() for page in found.shown]


@pytest.mark.parametrize("swaps", [0, 1])
def test_two_articles_stand_beside_one_another_at_the_next_start(writer: Writer, swaps: int) -> None:
    _both(writer)
    for _ in range(swaps):
        writer.window.run("split.swap")
    was = _pages(writer).beside
    again = _closed_and_opened(writer)
    assert again.workspace.article is not None
    assert again.workspace.article.headline == "Bridge"
    assert _heads(again) == ["Bridge", "Ferry"]
    pages = again.findChild(PageSet)
    assert pages is not None
    assert pages.beside == was == Beside(writer.articles[0].id, is_first=not swaps)
    again.close()
    again.deleteLater()


def test_one_article_twice_is_so_at_the_next_start_and_one_half_is_one(writer: Writer) -> None:
    writer.window.run("split.twice")
    again = _closed_and_opened(writer)
    assert _heads(again) == ["Ferry", "Ferry"]
    again.run("split.twice")
    again.close()
    again.deleteLater()
    assert writer.studio.remembered.machine.beside == {}


def test_an_article_that_is_gone_by_then_stands_beside_nothing(writer: Writer) -> None:
    folder = writer.window.workspace.desk.folder
    writer.window.close()
    writer.studio.remembered.change(beside={str(folder.resolve()): ("no such article",)})
    again = _opened(writer, open_desk(folder, person="Amina", mode=OpenMode.WRITE_OR_READ))
    assert _heads(again) == ["Ferry"]
    again.close()
    again.deleteLater()

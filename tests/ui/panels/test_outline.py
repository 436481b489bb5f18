"""The outline on a real desk: it follows the typing and leads to the headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.ui.panels.outline import OutlinePanel
from tests.builders import an_article
from tests.ui.stage import Stage

BODY = "Words.\n\n## Why\n\nWords.\n\n### How\n\n## Then\n"


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    made.hold(OutlinePanel(made.jobs))
    yield made
    made.stop()


def _tree(stage: Stage) -> QTreeWidget:
    found = stage.panel.findChild(QTreeWidget, "outline.tree")
    assert found is not None
    return found


def _headings(stage: Stage) -> list[str]:
    found = []
    walk = QTreeWidgetItemIterator(_tree(stage))
    while item := walk.value():
        depth = 0
        while (above := item.parent()) is not None:
            depth, item = depth + 1, above
        found.append("." * depth + walk.value().text(0))
        walk += 1
    return found


def _marked(stage: Stage) -> str:
    item = _tree(stage).currentItem()
    return item.text(0) if item is not None else ""


def test_headings_stand_below_those_of_a_higher_level(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    assert _headings(stage) == ["Why", ".How", "Then"]


def test_without_headings_it_says_how_to_make_one(stage: Stage) -> None:
    stage.put(an_article(body="Words."))
    assert not _tree(stage).isVisible()
    assert any("Ctrl+Shift+H" in label.text() for label in stage.panel.findChildren(QLabel))


def test_it_follows_the_typing(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    first = _tree(stage).topLevelItem(0)
    stage.panel.show_typed(replace(stage.article, body=BODY.replace("Why", "Why now")))
    stage.wait()
    assert _headings(stage) == ["Why now", ".How", "Then"]
    assert _tree(stage).topLevelItem(0) is first  # no line moved: none was made anew
    stage.panel.show_typed(replace(stage.article, body="# One\n"))
    stage.wait()
    assert _headings(stage) == ["One"]
    stage.workspace.request(change_article(stage.article, say("x"), body=""))
    stage.wait()
    assert _headings(stage) == []


def test_in_a_long_text_it_follows_once_the_words_are_saved(stage: Stage) -> None:
    stage.put(an_article(body="## Why\n\n" + "Words. " * 10_000))
    longer = stage.article.body.replace("Why", "Why now")
    stage.panel.show_typed(replace(stage.article, body=longer))
    stage.wait()
    assert _headings(stage) == ["Why"]
    stage.workspace.request(change_article(stage.article, say("Typing"), body=longer))
    stage.wait()
    assert _headings(stage) == ["Why now"]


def test_the_heading_of_the_cursor_is_marked(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    for line, heading in ((0, ""), (2, "Why"), (5, "Why"), (7, "How"), (99, "Then")):
        stage.panel.show_cursor(line)
        assert _marked(stage) == heading
        item = _tree(stage).currentItem()
        assert item is None or item.font(0).bold()


def test_a_click_and_enter_ask_for_the_headings_line(stage: Stage, qtbot: QtBot) -> None:
    stage.put(an_article(body=BODY))
    tree = _tree(stage)
    then = tree.topLevelItem(1)
    assert then is not None
    with qtbot.waitSignal(stage.panel.line_requested) as clicked:
        QTest.mouseClick(
            tree.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            tree.visualItemRect(then).center(),
        )
    assert clicked.args == [8]
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Home)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(stage.panel.line_requested) as entered:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert entered.args == [6]


def test_whoever_goes_through_the_list_keeps_the_place(stage: Stage, qtbot: QtBot) -> None:
    stage.put(an_article(body=BODY))
    tree = _tree(stage)
    stage.panel.show_cursor(7)
    stage.panel.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    QTest.keyClick(tree, Qt.Key.Key_End)
    stage.panel.show_cursor(2)
    assert _marked(stage) == "Then"


def test_another_article_begins_anew(stage: Stage) -> None:
    stage.put(an_article(body=BODY))
    other = an_article(headline="Other", body="## Elsewhere", language="ar")
    stage.put(other)
    assert _headings(stage) == ["Elsewhere"]
    assert _tree(stage).layoutDirection() is Qt.LayoutDirection.RightToLeft
    stage.workspace.open("")
    assert _headings(stage) == []

"""One link as a row: its words, its two boxes, its keys, its drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.widgets.link_row import LinkRow, LinkRowWords, LinkShown

SAID = LinkRowWords(
    link_id="one",
    headline="Harbour opens",
    note="Published",
    language="en",
    labels=("reported_by_ai",),
    trouble=say("Look at this."),
    has_picture=True,
    on_timeline=True,
)


@pytest.fixture
def row(qtbot: QtBot) -> LinkRow:
    made = LinkRow("one")
    qtbot.addWidget(made)
    made.show_words(SAID)
    made.resize(320, 160)
    made.show()
    return made


def test_all_of_it_is_said_for_ears(row: LinkRow) -> None:
    assert row.accessibleName() == "Harbour opens. Reported by AI. Published. Look at this."
    assert row.on_card.accessibleName() == "Show “Harbour opens” as a card"


def test_showing_words_says_nothing_and_a_click_does(qtbot: QtBot, row: LinkRow) -> None:
    with qtbot.assertNotEmitted(row.shown):
        row.show_words(SAID)
    with qtbot.waitSignal(row.shown) as shown:
        row.on_card.click()
    assert shown.args == [LinkShown("one", on_card=False, on_timeline=True)]


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "says"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "stepped", ["one", -1]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "moved", ["one", 1]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "removed", ["one"]),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "opened", ["one"]),
    ],
)
def test_keys(
    qtbot: QtBot, row: LinkRow, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str, says: list[object]
) -> None:
    with qtbot.waitSignal(getattr(row, signal)) as said:
        QTest.keyClick(row, key, modifier)
    assert said.args == says


def test_a_drag_begins_after_some_way(qtbot: QtBot, row: LinkRow) -> None:
    with qtbot.waitSignal(row.dragged) as dragged:
        QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
        QTest.mouseMove(row, QPoint(5, 60))
    assert dragged.args == ["one"]
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)


def test_buttons_open_and_remove(qtbot: QtBot, row: LinkRow) -> None:
    for name, signal in (("open", row.opened), ("remove", row.removed)):
        button = row.findChild(QToolButton, f"related.link.one.{name}")
        assert button is not None
        assert button.accessibleName()
        with qtbot.waitSignal(signal):
            button.click()


def test_a_picture_fills_its_frame_and_the_palette_may_change(row: LinkRow) -> None:
    picture = QPixmap(300, 100)
    picture.fill(Qt.GlobalColor.red)
    row.show_thumb(picture)
    frame = next(label for label in row.findChildren(QLabel) if label.width() == 64)
    assert frame.pixmap().deviceIndependentSize().toSize() == frame.size()
    QApplication.sendEvent(row, QEvent(QEvent.Type.PaletteChange))
    row.setFocus()
    assert not row.grab().isNull()

"""Rows that can be taken: by key, double click or their plus; those taken already cannot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.offer_list import OfferList, OfferRow, button_of

ROWS = (
    OfferRow(
        "a", "The ferry crosses the bay once more after a week in the harbour", "Same tags", "en", ("Reported by AI",)
    ),
    OfferRow("b", "Bridge planned", "", "en"),
    OfferRow("c", "Harbour opens", "Published", "en", is_taken=True),
)


@pytest.fixture
def offers(qtbot: QtBot) -> OfferList:
    made = OfferList("offers")
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    made.show_rows(ROWS)
    return made


def test_enter_takes_the_current_row(qtbot: QtBot, offers: OfferList) -> None:
    offers.choose_first()
    with qtbot.waitSignal(offers.taken) as taken:
        QTest.keyClick(offers, Qt.Key.Key_Return)
    assert taken.args == ["a"]


def test_a_row_that_is_taken_is_not_taken_again(qtbot: QtBot, offers: OfferList) -> None:
    offers.setCurrentIndex(offers.model().index(2, 0))
    with qtbot.assertNotEmitted(offers.taken):
        QTest.keyClick(offers, Qt.Key.Key_Return)


def test_the_plus_takes_with_one_click(qtbot: QtBot, offers: OfferList, monkeypatch: pytest.MonkeyPatch) -> None:
    place = button_of(offers.visualRect(offers.model().index(1, 0)), is_mirrored=False).center()
    monkeypatch.setattr(QCursor, "pos", staticmethod(lambda: offers.viewport().mapToGlobal(place)))
    monkeypatch.setattr(offers, "cursor", QCursor)
    with qtbot.waitSignal(offers.taken) as taken:
        QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert taken.args == ["b"]


def test_up_from_the_first_row_leaves_the_list(qtbot: QtBot, offers: OfferList) -> None:
    offers.choose_first()
    with qtbot.waitSignal(offers.left_upward):
        QTest.keyClick(offers, Qt.Key.Key_Up)


def test_the_current_row_stays_current_when_rows_change(offers: OfferList) -> None:
    offers.setCurrentIndex(offers.model().index(1, 0))
    offers.show_rows(tuple(reversed(ROWS)))
    assert offers.current_id() == "b"
    offers.show_rows(())
    assert offers.current_id() == ""


def test_rows_are_painted_both_ways_and_spoken_whole(offers: OfferList) -> None:
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        offers.setLayoutDirection(way)
        offers.setCurrentIndex(offers.model().index(0, 0))
        assert not offers.grab().isNull()
    spoken = offers.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{ROWS[0].headline}. Reported by AI. Same tags"

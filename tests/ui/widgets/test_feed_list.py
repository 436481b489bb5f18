"""The articles of a feed: taken one by one, those that are linked marked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.domain.told import Feed, Told
from editor.ui.widgets.feed_list import FeedList, key_of, keys_of
from editor.ui.widgets.offer_list import OfferList
from tests.builders import a_link, an_article, an_external

FIRST = Told(
    headline="Port strike ends", url="https://example.org/a", published=datetime(2026, 1, 10, 9, 30, tzinfo=UTC)
)
SECOND = Told(summary="Only words.")


@pytest.fixture
def shown(qtbot: QtBot) -> FeedList:
    made = FeedList()
    qtbot.addWidget(made)
    made.show()
    made.show_feed(Feed(title="The Paper", entries=(FIRST, SECOND), left_out=3), "UTC")
    return made


def entries(shown: FeedList) -> OfferList:
    found = shown.findChild(OfferList)
    assert found is not None
    return found


def spoken(shown: FeedList) -> list[str]:
    model = entries(shown).model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_what_is_in_it_and_what_is_not(shown: FeedList) -> None:
    count = shown.findChild(QLabel, "related.feed.count")
    assert count is not None
    assert count.text() == "2 articles · 3 more left out"
    assert spoken(shown) == ["Port strike ends. 10 January 2026", "Only words.. Without an address"]


def test_enter_takes_one_and_what_is_linked_is_not_taken_again(shown: FeedList) -> None:
    taken: list[Told] = []
    shown.taken.connect(taken.append)
    QTest.keyClick(entries(shown), Qt.Key.Key_Return)
    assert taken == [FIRST]
    shown.show_linked({key_of(FIRST.url, FIRST.headline)})
    assert spoken(shown)[0].endswith("Linked already")
    QTest.keyClick(entries(shown), Qt.Key.Key_Return)
    assert taken == [FIRST]
    QTest.keyClick(entries(shown), Qt.Key.Key_Down)
    QTest.keyClick(entries(shown), Qt.Key.Key_Return)
    assert taken == [FIRST, SECOND]


def test_the_way_back(qtbot: QtBot, shown: FeedList) -> None:
    with qtbot.waitSignal(shown.done):
        QTest.keyClick(entries(shown), Qt.Key.Key_Escape)
    button = shown.findChild(QPushButton, "related.feed.done")
    assert button is not None
    with qtbot.waitSignal(shown.done):
        button.click()


def test_what_articles_outside_are_known_by() -> None:
    links = (a_link(external=an_external(url="https://example.org/a")), a_link("x"), a_link(external=an_external()))
    assert keys_of(an_article(links=links)) == {("https://example.org/a", ""), ("", "Visit announced")}
    assert keys_of(None) == frozenset()

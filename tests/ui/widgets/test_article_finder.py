"""Finding an article to link: suggestions at rest, words while searching, trouble in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.ui.jobs import Jobs
from editor.ui.offers import Offers
from editor.ui.widgets.article_finder import AT_LATEST_MS, REFRESH_MS, ArticleFinder
from editor.ui.widgets.offer_list import OfferList
from tests.builders import NOON, a_link, an_article, changed, created
from tests.ui.panel_host import until


@pytest.fixture
def articles(desk: Desk) -> list[Article]:
    out = an_article(headline="Harbour opens", tags=("ferry",), status=Status.PUBLISHED, published=NOON)
    made = [an_article(headline="Ferry", tags=("ferry",)), out, an_article(headline="Bridge", tags=("ferry",))]
    desk.articles.apply(created(*made))
    return [desk.articles.get(one.id) for one in made]


class Holder(QWidget):
    """Shows a finder and ends its jobs."""

    def __init__(self, desk: Desk, *, needs_date: bool = False) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.finder = ArticleFinder(
            "finder", Offers(desk.articles, desk.search, desk.related), self.jobs, needs_date=needs_date
        )
        QVBoxLayout(self).addWidget(self.finder)
        self.resize(320, 400)

    @property
    def line(self) -> QLineEdit:
        found = self.finder.findChild(QLineEdit, "finder.search")
        assert found is not None
        return found

    def headlines(self) -> list[str]:
        found = self.finder.findChild(OfferList)
        assert found is not None
        return [str(found.model().index(row, 0).data()) for row in range(found.model().rowCount())]

    def state(self) -> str:
        found = self.finder.findChild(QLabel, "finder.state")
        assert found is not None
        return found.text()


def running(holder: Holder) -> list[QTimer]:
    return [timer for timer in holder.finder.findChildren(QTimer) if timer.isActive()]


def held(qtbot: QtBot, holder: Holder, article: Article) -> Holder:
    qtbot.addWidget(holder, before_close_func=lambda widget: widget.jobs.stop_all())
    holder.show()
    holder.finder.show_article(article, "UTC")
    return holder


@pytest.fixture
def holder(qtbot: QtBot, desk: Desk, articles: list[Article]) -> Holder:
    return held(qtbot, Holder(desk), articles[0])


def test_suggestions_come_by_themselves(qtbot: QtBot, holder: Holder) -> None:
    until(qtbot, lambda: holder.state() == "Suggested for this article")
    assert set(holder.headlines()) == {"Harbour opens", "Bridge"}


def test_words_find_and_escape_goes_back_to_suggestions_then_away(qtbot: QtBot, holder: Holder) -> None:
    QTest.keyClicks(holder.line, "harb")
    until(qtbot, lambda: holder.headlines() == ["Harbour opens"])
    QTest.keyClick(holder.line, Qt.Key.Key_Escape)
    until(qtbot, lambda: holder.state() == "Suggested for this article")
    with qtbot.waitSignal(holder.finder.closed):
        QTest.keyClick(holder.line, Qt.Key.Key_Escape)


def test_suggestions_are_not_counted_as_found(qtbot: QtBot, holder: Holder) -> None:
    until(qtbot, lambda: holder.state() == "Suggested for this article")
    holder.line.setText("submarine")
    holder.finder.look()
    assert holder.state() == "Looking…"
    until(qtbot, lambda: holder.state() == "No article has these words")


def test_nothing_found_is_said(qtbot: QtBot, holder: Holder) -> None:
    QTest.keyClicks(holder.line, "submarine")
    until(qtbot, lambda: holder.state() == "No article has these words")


def test_where_a_date_is_needed_only_dated_ones_are_suggested(
    qtbot: QtBot, desk: Desk, articles: list[Article]
) -> None:
    holder = held(qtbot, Holder(desk, needs_date=True), articles[0])
    until(qtbot, lambda: holder.headlines() == ["Harbour opens"])


def test_what_is_linked_meanwhile_is_marked_at_once(qtbot: QtBot, holder: Holder, articles: list[Article]) -> None:
    until(qtbot, lambda: len(holder.headlines()) == 2)
    holder.finder.follow(changed(articles[0], links=(a_link(articles[1]),)))
    found = holder.finder.findChild(OfferList)
    assert found is not None
    row = holder.headlines().index("Harbour opens")
    assert "Linked already" in str(found.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    holder.finder.show_article(None, "UTC")


def test_trouble_is_said_in_words(qtbot: QtBot, holder: Holder, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise Fault(say("The newsroom could not be read."))

    monkeypatch.setattr(desk.search, "find", locked)
    QTest.keyClicks(holder.line, "ferry")
    until(qtbot, lambda: holder.state() == "The newsroom could not be read.")


def test_what_is_close_to_nothing_is_told_from_what_is_empty(qtbot: QtBot, desk: Desk) -> None:
    alone, empty = an_article(headline="Submarine", body="It dived. " * 95), an_article(headline="")
    desk.articles.apply(created(alone, empty))
    holder = held(qtbot, Holder(desk), desk.articles.get(alone.id))
    until(qtbot, lambda: holder.state() == "No article here is close to this one")
    holder.finder.show_article(desk.articles.get(empty.id), "UTC")
    until(qtbot, lambda: holder.state().startswith("No suggestions yet"))


def test_who_writes_on_and_on_gets_new_suggestions_all_the_same(
    qtbot: QtBot, holder: Holder, articles: list[Article]
) -> None:
    until(qtbot, lambda: len(holder.headlines()) == 2)
    holder.finder.follow(changed(articles[0], headline="Ferries"))
    quiet, latest = (timer for timer in running(holder) if timer.interval() in {REFRESH_MS, AT_LATEST_MS})
    left = latest.remainingTime()
    qtbot.wait(20)
    holder.finder.follow(changed(articles[0], headline="Ferries again", tags=()))
    assert latest.remainingTime() < left  # it is not put off
    latest.timeout.emit()
    assert not quiet.isActive()
    assert not latest.isActive()
    until(qtbot, lambda: holder.state() == "No article here is close to this one")


def test_nothing_moves_under_a_hand_that_chooses(qtbot: QtBot, holder: Holder, articles: list[Article]) -> None:
    until(qtbot, lambda: len(holder.headlines()) == 2)
    QTest.keyClick(holder.line, Qt.Key.Key_Down)
    holder.finder.follow(changed(articles[0], headline="Ferries", tags=()))
    for timer in running(holder):
        timer.timeout.emit()
    assert len(running(holder)) == 2  # later
    assert holder.state() == "Suggested for this article"
    holder.finder.show_article(None, "UTC")

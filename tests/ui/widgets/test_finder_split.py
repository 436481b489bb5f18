"""A finder above what it fills."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.domain.article import Article
from editor.ui.widgets.finder_split import FinderSplit
from tests.builders import an_article, created
from tests.ui.panel_host import until
from tests.ui.widgets.test_article_finder import Holder


@pytest.fixture
def articles(desk: Desk) -> list[Article]:
    made = [an_article(headline=headline, tags=("ferry",)) for headline in ("Ferry", "Harbour")]
    desk.articles.apply(created(*made))
    return [desk.articles.get(one.id) for one in made]


def test_a_finder_with_nothing_gives_its_room_away_and_takes_it_back(
    qtbot: QtBot, desk: Desk, articles: list[Article]
) -> None:
    holder = Holder(desk)
    qtbot.addWidget(holder, before_close_func=lambda widget: widget.jobs.stop_all())
    split = FinderSplit(holder.finder, QListWidget(), (260, 340))
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(split)
    holder.resize(320, 640)
    holder.show()
    holder.finder.show_article(articles[0], "UTC")
    until(qtbot, lambda: holder.headlines() == ["Harbour"])
    split.setSizes([300, 300])
    before = split.sizes()
    QTest.keyClicks(holder.line, "submarine")
    until(qtbot, lambda: holder.state() == "No article has these words")
    qtbot.waitUntil(lambda: split.sizes()[0] < 120)
    assert holder.finder.height() >= holder.finder.minimumSizeHint().height()
    holder.resize(280, 640)
    holder.line.clear()
    holder.finder.look()
    until(qtbot, lambda: holder.headlines() == ["Harbour"])
    qtbot.waitUntil(lambda: abs(split.sizes()[0] - before[0]) < 4)

"""Where timelines are seen: what is marked at the current entry is told below it, and why there is none in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.concern import Concern
from editor.timeline import timeline
from editor.ui.widgets.edition_zone import EditionZone
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.timeline_column import TimelineList
from editor.ui.widgets.timeline_stage import TimelineStage
from tests.builders import NOON, a_link, an_article, some_settings

TARGET = an_article(headline="Drums", status=Status.DRAFT, published=NOON - timedelta(days=1))
ARTICLE = an_article(links=(a_link(TARGET, on_timeline=True),))
SETTINGS = some_settings()


@pytest.fixture
def stage(qtbot: QtBot) -> TimelineStage:
    made = TimelineStage(can_write=True)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    return made


def shown(stage: TimelineStage, article: Article = ARTICLE) -> None:
    found = {
        locale: timeline(article, {TARGET.id: TARGET}, settings=SETTINGS, edition_locale=locale, at=NOON)
        for locale in ("en", "sw")
    }
    stage.show_timelines(found, article, SETTINGS)


def said(stage: TimelineStage) -> list[str]:
    states = [state for state in stage.findChildren(EmptyState) if state.isVisible()]
    return [label.text() for state in states for label in state.findChildren(QLabel)]


def test_each_state_is_in_words(stage: TimelineStage) -> None:
    stage.begin(None, has_editions=False)
    assert "No edition yet" in said(stage)
    stage.begin(None, has_editions=True)
    assert "Open an article to see how it came about." in said(stage)
    stage.begin(ARTICLE, has_editions=True)
    assert "Putting the timeline into words…" in said(stage)
    stage.show_failure(say("It did not work."), say("Because."))
    assert {"It did not work.", "Because."} <= set(said(stage))
    shown(stage, an_article())
    assert "Nothing on the timeline yet" in said(stage)
    stage.retranslate()


def test_the_current_entry_tells_what_is_marked_and_mends_it(qtbot: QtBot, stage: TimelineStage) -> None:
    stage.begin(ARTICLE, has_editions=True)
    shown(stage)
    view = stage.findChild(TimelineList, "timeline.list.sw")
    assert view is not None
    view.setCurrentIndex(view.model().index(0, 0))
    buttons = [button for button in stage.findChildren(QPushButton) if button.objectName().startswith("timeline.mend")]
    assert [button.text() for button in buttons if button.isVisible()] == ["Open the article", "Open the article"]
    with qtbot.waitSignal(stage.mend_asked) as asked:
        next(button for button in buttons if button.isVisible()).click()
    assert (asked.args[0], asked.args[1].concern) == (ARTICLE.links[0].id, Concern.UNSEEN)
    assert stage.article_of(ARTICLE.links[0].id) == TARGET.id
    assert stage.article_of("gone") == ""


def test_an_articles_own_zone_leaves_the_editions_nothing_to_choose(stage: TimelineStage) -> None:
    shown(stage)
    assert len([zone for zone in stage.findChildren(EditionZone) if zone.isVisible()]) == 2
    shown(stage, an_article(links=ARTICLE.links, display_zone="Asia/Tokyo"))
    assert [zone for zone in stage.findChildren(EditionZone) if zone.isVisible()] == []

"""The head of the checks says how many there are and lets one rule be looked at alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.overview import Overview, Wanted
from editor.ui.widgets.check_head import ACCEPTED, CheckHead

SEEN = Overview(matching=3, blocking=1, open=3, accepted=2, checks={"links": 2, "headline": 1})


@pytest.fixture
def head(qtbot: QtBot) -> CheckHead:
    made = CheckHead({"headline": say("Headlines"), "links": say("Links"), "dates": say("Dates")})
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def test_it_counts_and_offers_the_rules_that_have_any(head: CheckHead) -> None:
    head.show_busy()
    assert not head.said.text()  # nor does it here: the panel says that it is being looked
    head.show_seen(SEEN)
    assert head.said.text() == "3 things to look at · 1 stops the export"
    offered = [head.filter.itemText(row) for row in range(head.filter.count())]
    assert offered == ["All to look at (3)", "Headlines (1)", "Links (2)", "Accepted (2)"]
    assert head.wanted == Wanted()
    head.filter.committed.emit("links")
    assert head.wanted == Wanted(check="links")
    head.filter.committed.emit(ACCEPTED)
    assert head.wanted == Wanted(is_accepted=True)
    head.show_seen(Overview())
    assert not head.said.text()  # the panel says it, once
    head.forget_filter()
    head.show_seen(Overview())
    assert head.filter.isHidden()
    head.show_seen(Overview(unseen=2))
    assert head.said.text() == "The pages of 2 articles are looked at while you work"
    head.show_seen(replace(SEEN, blocking=0, unseen=1))
    assert head.said.text() == "3 things to look at · The page of 1 article is looked at while you work"


def test_long_looking_shows_how_far_it_is_and_can_be_stopped(head: CheckHead) -> None:
    head.show_busy()
    assert not head.bar.isVisible()
    head.show_progress(0.5, say(""))
    assert (head.bar.isVisible(), head.bar.value()) == (True, 500)
    stopped: list[bool] = []
    head.stopped.connect(lambda: stopped.append(True))
    head.stop.click()
    assert stopped == [True]
    head.show_nothing()
    assert not head.bar.isVisible()
    head.show_progress(0.9, say(""))  # a word that came too late
    assert not head.bar.isVisible()


def test_another_scope_begins_with_every_rule(head: CheckHead) -> None:
    head.filter.committed.emit("links")
    changed: list[bool] = []
    head.changed.connect(lambda: changed.append(True))
    assert not head.is_whole
    head.show_whole()
    head.scope.chosen.emit("whole")
    assert (head.is_whole, head.wanted, changed) == (True, Wanted(), [True])

"""The head of the timeline: two ways to fill it, one open at a time; trouble in words; the zone by its meaning."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.widgets.timeline_head import TimelineHead
from editor.ui.widgets.zone_field import ZoneField


@pytest.fixture
def head(qtbot: QtBot) -> TimelineHead:
    made = TimelineHead(can_write=True)
    qtbot.addWidget(made)
    made.show()
    return made


def button(head: TimelineHead, name: str) -> QPushButton:
    found = head.findChild(QPushButton, f"timeline.{name}")
    assert found is not None
    return found


def test_one_way_at_a_time(head: TimelineHead) -> None:
    said: list[tuple[str, bool]] = []
    head.adding.connect(lambda is_on: said.append(("add", is_on)))
    head.pulling.connect(lambda is_on: said.append(("pull", is_on)))
    button(head, "add").click()
    head.begin_pulling()
    assert said == [("add", True), ("add", False), ("pull", True)]
    assert not button(head, "add").isChecked()
    head.begin_pulling()
    button(head, "add").click()
    assert said[3:] == [("pull", False), ("add", True)]
    head.leave()
    assert not button(head, "add").isChecked()


def test_trouble_is_said_and_goes(head: TimelineHead) -> None:
    label = head.findChild(QLabel, "timeline.trouble")
    assert label is not None
    head.show_trouble(say("One."), say("Two."))
    assert (label.text(), label.isVisible()) == ("One.\nTwo.", True)
    head.show_trouble()
    assert not label.isVisible()


def test_no_zone_of_its_own_means_the_newsrooms_or_each_editions(head: TimelineHead) -> None:
    field = head.findChild(ZoneField)
    assert field is not None
    head.show_zone("", "UTC", differs=False)
    assert field.currentText() == "The newsroom's: UTC"
    head.show_zone("", "UTC", differs=True)
    assert field.currentText() == "That of each edition"
    head.show_zone("Asia/Tokyo", "UTC", differs=True)
    assert field.currentText() == "Asia/Tokyo"
    head.retranslate()
    assert field.currentText() == "Asia/Tokyo"


def test_whoever_only_reads_cannot_fill_it(qtbot: QtBot) -> None:
    made = TimelineHead(can_write=False)
    qtbot.addWidget(made)
    made.show()
    assert not button(made, "add").isVisible()
    assert not button(made, "pull").isVisible()

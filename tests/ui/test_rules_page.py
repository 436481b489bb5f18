"""The newsroom's rules in its settings: each with its level, and what a page may weigh."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.domain.check_choices import CheckChoices, Level
from editor.domain.settings import NewsroomSettings
from editor.services.judging import rules
from editor.ui.rules_page import RulesPage


@pytest.fixture
def page(qtbot: QtBot) -> RulesPage:
    made = RulesPage(rules())
    qtbot.addWidget(made)
    made.retranslate()
    made.show_settings(NewsroomSettings(name="Desk", checks=CheckChoices(levels={"links": Level.OFF})))
    return made


def test_every_rule_shows_its_level(page: RulesPage) -> None:
    assert page.levels["links"].value() == "off"
    assert page.levels["headline"].value() == "warn"
    assert (page.levels["image-file"].value(), page.levels["image-file"].isEnabled()) == ("block", False)
    assert all(level.accessibleName() and level.accessibleDescription() for level in page.levels.values())


def test_a_level_is_handed_out_and_the_usual_one_is_not_kept(page: RulesPage) -> None:
    out: list[NewsroomSettings] = []
    page.committed.connect(out.append)
    page.levels["headline"].committed.emit("block")
    assert out[-1].checks.levels == {"links": Level.OFF, "headline": Level.BLOCK}
    page.levels["links"].committed.emit("warn")
    assert out[-1].checks.levels == {}


@pytest.mark.parametrize(("typed", "weight"), [("450", 450), (" 900 ", 900), ("much", 0)])
def test_the_weight_is_handed_out(page: RulesPage, typed: str, weight: int) -> None:
    out: list[NewsroomSettings] = []
    page.committed.connect(out.append)
    page.weight.setText(typed)
    page.settle()
    assert out[-1].checks.page_weight == weight


def test_a_weight_that_was_taken_is_asked_for_no_more(page: RulesPage) -> None:
    page.committed.connect(page.show_settings)
    page.weight.setText("900")
    page.settle()
    out: list[NewsroomSettings] = []
    page.committed.connect(out.append)
    page.weight.setText("9001")
    page.weight.setText("900")
    assert out == []


def test_what_holds_is_handed_out_when_it_stands_in_the_place_of_what_was_refused(page: RulesPage) -> None:
    out: list[NewsroomSettings] = []
    page.committed.connect(out.append)
    held = page.weight.text()
    page.weight.setText("much")
    page.settle()
    page.weight.setText(held)
    assert [settings.checks.page_weight for settings in out] == [0, int(held)]

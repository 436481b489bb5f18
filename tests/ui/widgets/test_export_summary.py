"""What will go out and what to check first, in numbers and lines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.problem import Problem
from editor.ui.widgets.export_summary import ExportSummary
from editor.ui.widgets.problem_list import ProblemList
from tests.builders import NOON


@pytest.fixture
def summary(qtbot: QtBot) -> ExportSummary:
    made = ExportSummary()
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(400, 300)
    made.show()
    return made


def text(summary: ExportSummary, name: str) -> str:
    found = summary.findChild(QLabel, f"export.{name}")
    assert found is not None
    return found.text()


def test_numbers_are_counted_in_words(summary: ExportSummary) -> None:
    summary.show_counts(1, 2)
    assert text(summary, "goes_out") == "1 article in 2 editions"


def test_with_nothing_published_it_says_what_would_go_out(summary: ExportSummary) -> None:
    summary.show_counts(0, 2)
    assert text(summary, "goes_out").startswith("Nothing is published yet,")


def test_looking_found_nothing_found_and_not_known(summary: ExportSummary) -> None:
    problems = summary.findChild(ProblemList)
    assert problems is not None
    assert text(summary, "to_check") == "Looking for what is to check…"
    summary.show_problems([], {})
    assert text(summary, "to_check") == "Nothing stands in the way"
    summary.show_problems([Problem(check="c", message=say("Wrong"))], {})
    assert text(summary, "to_check") == "1 thing to check first"
    assert problems.isVisible()
    summary.show_unknown()
    assert "could not be found out" in text(summary, "to_check")
    assert not problems.isVisible()


def test_one_can_look_again(qtbot: QtBot, summary: ExportSummary) -> None:
    button = summary.findChild(QPushButton, "export.check")
    assert button is not None
    with qtbot.waitSignal(summary.check_asked):
        button.click()


def test_what_waits_for_its_hour_is_told_and_does_not_go_out(summary: ExportSummary) -> None:
    waits = summary.findChild(QLabel, "export.waits")
    assert waits is not None
    assert not waits.isVisible()
    summary.show_counts(5, 2)
    summary.show_waiting([NOON, NOON + timedelta(days=1), NOON + timedelta(days=2)], "Asia/Tokyo")
    assert waits.isVisible()
    assert "3 articles wait for their hour" in waits.text()
    assert "2026-01-14 21:00" in waits.text()
    assert text(summary, "goes_out") == "2 articles in 2 editions"
    summary.show_counts(3, 2)
    assert text(summary, "goes_out") == "Nothing goes out yet"
    summary.show_waiting([], "Asia/Tokyo")
    assert not waits.isVisible()
    assert text(summary, "goes_out") == "3 articles in 2 editions"


def test_the_article_that_goes_alone_does_not_hang_on_what_is_published_or_waits(summary: ExportSummary) -> None:
    summary.show_counts(0, 2, is_alone=True)
    assert text(summary, "goes_out") == "1 article"
    summary.show_waiting([NOON + timedelta(hours=1)], "Africa/Nairobi")
    assert text(summary, "goes_out") == "1 article"

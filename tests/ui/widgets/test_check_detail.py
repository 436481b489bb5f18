"""What to do about one problem, and why it may stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.check_choices import Accepted
from editor.domain.problem import Problem
from editor.services.judging import rules
from editor.ui.widgets.check_detail import CheckDetail
from tests.builders import NOON

PROBLEM = Problem(check="links", message=say("Gone."), article="1", field="links", hint=say("Take it out."))
LET = replace(
    PROBLEM, accepted=Accepted(check="links", fingerprint="f", reason="It comes tonight.", by="Asha", at=NOON)
)


@pytest.fixture
def detail(qtbot: QtBot) -> CheckDetail:
    made = CheckDetail(rules(), can_write=True)
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def test_it_says_what_to_do_and_asks_for_a_reason(detail: CheckDetail) -> None:
    detail.show_problem(PROBLEM, "UTC")
    assert _text(detail, "checks.advice") == "Take it out."
    assert not detail.accept.isEnabled()
    out: list[str] = []
    detail.accepted.connect(out.append)
    detail.reason.setText("  ")
    QTest.keyClick(detail.reason, Qt.Key.Key_Return)
    assert out == []
    QTest.keyClicks(detail.reason, "It comes. ")
    QTest.keyClick(detail.reason, Qt.Key.Key_Return)
    assert out == ["It comes."]


def test_a_reason_stays_with_its_problem_and_with_no_other(detail: CheckDetail) -> None:
    detail.show_problem(PROBLEM, "UTC")
    detail.reason.setText("Because")
    detail.show_problem(replace(PROBLEM, line=4), "UTC")
    assert detail.reason.text() == "Because"
    detail.show_problem(replace(PROBLEM, message=say("Late.")), "UTC")
    assert detail.reason.text() == ""


def test_what_is_accepted_says_who_when_and_why(detail: CheckDetail) -> None:
    detail.show_problem(LET, "Asia/Tokyo")
    assert _text(detail, "checks.standing") == "Accepted by Asha, 14 Jan 2026: It comes tonight."
    assert detail.reason.isHidden()
    assert detail.take_back.isVisible()


def test_nothing_is_accepted_by_who_only_reads_nor_of_what_no_export_can_do_without(qtbot: QtBot) -> None:
    reads = CheckDetail(rules(), can_write=False)
    qtbot.addWidget(reads)
    for detail, problem in (
        (reads, PROBLEM),
        (CheckDetail(rules(), can_write=True), replace(PROBLEM, check="image-file")),
    ):
        qtbot.addWidget(detail)
        detail.show_problem(problem, "UTC")
        assert detail.reason.isHidden()
        assert detail.accept.isHidden()
    reads.show_problem(LET, "UTC")
    assert reads.take_back.isHidden()
    reads.show_problem(None, "UTC")
    assert reads.isHidden()


def _text(detail: CheckDetail, name: str) -> str:
    found = detail.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()

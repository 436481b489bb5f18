"""The record of a withdrawal: when, why, and whether readers are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from editor.domain.article import Withdrawal
from editor.ui.widgets.withdrawal_form import WithdrawalForm
from tests.builders import NOON

RECORD = Withdrawal(at=NOON, note="Not checked.")


@pytest.fixture
def form(qtbot: QtBot) -> WithdrawalForm:
    made = WithdrawalForm()
    qtbot.addWidget(made)
    made.show_withdrawal(RECORD, "Asia/Tokyo")
    return made


def test_each_part_goes_out_with_the_others(form: WithdrawalForm, qtbot: QtBot) -> None:
    form.note.take_over("A source was wrong.")
    with qtbot.waitSignal(form.committed) as said:
        form.settle()
    assert said.args == [replace(RECORD, note="A source was wrong.")]
    form.show_withdrawal(RECORD, "Asia/Tokyo")
    with qtbot.waitSignal(form.committed) as said:
        form.is_told.click()
    assert said.args == [replace(RECORD, is_told=True)]
    form.at.setText("2026-01-14 22:00")
    with qtbot.waitSignal(form.committed) as said:
        form.at.settle()
    assert said.args == [replace(RECORD, at=NOON + timedelta(hours=1))]


def test_what_is_no_time_is_refused_and_no_record_hands_out_nothing(form: WithdrawalForm, qtbot: QtBot) -> None:
    form.at.setText("later")
    with qtbot.waitSignal(form.refused), qtbot.assertNotEmitted(form.committed):
        form.at.settle()
    form.show_withdrawal(None, "Asia/Tokyo")
    with qtbot.assertNotEmitted(form.committed):
        form.is_told.click()

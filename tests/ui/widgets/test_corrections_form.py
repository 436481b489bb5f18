"""Notes to readers about what was put right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.domain.article import Correction
from editor.ui.widgets.corrections_form import CorrectionsForm
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.text_area import TextArea
from tests.builders import NOON

FIRST, SECOND = Correction(at=NOON, note="One\nline"), Correction(at=NOON, note="Two")


@pytest.fixture
def form(qtbot: QtBot) -> CorrectionsForm:
    made = CorrectionsForm()
    qtbot.addWidget(made)
    made.show_corrections((FIRST, SECOND), "Asia/Tokyo")
    return made


def _notes(form: CorrectionsForm) -> list[str]:
    return [area.text() for area in form.findChildren(TextArea)]


def test_a_changed_note_goes_out_with_the_others(form: CorrectionsForm, qtbot: QtBot) -> None:
    assert _notes(form) == ["One\nline", "Two"]
    QTest.keyClicks(form.findChildren(TextArea)[1], "Not ")
    with qtbot.waitSignal(form.committed) as said:
        form.settle()
    assert said.args == [(FIRST, Correction(at=NOON, note="Not Two"))]


def test_a_changed_instant_goes_out(form: CorrectionsForm, qtbot: QtBot) -> None:
    at = form.findChild(InstantField, "draft.correction.0.at")
    assert at is not None
    assert at.text() == "2026-01-14 21:00"
    at.setText("2026-01-14 22:00")
    with qtbot.waitSignal(form.committed) as said:
        at.settle()
    assert said.args[0][0].at == NOON + timedelta(hours=1)
    at.setText("later")
    with qtbot.waitSignal(form.refused):
        at.settle()


def test_one_is_taken_out_and_one_asked_for(form: CorrectionsForm, qtbot: QtBot) -> None:
    remove = form.findChild(QToolButton, "draft.correction.0.remove")
    add = form.findChild(QPushButton, "draft.corrections.add")
    assert remove is not None
    assert add is not None
    with qtbot.waitSignal(form.committed) as said:
        remove.click()
    assert said.args == [(SECOND,)]
    with qtbot.waitSignal(form.add_asked):
        add.click()


def test_rows_come_and_go(form: CorrectionsForm, qtbot: QtBot) -> None:
    form.show_corrections((SECOND,), "UTC")
    qtbot.waitUntil(lambda: _notes(form) == ["Two"])
    form.show_corrections((), "UTC")
    qtbot.waitUntil(lambda: _notes(form) == [])
    form.set_writable(is_writable=False)
    assert not form.isEnabled()
    form.retranslate()
    form.focus_last()

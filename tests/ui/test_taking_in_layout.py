"""The parts of the window that takes in: what shows when, and what can be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from editor.services.taking_in import Question, TakingInOptions
from editor.ui.taking_in_layout import TakeInLayout
from editor.ui.widgets.marked_list import MarkedRow


@pytest.fixture
def host(qtbot: QtBot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def parts(host: QDialog) -> TakeInLayout:
    made = TakeInLayout(host)
    made.retranslate()
    host.show()
    return made


def test_without_files_only_the_invitation_shows(parts: TakeInLayout) -> None:
    parts.show_state(has_files=False)
    assert parts.empty.isVisible()
    assert not parts.zone.isVisible()


def test_questions_are_put_in_words(parts: TakeInLayout, host: QDialog) -> None:
    parts.show_state(has_files=True)
    asked = host.findChild(QLabel, "take_in.asked")
    assert asked is not None
    parts.show_questions(set(Question), TakingInOptions(zone="Asia/Tokyo"), "UTC")
    assert len(asked.text().splitlines()) == len(Question)
    assert parts.zone.value() == "Asia/Tokyo"
    parts.show_questions(frozenset(), TakingInOptions(), "UTC")
    assert asked.text() == "Every question is answered."


def test_where_nothing_is_asked_no_line_is_kept_for_it(parts: TakeInLayout, host: QDialog) -> None:
    parts.show_state(has_files=True)
    parts.show_questions(frozenset(), TakingInOptions(), "UTC")
    asked = host.findChild(QLabel, "take_in.asked")
    assert asked is not None
    assert not asked.isVisible()


def test_the_button_says_how_many_and_is_off_for_none(parts: TakeInLayout) -> None:
    parts.show_summary("All is well.", 3)
    assert parts.take.text() == "Take in 3 articles"
    parts.show_summary("", 0)
    assert not parts.take.isEnabled()


def test_the_file_that_was_looked_at_stays_current(parts: TakeInLayout) -> None:
    parts.show_rows([MarkedRow("a"), MarkedRow("b")], ["a.md", "b.md"])
    parts.list.setCurrentRow(1)
    parts.show_rows([MarkedRow("b"), MarkedRow("a")], ["b.md", "a.md"])
    assert parts.list.currentRow() == 0
    parts.show_rows([MarkedRow("c")], ["c.md"])
    assert parts.list.currentRow() == 0


def test_nothing_can_be_changed_while_it_works(parts: TakeInLayout) -> None:
    parts.set_busy(is_busy=True)
    assert not parts.files.isEnabled()
    parts.set_busy(is_busy=False)
    assert parts.files.isEnabled()

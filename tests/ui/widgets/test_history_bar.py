"""The controls over the history."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.domain.version import VersionKind
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.history_bar import PRESENT, HistoryBar
from tests.builders import a_version, an_article

HEADS = [a_version(an_article(), id=str(n), kind=VersionKind.NAMED, label=f"Name {n}") for n in range(3)]


def _is_beside(bar: HistoryBar) -> bool:
    return bar.is_side_by_side


def test_it_asks_for_what_is_chosen(qtbot: QtBot) -> None:
    bar = HistoryBar(can_write=True)
    qtbot.addWidget(bar)
    bar.offer(HEADS, "UTC")
    field = bar.findChild(ChoiceField, "history.with")
    assert field is not None
    assert bar.compared_with == PRESENT
    with qtbot.waitSignal(bar.compare_asked):
        field.setCurrentIndex(field.findData("1"))
        field.activated.emit(field.currentIndex())
    assert bar.compared_with == "1"
    bar.offer(HEADS[2:], "UTC")
    assert bar.compared_with == PRESENT  # the other is no more
    assert not _is_beside(bar)
    beside = bar.findChild(QToolButton, "history.look.beside")
    assert beside is not None
    with qtbot.waitSignal(bar.look_changed):
        beside.click()
    assert _is_beside(bar)
    named_only = bar.findChild(QCheckBox, "history.asked_only")
    assert named_only is not None
    with qtbot.waitSignal(bar.asked_only) as said:
        named_only.click()
    assert said.args == [True]


def test_restoring_needs_a_version_a_difference_and_the_right_to_write(qtbot: QtBot) -> None:
    for can_write in (True, False):
        bar = HistoryBar(can_write=can_write)
        qtbot.addWidget(bar)
        restore = bar.findChild(QPushButton, "history.restore")
        assert restore is not None
        assert not restore.isEnabled()
        bar.show_chosen(HEADS[0], can_restore=False)
        assert not restore.isEnabled()
        bar.show_chosen(HEADS[0], can_restore=True)
        assert restore.isEnabled() is can_write

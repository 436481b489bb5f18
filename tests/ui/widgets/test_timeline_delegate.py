"""Rows as they are drawn: as high as their words, measured once, and put in place of others without a jump."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.timeline_delegate import RowMark, TimelineDelegate, TimelineModel, TimelineRow


def row(number: int, headline: str = "Ferry", *marks: RowMark, ago: str = "") -> TimelineRow:
    return TimelineRow(str(number), "Monday, 12 January 2026", headline, "en", "en", marks, ago=ago)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_more_words_are_higher_and_narrow_rows_too(qapp: QApplication, holder: QWidget) -> None:
    assert qapp
    delegate = TimelineDelegate(holder, is_mirrored=False)
    plain = delegate.natural_height(row(1), 200)
    assert delegate.natural_height(row(1, "Ferry " * 20), 200) > plain
    assert delegate.natural_height(row(1, "Ferry", RowMark("This stands twice.")), 200) > plain
    assert delegate.natural_height(row(1, ago="3 hours ago"), 120) > delegate.natural_height(row(1), 200)
    delegate.forget_heights()
    assert delegate.natural_height(row(1), 200) == plain


def test_only_what_changed_is_told(qtbot: QtBot, holder: QWidget) -> None:
    model = TimelineModel(holder)
    model.put_rows([row(number) for number in range(9)])
    changed = [row(number, "Bridge" if number in {3, 5} else "Ferry") for number in range(9)]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.put_rows(changed)
    assert [index.row() for index in told.args[:2]] == [3, 5]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.put_rows(changed)
    with qtbot.waitSignal(model.modelReset):
        model.put_rows(changed[:4])
    assert model.rowCount() == 4

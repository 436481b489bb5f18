"""A scroll area says that there is more below, until one has seen it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.more_below import MoreBelow


@pytest.fixture
def area(qtbot: QtBot) -> MoreBelow:
    made = MoreBelow()
    inside = QWidget()
    inside.setFixedSize(100, 600)
    made.setWidget(inside)
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show()
    return made


def test_it_is_said_until_the_end_is_in_sight(area: MoreBelow) -> None:
    bar = area.verticalScrollBar()
    told = []
    for place in (bar.minimum(), bar.maximum(), bar.minimum()):
        bar.setValue(place)
        told.append(area.says_more)
    assert told == [True, False, True]


def test_where_all_is_in_sight_nothing_is_said(area: MoreBelow) -> None:
    area.resize(200, 700)
    assert not area.says_more


def test_the_cut_row_fades_out(area: MoreBelow) -> None:
    shown = area.grab().toImage()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.grab().toImage() != shown

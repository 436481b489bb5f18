"""The width of a device inside a panel of any width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.page_stage import WIDTHS, PageStage


@pytest.mark.parametrize(
    ("device", "room", "width", "zoom"),
    [
        ("phone", 420, 390, 1.0),
        ("phone", 312, 312, 0.8),
        ("tablet", 410, 410, 0.5),
        ("tablet", 1000, 820, 1.0),
        ("desktop", 640, 640, 0.5),
        ("desktop", 2000, 2000, 1.0),
        ("desktop", 100, 100, 0.25),
    ],
)
def test_the_page_is_as_wide_as_the_device_or_drawn_smaller(
    qtbot: QtBot, device: str, room: int, width: int, zoom: float
) -> None:
    stage, view, zooms = PageStage(), QWidget(), [0.0]
    qtbot.addWidget(stage)
    stage.set_view(view, zooms.append)
    stage.resize(room, 500)
    stage.set_device(device)
    assert view.geometry().width() == width
    assert zooms[-1] == pytest.approx(zoom)
    assert abs(view.geometry().center().x() - room / 2) <= 1


def test_a_view_that_cannot_draw_smaller_is_only_narrower(qtbot: QtBot) -> None:
    stage, first, view = PageStage(), QWidget(), QWidget()
    qtbot.addWidget(stage)
    stage.set_view(first, None)
    stage.resize(300, 500)
    stage.show()
    stage.set_view(view, None)
    stage.set_device("desktop")
    assert view.width() == 300
    assert not first.isVisible()
    assert stage.sizeHint().width() == WIDTHS["phone"]

"""A text can be laid out for more dots up and down than its window has, and for as many across."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.scaled_device import scaled_device


@pytest.mark.parametrize("scale", [1, 1.5, 0.5])
def test_the_dots_up_and_down_are_scaled_and_those_across_are_not(qtbot: QtBot, scale: float) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    device = scaled_device(widget, scale)
    assert device.logicalDpiY() == pytest.approx(widget.logicalDpiY() * scale, abs=1)
    assert device.logicalDpiX() == widget.logicalDpiX()
    assert not isinstance(device, QWidget)  # which would look for its screen for every paragraph

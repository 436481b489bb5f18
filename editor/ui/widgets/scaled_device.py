"""What a text is laid out for, as if it had more or fewer dots to the inch than the screen."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPaintDevice
from PySide6.QtWidgets import QWidget

_METRES_AN_INCH = 0.0254


def scaled_device(widget: QWidget, scale: float) -> QPaintDevice:
    """Return something with the dots to the inch of `widget`, so many times as many of them up and down.

    It is not the widget itself, even where nothing is scaled: a layout asks for each of its paragraphs how many dots
    there are, and a widget looks for its screen then. That was a tenth of what a key costs in a long text.
    """
    device = QImage(1, 1, QImage.Format.Format_Mono)
    device.setDotsPerMeterX(round(widget.logicalDpiX() / _METRES_AN_INCH))
    device.setDotsPerMeterY(round(widget.logicalDpiY() * scale / _METRES_AN_INCH))
    return device

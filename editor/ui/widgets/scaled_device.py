"""What a text is laid out for, as if it had more or fewer dots to the inch than the screen."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPaintDevice
from PySide6.QtWidgets import QWidget

_METRES_AN_INCH = 0.0254


def scaled_device(widget: QWidget, scale: float) -> QPaintDevice:
    """Return the widget itself, or with another scale than 1 something with so many times its dots, up and down."""
    if scale == 1:
        return widget
    device = QImage(1, 1, QImage.Format.Format_Mono)
    device.setDotsPerMeterX(round(widget.logicalDpiX() / _METRES_AN_INCH))
    device.setDotsPerMeterY(round(widget.logicalDpiY() * scale / _METRES_AN_INCH))
    return device

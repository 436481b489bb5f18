"""Names by which tests and assistive technology find a widget."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


def named(widget: Kind, name: str) -> Kind:
    """Return `widget`, called `name` ("status.saved", "welcome.person")."""
    widget.setObjectName(name)
    return widget

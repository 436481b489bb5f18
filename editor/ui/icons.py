"""The one set of icons: drawn as strokes on a 24-grid in `resources/icons`, tinted by the palette at every painting.

Ours, not a library's: importing QtAwesome alone took 0.3 s, as long as the bare window.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from editor.core.resources import resources_root
from editor.ui import theme

# What points the way that one reads: from right to left it points the other way.
_DIRECTED = frozenset({"back", "next", "undo", "redo"})

_PALE = 0.6  # of what cannot be pressed: beside ink the muted colour alone is not seen to be another

SMALL = 16
NORMAL = 20


def icon(name: str, tint: str = "") -> QIcon:
    """Return the icon called `name`; it wears the token `tint`, or ink, muted or accent by its state.

    An unknown name is a `FileNotFoundError` when the icon is first painted, so a test finds it, not a reporter.
    """
    return QIcon(_Engine(name, tint))


def pixmap(name: str, size: int = NORMAL, tint: str = "", ratio: float = 1.0) -> QPixmap:
    """Return the icon as `size` logical pixels for a screen with `ratio` device pixels each."""
    return _drawn(name, round(size * ratio), ratio, getattr(theme.tokens(), tint or "ink"), is_turned=_is_turned(name))


def names() -> tuple[str, ...]:
    """Return the names of all icons there are."""
    return tuple(sorted(path.stem for path in (resources_root() / "icons").glob("*.svg")))


class _Engine(QIconEngine):
    """Draws one icon in the palette that is on; made by `icon`."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def _color(self, mode: QIcon.Mode) -> str:
        return str(getattr(theme.tokens(), "muted" if self._is_pale(mode) else self._tint or "ink"))

    def _is_pale(self, mode: QIcon.Mode) -> bool:
        """Say whether it cannot be pressed now: what tells of a fault keeps its colour."""
        return mode is QIcon.Mode.Disabled and self._tint in ("", "accent")

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        side = min(rect.width(), rect.height())
        drawn = _drawn(self._name, round(side * ratio), ratio, self._color(mode), is_turned=_is_turned(self._name))
        place = QRect(QPoint(0, 0), QSize(side, side))
        place.moveCenter(rect.center())
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(_PALE)
        painter.drawPixmap(place, drawn)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixels = round(min(size.width(), size.height()) * scale)
        drawn = _drawn(self._name, pixels, scale, self._color(mode), is_turned=_is_turned(self._name))
        if not self._is_pale(mode):
            return drawn
        pale = QPixmap(drawn.size())
        pale.setDevicePixelRatio(scale)
        pale.fill(Qt.GlobalColor.transparent)
        with QPainter(pale) as painter:
            painter.setOpacity(_PALE)
            painter.drawPixmap(QPoint(0, 0), drawn)
        return pale

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)


@cache
def _source(name: str) -> str:
    return (resources_root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _is_turned(name: str) -> bool:
    return name in _DIRECTED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


@cache
def _drawn(name: str, pixels: int, ratio: float, color: str, *, is_turned: bool) -> QPixmap:
    """Return the icon drawn `pixels` device pixels wide, its sides changed when it `is_turned`."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        if is_turned:
            painter.translate(pixels, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    drawn.setDevicePixelRatio(ratio)
    return drawn

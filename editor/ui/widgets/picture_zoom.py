"""How large a picture is looked at and which part of it: values and their rules, no widget."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

_STEP = 1.25
_CLOSEST = 8.0  # screen pixels a pixel of the picture


@dataclass(frozen=True, slots=True)
class PictureZoom:
    """A picture of `size` pixels in `room`, both in screen pixels; `scale` 0 fits it in, never larger than it is.

    `middle` is the point of the picture, as fractions of it, that lies in the middle of the room.
    """

    size: QSizeF
    room: QSizeF
    scale: float = 0.0
    middle: QPointF = field(default_factory=lambda: QPointF(0.5, 0.5))

    @property
    def fitting(self) -> float:
        """Return the scale at which the whole picture is seen."""
        if self.size.isEmpty():
            return 1.0
        return min(1.0, self.room.width() / self.size.width(), self.room.height() / self.size.height())

    @property
    def shown(self) -> float:
        """Return the scale that is meant now."""
        return self.scale or self.fitting

    @property
    def is_fitted(self) -> bool:
        """Say whether the whole picture is seen."""
        return self.shown <= self.fitting

    @property
    def place(self) -> QRectF:
        """Return where the whole picture lies in the room; it may reach over its edges, but leaves no gap it need not.

        Coordinates are those of the room.
        """
        wide, high = self.size.width() * self.shown, self.size.height() * self.shown
        return QRectF(
            _at(wide, self.room.width(), self.middle.x()), _at(high, self.room.height(), self.middle.y()), wide, high
        )

    def in_room(self, room: QSizeF) -> PictureZoom:
        """Return the same look in a room of another size."""
        return replace(self, room=room)

    def fit(self) -> PictureZoom:
        """Return the whole picture."""
        return replace(self, scale=0.0, middle=QPointF(0.5, 0.5))

    def closer(self, steps: float, around: QPointF | None = None) -> PictureZoom:
        """Return the look so many steps closer (negative: farther), the point `around` of the room staying in place."""
        return self.to(self.shown * _STEP**steps, around)

    def to(self, scale: float, around: QPointF | None = None) -> PictureZoom:
        """Return the look at `scale` screen pixels a pixel, the point `around` of the room staying in place."""
        scale = min(max(scale, self.fitting), _CLOSEST)
        if scale <= self.fitting:
            return self.fit()
        held = around or QPointF(self.room.width() / 2, self.room.height() / 2)
        place = self.place
        at = QPointF((held.x() - place.x()) / self.shown, (held.y() - place.y()) / self.shown)  # in the picture
        x = (at.x() + (self.room.width() / 2 - held.x()) / scale) / self.size.width()
        y = (at.y() + (self.room.height() / 2 - held.y()) / scale) / self.size.height()
        return replace(self, scale=scale, middle=self._kept_in(x, y, scale))

    def moved(self, by: QPointF) -> PictureZoom:
        """Return the look with the picture pushed by so many screen pixels."""
        x = self.middle.x() - by.x() / (self.size.width() * self.shown)
        y = self.middle.y() - by.y() / (self.size.height() * self.shown)
        return replace(self, middle=self._kept_in(x, y, self.shown))

    def _kept_in(self, x: float, y: float, scale: float) -> QPointF:
        wide, high = self.size.width() * scale, self.size.height() * scale
        return QPointF(_held(x, self.room.width() / wide), _held(y, self.room.height() / high))


def _at(length: float, room: float, middle: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, room / 2 - middle * length))


def _held(middle: float, share: float) -> float:
    """Return the middle so that the seen `share` of the picture does not reach over its edges."""
    return 0.5 if share >= 1 else min(max(middle, share / 2), 1 - share / 2)

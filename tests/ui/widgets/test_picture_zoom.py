"""How large a picture is looked at and which part of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from editor.ui.widgets.picture_zoom import PictureZoom

ROOM = QSizeF(400, 300)


def _zoom(width: float, height: float) -> PictureZoom:
    return PictureZoom(QSizeF(width, height), ROOM)


def test_a_large_picture_is_fitted_in_and_a_small_one_not_blown_up() -> None:
    assert _zoom(4000, 1000).place == QRectF(0, 100, 400, 100)
    assert _zoom(100, 50).place == QRectF(150, 125, 100, 50)
    assert _zoom(4000, 1000).is_fitted
    assert _zoom(0, 0).shown == 1.0


def test_the_point_under_the_pointer_stays() -> None:
    zoom, at = _zoom(4000, 3000), QPointF(100, 200)

    def under(one: PictureZoom) -> tuple[float, float]:
        return ((at.x() - one.place.x()) / one.shown, (at.y() - one.place.y()) / one.shown)

    closer = zoom.closer(3, at)
    assert not closer.is_fitted
    assert under(closer) == pytest.approx(under(zoom))
    assert under(closer.closer(2, at)) == pytest.approx(under(zoom))


def test_it_never_shows_beside_the_picture_and_ends_at_eight_times() -> None:
    zoom = _zoom(4000, 3000).to(1.0)
    for by in (QPointF(1e6, 1e6), QPointF(-1e6, -1e6)):
        place = zoom.moved(by).place
        assert place.left() <= 0
        assert place.top() <= 0
        assert place.right() >= ROOM.width()
        assert place.bottom() >= ROOM.height()
    assert zoom.moved(QPointF(1e6, 0)).moved(QPointF(-10, 0)).place.left() == pytest.approx(-10)
    assert zoom.to(100).shown == 8.0
    assert zoom.to(0.001) == _zoom(4000, 3000)
    assert zoom.fit().is_fitted


def test_a_wide_strip_stays_in_the_middle_across() -> None:
    zoom = _zoom(4000, 100).to(1.0, QPointF(0, 0))
    assert zoom.place.top() == pytest.approx(100)
    assert zoom.in_room(QSizeF(800, 600)).place.top() == pytest.approx(250)

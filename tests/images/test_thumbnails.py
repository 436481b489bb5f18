"""Small copies for panels: upright, see-through where the picture is, refused where it is none."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pictures

from editor.core.errors import UserError
from editor.images.thumbnails import decoded, thumbnail
from tests.builders import png


def _encoded(picture: Pictures.Image, kind: str, **how: object) -> bytes:
    sink = BytesIO()
    picture.save(sink, kind, **how)
    return sink.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_the_longer_side_fits(kind: str) -> None:
    data = _encoded(Pictures.new("RGB", (600, 300), (200, 10, 10)), kind)
    with Pictures.open(BytesIO(thumbnail(data, 96))) as small:
        assert small.size == (96, 48)
        assert small.format == "JPEG"


def test_a_small_picture_is_not_blown_up() -> None:
    with Pictures.open(BytesIO(thumbnail(png(4, 3), 96))) as small:
        assert small.size == (4, 3)


def test_a_turned_picture_stands_upright() -> None:
    marks = Pictures.Exif()
    marks[0x0112] = 6
    data = _encoded(Pictures.new("RGB", (200, 100)), "JPEG", exif=marks)
    with Pictures.open(BytesIO(thumbnail(data, 50))) as small:
        assert small.size == (25, 50)
        assert not small.getexif()


def test_see_through_stays_see_through() -> None:
    data = _encoded(Pictures.new("RGBA", (80, 80), (0, 0, 0, 0)), "PNG")
    with Pictures.open(BytesIO(thumbnail(data, 40))) as small:
        assert (small.format, small.mode) == ("PNG", "RGBA")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_kind_of_pixel(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    assert thumbnail(_encoded(Pictures.new(mode, (30, 20)), kind), 10)


@pytest.mark.parametrize("data", [b"", b"text", png()[:45]])
def test_no_picture_no_thumbnail(data: bytes) -> None:
    with pytest.raises(UserError):
        thumbnail(data, 50)


def test_pixels_to_look_at_keep_what_is_seen_through() -> None:
    pixels = decoded(_encoded(Pictures.new("RGBA", (60, 30), (200, 10, 10, 128)), "PNG"), 20)
    assert (pixels.width, pixels.height) == (20, 10)
    assert pixels.rgba[:4] == pytest.approx((200, 10, 10, 128), abs=1)
    with pytest.raises(UserError):
        decoded(b"words", 20)

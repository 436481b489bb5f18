"""Makes the small copies that panels show: upright, sRGB or near enough, never written into a bundle."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from editor.images.opening import decoding, open_picture
from editor.images.probing import upright


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: rows of red, green, blue and opacity, a byte each."""

    width: int
    height: int
    rgba: bytes


def thumbnail(data: bytes, pixels: int) -> bytes:
    """Return the picture in `data` as JPEG (PNG where it is see-through), its longer side at most `pixels`.

    Raises `UserError` for what cannot be decoded.
    """
    picture = _scaled(data, pixels)
    sink = BytesIO()
    if picture.mode == "RGBA":
        picture.save(sink, "PNG")
    else:
        picture.save(sink, "JPEG", quality=85)
    return sink.getvalue()


def decoded(data: bytes, pixels: int) -> Pixels:
    """Return the pixels of the picture in `data`, its longer side at most `pixels`; raises `UserError` like the above.

    For looking at one picture large: nothing is encoded, nothing is lost but size.
    """
    picture = _scaled(data, pixels).convert("RGBA")
    return Pixels(picture.width, picture.height, picture.tobytes())


def _scaled(data: bytes, pixels: int) -> Image.Image:
    with open_picture(data) as opened:
        if opened.format == "JPEG":
            opened.draft("RGB", (2 * pixels, 2 * pixels))
        with decoding():
            see_through = "A" in opened.getbands() or "transparency" in opened.info
            picture = upright(opened)
            picture = picture.convert("RGBA" if see_through else "RGB")
            picture.thumbnail((pixels, pixels))
    return picture

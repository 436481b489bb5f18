"""Makes the small copies that panels show: upright, sRGB or near enough, never written into a bundle."""

from __future__ import annotations

from io import BytesIO

from editor.images.opening import decoding, open_picture
from editor.images.probing import upright


def thumbnail(data: bytes, pixels: int) -> bytes:
    """Return the picture in `data` as JPEG (PNG where it is see-through), its longer side at most `pixels`.

    Raises `UserError` for what cannot be decoded.
    """
    with open_picture(data) as opened:
        if opened.format == "JPEG":
            opened.draft("RGB", (2 * pixels, 2 * pixels))
        with decoding():
            see_through = "A" in opened.getbands() or "transparency" in opened.info
            picture = upright(opened)
            picture = picture.convert("RGBA" if see_through else "RGB")
            picture.thumbnail((pixels, pixels))
    sink = BytesIO()
    if see_through:
        picture.save(sink, "PNG")
    else:
        picture.save(sink, "JPEG", quality=85)
    return sink.getvalue()

"""What a picture's bytes say about themselves: format, size, frames. Refuses what no page could show."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence

from editor.core.errors import UserError
from editor.images.opening import BROKEN, FRAME_BUDGET, KINDS, decoding, open_picture

_ORIENTATION = 0x0112
_OF_ONE = frozenset({"JPEG", "MPO", "TIFF", "HEIF"})
_TURNED = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A readable picture: `width` and `height` in pixels as a reader sees it, its orientation mark obeyed."""

    media_type: str
    suffix: str
    width: int
    height: int
    frames: int = 1


def probe(data: bytes) -> Facts:
    """Return the facts of the picture in `data`, having decoded it whole.

    Raises `UserError`: no picture, SVG, damaged or cut off, over 100 megapixels, bloated text inside.
    """
    with open_picture(data) as picture:
        kind = KINDS[picture.format or ""]
        with decoding():
            frames = _decode(picture)
        width, height = picture.size
        if _orientation(picture) in _TURNED:
            width, height = height, width
    if kind.suffix == ".png":
        _check_ending(data)
    return Facts(media_type=kind.media_type, suffix=kind.suffix, width=width, height=height, frames=frames)


def moves(data: bytes) -> bool:
    """Say whether the picture in `data` shows one frame after another; reads no pixels, and what is broken stays still.

    Further frames of a JPEG, TIFF or HEIC are other pictures.
    """
    try:
        with open_picture(data) as picture, decoding():
            return picture.format not in _OF_ONE and bool(getattr(picture, "is_animated", False))
    except UserError:
        return False


def upright(picture: Image.Image) -> Image.Image:
    """Return `picture` turned as its orientation mark says; one with an unreadable mark stays as it is."""
    try:
        return ImageOps.exif_transpose(picture)
    except BROKEN:
        return picture


def _decode(picture: Image.Image) -> int:
    picture.load()
    pixels = picture.width * picture.height
    if picture.format in _OF_ONE:  # further frames are other pictures, and the page shows the first
        return 1
    frames = 1
    for frames, frame in enumerate(ImageSequence.Iterator(picture), 1):
        if frames * pixels > FRAME_BUDGET:
            break
        frame.load()
    picture.seek(0)
    return max(frames, getattr(picture, "n_frames", 1))


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except BROKEN:
        return 1


def _check_ending(data: bytes) -> None:
    # Pillow stops reading once the rows are there; every chunk up to the end mark is checked by `verify` alone.
    with decoding(), Image.open(BytesIO(data), formats=("PNG",)) as picture:
        picture.verify()

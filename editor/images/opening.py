"""Opens picture bytes for every part of this room: known formats only, bounded in pixels, text and time.

Nothing here trusts a file's name; the bytes alone say what they are.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from editor.core.errors import UserError
from editor.core.messages import say

MAX_PIXELS = 100_000_000
FRAME_BUDGET = 2 * MAX_PIXELS


class Kind(NamedTuple):
    """What a format is called on the web and on disk."""

    media_type: str
    suffix: str


KINDS = {
    "JPEG": Kind("image/jpeg", ".jpg"),
    "MPO": Kind("image/jpeg", ".jpg"),  # a JPEG with further frames behind the first: many telephones write it
    "PNG": Kind("image/png", ".png"),
    "WEBP": Kind("image/webp", ".webp"),
    "AVIF": Kind("image/avif", ".avif"),
    "GIF": Kind("image/gif", ".gif"),
    "TIFF": Kind("image/tiff", ".tif"),
    "HEIF": Kind("image/heic", ".heic"),
}
_HEIF = "HEIF"
_FORMATS = tuple(name for name in KINDS if name not in {"MPO", _HEIF})
# The first brand of a file in which telephones keep pictures (ISO/IEC 23008-12, 10.2 and B.4.1).
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

# What Pillow's readers raise on damaged bytes. Kept as a list, not `Exception`: our own bugs must stay visible.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    ArithmeticError,
    AttributeError,
    RuntimeError,  # the reader of AVIF
    struct.error,
    zlib.error,
)

# Pillow refuses above twice this and only warns above it; the warning is of no use, `open_picture` refuses itself.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
# Odd metadata in a picture that can be shown is nothing that anybody could act on.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


@contextlib.contextmanager
def open_picture(data: bytes) -> Iterator[Image.Image]:
    """Yield the picture in `data`, header read and pixels not yet decoded; decode it inside `decoding`.

    Raises `UserError` for what is no picture of a known format, for drawings that can hold programs, and for more
    than 100 megapixels.
    """
    if looks_like_svg(data):
        raise UserError(
            say("This is a drawing in SVG, and drawings in SVG can hold programs."),
            say("Save it as PNG and take that."),
        )
    formats = (*_FORMATS, _HEIF) if looks_like_heif(data) and _reads_heif() else _FORMATS
    with decoding():
        try:
            picture = Image.open(BytesIO(data), formats=formats)
        except UnidentifiedImageError as error:
            raise _unknown(data) from error
    with picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise _too_large()
        yield picture


@contextlib.contextmanager
def decoding() -> Iterator[None]:
    """Turn what Pillow raises on damaged or bloated bytes into a `UserError`. Hold nothing but Pillow's calls in it."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except BROKEN as error:
        raise damaged() from error


def damaged() -> UserError:
    """Return the refusal of a picture whose bytes are cut off or spoilt."""
    return UserError(
        say("This picture is damaged or only a part of it is here."),
        say("Get the file again from where it came, and check that it opens in a picture viewer."),
    )


def looks_like_svg(data: bytes) -> bool:
    """Say whether `data` begins like an SVG drawing, plain or compressed."""
    start = data[:4096]
    if start[:2] == b"\x1f\x8b":
        with contextlib.suppress(zlib.error):
            start = zlib.decompressobj(wbits=31).decompress(data[:4096], 4096)
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            start = start.decode(encoding, "ignore").encode()
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in start.lower()


def looks_like_heif(data: bytes) -> bool:
    """Say whether `data` begins like a HEIC picture; an AVIF may begin so too."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS


@lru_cache(maxsize=1)
def _reads_heif() -> bool:
    """Teach Pillow to read HEIC, late since few files need it; False where the library does not exist."""
    try:
        from pi_heif import register_heif_opener  # type: ignore[import-untyped]
    except ImportError:
        return False
    register_heif_opener(thumbnails=False)
    return True


def _unknown(data: bytes) -> UserError:
    if looks_like_heif(data) and not _reads_heif():
        return UserError(
            say("This is a HEIC picture, and this copy of Makala cannot read those."),
            say("Save it as JPEG and take that."),
        )
    return UserError(
        say("This file is not a picture that Makala can read."),
        say("Take a JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF file."),
    )


def _too_large() -> UserError:
    return UserError(
        say("This picture has more than {count} million pixels.", count=MAX_PIXELS // 1_000_000),
        say("Save a smaller copy and take that."),
    )

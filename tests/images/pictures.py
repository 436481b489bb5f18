"""Pictures for tests that look like something: soft shapes of light and dark, each number another one."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image


def a_picture(number: int, width: int = 320, height: int = 240) -> bytes:
    """Return a PNG of clouds; another `number` is another picture."""
    grid = random.Random(number).randbytes(6 * 5)  # noqa: S311 - the same picture each time is what is wanted
    return _saved(Image.frombytes("L", (6, 5), grid).resize((width, height), Image.Resampling.BICUBIC), "PNG")


def as_jpeg(data: bytes, *, quality: int = 80, width: int = 0) -> bytes:
    """Return the same picture as JPEG, `width` pixels wide where that is given."""
    with Image.open(BytesIO(data)) as picture:
        wanted = picture.convert("RGB")
        if width:
            wanted = wanted.resize((width, round(width * picture.height / picture.width)))
        return _saved(wanted, "JPEG", quality=quality)


def _saved(picture: Image.Image, kind: str, quality: int = 80) -> bytes:
    sink = BytesIO()
    picture.save(sink, kind, **({"quality": quality} if kind == "JPEG" else {}))
    return sink.getvalue()

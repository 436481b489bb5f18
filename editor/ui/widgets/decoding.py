"""Pictures from bytes, on any thread: the one place in which Qt is asked to decode."""

from __future__ import annotations

from PySide6.QtGui import QImage

_FORMATS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))


def picture_of(data: bytes) -> QImage:
    """Return the picture that `data` holds as PNG, JPEG, GIF or WebP; an empty one where it holds none of them.

    Qt is told the format. Left to find it, it asks every plugin under a lock of its own, and one of them for a
    translation; a second thread that comes to decode holds the interpreter and waits for that lock.
    """
    made = QImage()
    name = next((name for beginning, name in _FORMATS if data.startswith(beginning)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        name = "webp"
    if name:
        made.loadFromData(data, name)
    return made

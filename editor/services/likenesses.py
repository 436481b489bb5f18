"""Which pictures of the newsroom look alike. What was once worked out of a picture is kept under `cache/`."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.image import Image

if TYPE_CHECKING:
    from editor.services.images import Images

SMALL = 328  # pixels: the small copy that lists show, twice their frame; hashes are taken from it
_FILE = "likeness-1"  # another hash is another file
_FLAT = "-"
_DIGITS = 16


class Likenesses:
    """Knows the likeness of each picture. Made by `ImageLibrary`; safe on job threads."""

    def __init__(self, images: Images, folder: Path) -> None:
        self._images = images
        self._file = folder / "cache" / _FILE
        self._lock = threading.Lock()
        self._kept: dict[str, int | None] | None = None

    def compare(self, some: Sequence[Image], context: JobContext) -> dict[str, int]:
        """Return by id the number of the group of look-alikes that each of `some` with one is in.

        What is not known of a picture is worked out, which reads its original where it has no small copy yet.
        """
        from editor.images.likeness import groups

        hashes: dict[str, int] = {}
        for number, image in enumerate(some):
            context.report(number / len(some), say("Comparing pictures"))
            started = time.monotonic()
            is_known = self.knows(image)
            if (found := self.of(image)) is not None:
                hashes[image.id] = found
            if not is_known:  # whoever writes meanwhile has the other half of the time
                context.stop.wait(time.monotonic() - started)
        context.check()
        return groups(hashes, context.check)

    def resembling(self, image: Image, others: Mapping[str, Image]) -> list[Image]:
        """Return those of `others`, by content hash, that look like `image` as far as their likeness is known."""
        from editor.images.likeness import are_near

        found = self.of(image)
        if found is None:
            return []
        with self._lock:
            kept = dict(self._known())
        return [
            other
            for digest, other in others.items()
            if digest != image.sha256 and (bits := kept.get(digest)) is not None and are_near(found, bits)
        ]

    def knows(self, image: Image) -> bool:
        """Say whether the likeness of `image` is worked out, or cannot be for want of a file."""
        with self._lock:
            return not image.has_file or image.sha256 in self._known()

    def of(self, image: Image) -> int | None:
        """Return the likeness of `image`, None where it has no file that can be read or shows a plain area."""
        from editor.images.likeness import likeness

        if not image.has_file:
            return None
        with self._lock:
            known = self._known()
            if image.sha256 in known:
                return known[image.sha256]
        small = self._images.thumbnail(image, SMALL)
        found = None
        with contextlib.suppress(UserError):
            found = likeness(small) if small is not None else None
        self._keep(image.sha256, found, is_for_good=small is not None)
        return found

    def _known(self) -> dict[str, int | None]:
        if self._kept is None:
            lines: list[str] = []
            with contextlib.suppress(OSError, UnicodeDecodeError):
                lines = self._file.read_text(encoding="ascii").splitlines()
            self._kept = dict(read for line in lines if (read := _read(line)))
        return self._kept

    def _keep(self, digest: str, found: int | None, *, is_for_good: bool) -> None:
        line = f"{digest} {_FLAT if found is None else f'{found:0{_DIGITS}x}'}\n"
        with self._lock:
            self._known()[digest] = found
            if not is_for_good:  # its file may come back
                return
            with contextlib.suppress(OSError):  # on a full or read-only disk it is simply worked out again
                self._file.parent.mkdir(parents=True, exist_ok=True)
                with self._file.open("a", encoding="ascii", newline="\n") as stream:
                    stream.write(line)


def _read(line: str) -> tuple[str, int | None] | None:
    """Return hash and likeness of a whole line; one that was cut off by a crash is nothing."""
    digest, _space, bits = line.partition(" ")
    if len(digest) != 64 or (bits != _FLAT and len(bits) != _DIGITS):
        return None
    with contextlib.suppress(ValueError):
        return digest, None if bits == _FLAT else int(bits, 16)
    return None

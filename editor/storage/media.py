"""Originals of images: `media/<first 2 of hash>/<sha256><ending>`, written whole, never changed, never removed."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from editor.core.errors import Fault
from editor.core.files import faults, sha256_hex, sync_folder, write_whole
from editor.core.messages import say
from editor.domain.image import Image

MEDIA_NAME = "media"
NOT_KEPT = say("The picture was not kept. Nothing else was changed.")


def keep(folder: Path, data: bytes, suffix: str) -> str:
    """Keep `data` as an original of the newsroom in `folder` and return its SHA-256; raises `Fault`."""
    digest = sha256_hex(data)
    path = _place(folder, digest, suffix)
    with faults(NOT_KEPT):
        if _is_whole(path, len(data)):
            return digest
        new_folder = not path.parent.is_dir()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
        if new_folder:
            sync_folder(path.parent.parent)
    return digest


def original(folder: Path, image: Image) -> Path | None:
    """Return where the original of `image` lies, or None when it has none or it is gone."""
    if not image.has_file:
        return None
    path = _place(folder, image.sha256, PurePath(image.name).suffix)
    if path.is_file():
        return path
    # The name's ending may have been changed since; the hash still finds it.
    return next((other for other in path.parent.glob(f"{image.sha256}.*")), None)


def kept(folder: Path) -> frozenset[str]:
    """Return the hashes of all originals that lie in the newsroom in `folder`, by their names; none is read."""
    root = folder / MEDIA_NAME
    with faults(say("The pictures on disk could not be listed.")):
        shelves = [entry.path for entry in os.scandir(root) if entry.is_dir()] if root.is_dir() else []
        return frozenset(entry.name.partition(".")[0] for shelf in shelves for entry in os.scandir(shelf))


def check_kept(folder: Path, image: Image) -> None:
    """Raise a `Fault` when `image` says that it has a file and the newsroom does not hold it."""
    if image.has_file and original(folder, image) is None:
        raise Fault(NOT_KEPT, say("Its original is not in the newsroom: {name}.", name=image.name), can_retry=False)


def _place(folder: Path, digest: str, suffix: str) -> Path:
    return folder / MEDIA_NAME / digest[:2] / f"{digest}{suffix}"


def _is_whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size

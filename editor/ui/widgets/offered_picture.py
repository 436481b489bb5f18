"""Pictures that a person drops, pastes or copies: what a clipboard or a drag holds, before anything of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from editor.i18n.interface import tr
from editor.ui.widgets.article_mime import IMAGE_MIME, ids_in

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp", ".heic", ".heif"})


@dataclass(frozen=True, slots=True)
class OfferedPicture:
    """One picture that is offered: a file's path, the bytes themselves, or the id of one that the newsroom has."""

    name: str
    path: Path | None = None
    data: bytes = b""
    known_id: str = ""

    def bytes_of(self) -> bytes:
        """Return the bytes; raises `OSError` when the file cannot be read."""
        return self.path.read_bytes() if self.path is not None else self.data


def picture_kinds() -> str:
    """Return the kinds of picture files as a file dialog wants them."""
    endings = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    return tr("Pictures ({endings})", endings=endings)


def pictures_in(source: QMimeData) -> list[OfferedPicture]:
    """Return the pictures in what is dropped or pasted.

    Pictures of the newsroom come by their ids. Files win over pixels, as they are the originals. Text wins over
    pixels too: an office program offers what it copies as both, and then the words are meant.
    """
    if known := ids_in(source, IMAGE_MIME):
        return [OfferedPicture("", known_id=one) for one in known]
    if source.hasUrls():
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        return [OfferedPicture(path.name, path) for path in paths if path.suffix.lower() in SUFFIXES]
    if source.hasImage() and not source.hasText():
        return _pixels(source)
    return []


def holds_files(source: QMimeData) -> bool:
    """Say whether local files are offered, pictures or not."""
    return source.hasUrls() and any(url.isLocalFile() for url in source.urls())


def files_in(source: QMimeData) -> list[OfferedPicture]:
    """Return every local file that is offered, whatever its ending: what is no picture is refused by name later."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return [OfferedPicture(path.name, path) for path in paths]


def _pixels(source: QMimeData) -> list[OfferedPicture]:
    # The bytes of a real format, where they are offered, keep what the file says about its origin.
    for kind, suffix in (("image/jpeg", "jpg"), ("image/webp", "webp"), ("image/png", "png")):
        if source.hasFormat(kind) and (data := bytes(source.data(kind).data())):
            return [OfferedPicture(f"pasted.{suffix}", data=data)]
    image = QImage(source.imageData())
    if image.isNull():
        return []
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return [OfferedPicture("pasted.png", data=bytes(held.data()))]

"""Articles and pictures on their way from one panel to another: the ids that a drag or the clipboard carries."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

ARTICLE_MIME = "application/x-makala-article"
IMAGE_MIME = "application/x-makala-image"
LINK_MIME = "application/x-makala-link"


def mime_of(ids: Iterable[str], kind: str = ARTICLE_MIME) -> QMimeData:
    """Return what a drag of these articles (or links, or pictures) carries: one id a line."""
    carried = QMimeData()
    carried.setData(kind, "\n".join(ids).encode())
    return carried


def ids_in(carried: QMimeData, kind: str = ARTICLE_MIME) -> tuple[str, ...]:
    """Return the ids that a drag carries, none when it is about something else."""
    return tuple(bytes(carried.data(kind).data()).decode("utf-8", "replace").split())

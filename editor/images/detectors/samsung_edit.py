"""Recognises the record of an edit that Samsung's telephones leave behind a picture's end."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence

ID = "samsung-edit"
_MARK = b"PhotoEditor_Re_Edit_Data"
_TAIL = 1 << 20


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the mark. It stands there after any edit, with AI or without: a hint, and no source type."""
    if evidence.format in {"JPEG", "MPO", "PNG", "HEIF"} and evidence.data.find(_MARK, -_TAIL) >= 0:
        yield Finding(
            detector=ID,
            place="behind the picture",
            key=_MARK.decode(),
            value="edited on the telephone",
            confidence=Confidence.POSSIBLE,
            system="Samsung Photo Editor",
        )

"""Recognises the signature that Grok writes into a picture's EXIF fields. The signature itself cannot be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import EXIF_PLACE, USER_COMMENT
from editor.images.wording import GENERATED, shortened

ID = "grok"
_SIGNATURE = re.compile(r"Signature: [A-Za-z0-9+/]{40,2000}={0,2}")
_ARTIST = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding where a signature stands beside an artist who is a number: neither is enough alone."""
    if not any(_ARTIST.fullmatch(one.value) for one in evidence.texts("Artist", place=EXIF_PLACE)):
        return
    for one in evidence.texts("ImageDescription", USER_COMMENT, place=EXIF_PLACE):
        if _SIGNATURE.fullmatch(one.value):
            yield Finding(
                detector=ID,
                place=one.place,
                key=one.key,
                value=shortened(one.value, 60),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system="Grok",
            )
            return

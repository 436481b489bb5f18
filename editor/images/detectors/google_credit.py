"""Recognises the credit line that Google's services write into pictures that their AI made or changed."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import PHOTOSHOP
from editor.images.text_fields import IIM_PLACE
from editor.images.wording import GENERATED, MODIFIED

ID = "google-credit"
_CREDITS = {"made with google ai": GENERATED, "edited with google ai": MODIFIED}


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the credit where it is exactly theirs, in XMP or IIM."""
    credits_ = [(one.place, "photoshop:Credit", one.value) for one in evidence.stated(PHOTOSHOP, "Credit")]
    credits_ += [(one.place, one.key, one.value) for one in evidence.texts("Credit", place=IIM_PLACE)]
    for place, key, value in credits_:
        if term := _CREDITS.get(value.strip().lower()):
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=value,
                confidence=Confidence.CLAIMED,
                source_type=term,
                system="Google AI",
            )

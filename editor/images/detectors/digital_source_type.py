"""Reads the IPTC digital source type that a picture's XMP states (IPTC Photo Metadata Standard, Extension)."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.image import Finding
from editor.domain.source_type import term_of
from editor.images.metadata import Evidence
from editor.images.packets import IPTC_EXT
from editor.images.wording import shortened

ID = "digital-source-type"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each source type stated, as it is written there; the second name is what it was called before 2010."""
    for one in evidence.stated(IPTC_EXT, "DigitalSourceType", "DigitalSourcefileType"):
        value = shortened(one.value)
        key = f"Iptc4xmpExt:{one.name}"
        yield Finding(detector=ID, place=one.place, key=key, value=value, source_type=term_of(value))

"""Reads the IPTC digital source type that a picture's XMP states (IPTC Photo Metadata Standard, Extension)."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.image import Finding
from editor.images.metadata import Evidence, properties

ID = "digital-source-type"
NAMESPACE = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
# The second is what the standard called it before 2010.
NAMES = frozenset({"DigitalSourceType", "DigitalSourcefileType"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each source type stated, as it is written there."""
    for packet in evidence.packets:
        for name, value in dict.fromkeys(properties(packet.data, NAMESPACE, NAMES)):
            yield Finding(detector=ID, place=packet.place, key=f"Iptc4xmpExt:{name}", value=value)

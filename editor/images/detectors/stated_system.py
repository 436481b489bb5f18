"""Reads the AI system that a picture's XMP names (IPTC Photo Metadata Standard 2025.1, Extension 1.9)."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import IPTC_EXT
from editor.images.wording import GENERATED, shortened

ID = "stated-system"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the system with its version and prompt; a prompt or its writer that stands alone counts too."""
    systems = evidence.stated(IPTC_EXT, "AISystemUsed")
    versions = evidence.stated(IPTC_EXT, "AISystemVersionUsed")
    prompts = evidence.stated(IPTC_EXT, "AIPromptInformation")
    writers = evidence.stated(IPTC_EXT, "AIPromptWriterName")
    for one in (*systems, *prompts, *writers)[:1]:
        yield Finding(
            detector=ID,
            place=one.place,
            key=f"Iptc4xmpExt:{one.name}",
            value=shortened(one.value),
            source_type=GENERATED,
            system=shortened(systems[0].value) if systems else "",
            version=shortened(versions[0].value) if versions else "",
            prompt=prompts[0].value if prompts else "",
        )

"""Recognises generators by the fields that name a program or device, where they hold exactly a generator's name.

Never looks into captions: a firefly is an insect, a gemini a sign, and "imagen" is Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import XMP
from editor.images.wording import GENERATED, shortened

ID = "named-tool"
# As written in the field, in lower case: what the system is called.
_NAMES = MappingProxyType(
    {
        "ideogram ai": "Ideogram",
        "midjourney": "Midjourney",
        "adobe firefly": "Adobe Firefly",
        "comfyui": "ComfyUI",
        "invokeai": "InvokeAI",
        "fooocus": "Fooocus",
        "draw things": "Draw Things",
        "easy diffusion": "Easy Diffusion",
        "swarmui": "SwarmUI",
        "stable diffusion": "Stable Diffusion",
        "dall-e": "DALL·E",
        "dall·e": "DALL·E",
        "leonardo.ai": "Leonardo.Ai",
    }
)
_FIELDS = ("Make", "Software", "OriginatingProgram")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each field whose whole text is a generator's name."""
    named = [(one.place, one.key, one.value) for one in evidence.texts(*_FIELDS)]
    named += [(one.place, "xmp:CreatorTool", one.value) for one in evidence.stated(XMP, "CreatorTool")]
    for place, key, value in named:
        if system := _NAMES.get(value.strip().lower()):
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=shortened(value),
                confidence=Confidence.CLAIMED,
                source_type=GENERATED,
                system=system,
            )

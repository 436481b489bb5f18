"""Recognises the JSON that Draw Things writes into a picture's XMP."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import EXIF
from editor.images.wording import GENERATED, json_object, shortened, tool_and_model, words_of

ID = "draw-things"
_KEYS = frozenset({"c", "uc", "model", "seed"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the settings where XMP's exif:UserComment holds all of its keys."""
    for one in evidence.stated(EXIF, "UserComment"):
        values = json_object(one.value)
        if values.keys() >= _KEYS:
            yield Finding(
                detector=ID,
                place=one.place,
                key="exif:UserComment",
                value=shortened(one.value),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system=tool_and_model("Draw Things", values["model"]),
                prompt=words_of(values["c"]),
            )

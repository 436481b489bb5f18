"""Recognises the JSON that SwarmUI writes into a picture."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import USER_COMMENT
from editor.images.wording import GENERATED, inner, json_object, shortened, tool_and_model, words_of

ID = "swarmui"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the settings: PNG text `parameters` or an EXIF UserComment that holds `sui_image_params`."""
    for one in evidence.texts("parameters", USER_COMMENT):
        values = inner(json_object(one.value).get("sui_image_params"))
        if values:
            yield Finding(
                detector=ID,
                place=one.place,
                key=f"{one.key}, sui_image_params",
                value=shortened(one.value),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system=tool_and_model("SwarmUI", values.get("model")),
                version=words_of(values.get("swarm_version"), 60),
                prompt=words_of(values.get("prompt")),
            )

"""Recognises the JSON that Fooocus writes into a picture (its other form is that of Stable Diffusion web UI)."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import USER_COMMENT
from editor.images.wording import GENERATED, json_object, shortened, tool_and_model, words_of

ID = "fooocus"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the settings: PNG text `parameters`, a JPEG's comment, or an EXIF UserComment."""
    has_scheme = bool(evidence.texts("fooocus_scheme"))
    for one in evidence.fields:
        if one.key not in {"parameters", USER_COMMENT, ""}:
            continue
        values = json_object(one.value)
        version = words_of(values.get("version"), 60)
        is_theirs = has_scheme or version.startswith("Fooocus") or values.get("metadata_scheme") == "fooocus"
        if is_theirs and "base_model" in values and "prompt" in values:
            yield Finding(
                detector=ID,
                place=one.place,
                key=one.key,
                value=shortened(one.value),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system=tool_and_model("Fooocus", values["base_model"]),
                version=version.removeprefix("Fooocus").strip(),
                prompt=words_of(values["prompt"]),
            )

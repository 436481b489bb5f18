"""Recognises the settings that Easy Diffusion writes into a picture, as PNG texts or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import PNG_TEXT, USER_COMMENT
from editor.images.wording import GENERATED, json_object, shortened, tool_and_model, words_of

ID = "easy-diffusion"
_MODEL = ("use_stable_diffusion_model", "stable diffusion model")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding where a prompt, a negative prompt and a Stable Diffusion model stand side by side."""
    chunks = {one.key.lower(): one.value for one in evidence.fields if one.place == PNG_TEXT}
    places: list[tuple[str, str, Mapping[str, object]]] = [(PNG_TEXT, "negative_prompt", chunks)]
    places += [(one.place, one.key, _lowered(json_object(one.value))) for one in evidence.texts(USER_COMMENT)]
    for place, key, values in places:
        negative = values.get("negative_prompt", values.get("negative prompt"))
        model = next((values[name] for name in _MODEL if values.get(name)), None)
        if negative is not None and model and "prompt" in values:
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=shortened(words_of(values["prompt"])),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system=tool_and_model("Easy Diffusion", model),
                prompt=words_of(values["prompt"]),
            )


def _lowered(values: Mapping[str, object]) -> Mapping[str, object]:
    return {key.lower(): value for key, value in values.items()}

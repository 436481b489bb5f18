"""Recognises what InvokeAI writes into a picture, in its present and in its older forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import PNG_TEXT
from editor.images.wording import GENERATED, inner, json_object, shortened, tool_and_model, words_of

ID = "invokeai"
_DREAM = re.compile(r'^"(?P<prompt>[^"]{1,10000})" .*-s ?\d+', re.DOTALL)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding for each of its chunks."""
    for one in evidence.texts("invokeai_metadata", "invokeai_graph", "sd-metadata", "dream", place=PNG_TEXT):
        values = json_object(one.value)
        dream = _DREAM.match(one.value) if one.key.lower() == "dream" else None
        if not values and not dream:
            continue
        yield Finding(
            detector=ID,
            place=one.place,
            key=one.key,
            value=shortened(one.value),
            confidence=Confidence.TRACE,
            source_type=GENERATED,
            system=tool_and_model("InvokeAI", _model(values)),
            version=words_of(values.get("app_version"), 60),
            prompt=dream["prompt"] if dream else _prompt(values),
        )


def _model(values: Mapping[str, object]) -> object:
    model = inner(values.get("model"))
    return model.get("name") or model.get("model_name") or values.get("model_weights")


def _prompt(values: Mapping[str, object]) -> str:
    said = values.get("positive_prompt")
    if said is None:  # sd-metadata: a list of weighted parts
        said = inner(values.get("image")).get("prompt")
        if isinstance(said, list) and said:
            said = inner(said[0]).get("prompt")
    return words_of(said)

"""Recognises what NovelAI writes into a picture."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import PNG_TEXT
from editor.images.wording import GENERATED, json_object, shortened, words_of

ID = "novelai"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding where the software is NovelAI, with the prompt and model that stand beside it."""
    for one in evidence.texts("Software"):
        if one.value.strip() != "NovelAI":
            continue
        said = {field.key: field.value for field in evidence.fields if field.place == PNG_TEXT}
        yield Finding(
            detector=ID,
            place=one.place,
            key=one.key,
            value=one.value,
            confidence=Confidence.TRACE,
            source_type=GENERATED,
            system="NovelAI",
            version=shortened(said.get("Source", ""), 120),
            prompt=words_of(json_object(said.get("Comment", "")).get("prompt") or said.get("Description")),
        )

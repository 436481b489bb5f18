"""Reads the mark that Chinese rules ask for (GB 45438-2025, annex E): whether AI made the picture, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import USER_COMMENT
from editor.images.wording import GENERATED, inner, json_object, shortened, words_of

ID = "tc260"
_NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/"
_MADE = "1"  # 2 is "perhaps", 3 is "suspected"
_LABELS = frozenset({_MADE, "2", "3"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each mark, in XMP, in a text of its own, or as an object in a comment."""
    marks = [(one.place, "TC260:AIGC", one.value) for one in evidence.stated(_NAMESPACE, "AIGC")]
    marks += [(one.place, one.key, one.value) for one in evidence.texts("AIGC")]
    for place, key, text in marks:
        values = json_object(text)
        yield from _finding(place, key, text, inner(values.get("AIGC")) or values)
    for one in evidence.texts(USER_COMMENT, "ImageDescription", "Comment", ""):
        if values := inner(json_object(one.value).get("AIGC")):
            yield from _finding(one.place, f"{one.key} AIGC".strip(), one.value, values)


def _finding(place: str, key: str, text: str, values: object) -> Iterator[Finding]:
    label = str(inner(values).get("Label", "")).strip()
    if label in _LABELS:
        yield Finding(
            detector=ID,
            place=place,
            key=key,
            value=shortened(text),
            confidence=Confidence.CLAIMED if label == _MADE else Confidence.POSSIBLE,
            source_type=GENERATED if label == _MADE else "",
            system=shortened(words_of(inner(values).get("ContentProducer")), 120),
        )

"""The detectors there are: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.core.registry import by_id
from editor.domain.image import Finding
from editor.images.detectors import digital_source_type
from editor.images.metadata import Evidence


@dataclass(frozen=True, slots=True)
class Detector:
    """One line of the registry. `find` only reads, and states what the file says, not whether it is true."""

    id: str
    find: Callable[[Evidence], Iterable[Finding]]


DETECTORS = by_id((Detector(digital_source_type.ID, digital_source_type.find),), lambda part: part.id)

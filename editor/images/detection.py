"""What a picture's file says about its origin, gathered from every detector. Proposes; a person decides."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from editor.domain.image import Finding
from editor.domain.source_type import OriginClass, origin_of, term_of
from editor.images.detectors.digital_source_type import ID as SOURCE_TYPE
from editor.images.metadata import gather
from editor.images.registry import DETECTORS, Detector

log = logging.getLogger(__name__)

# Where a file states several origins, the one that matters most to a reader counts.
_WEIGHT = {
    OriginClass.AI_GENERATED: 3,
    OriginClass.AI_MODIFIED: 2,
    OriginClass.UNKNOWN: 1,
    OriginClass.NOT_AI: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was found. `source_type` is an IPTC term or a foreign value; "" and `UNKNOWN` when nothing says anything.

    `credentials` says in a word how content credentials stand; "" as long as nothing reads them.
    """

    origin: OriginClass = OriginClass.UNKNOWN
    source_type: str = ""
    findings: tuple[Finding, ...] = ()
    credentials: str = ""


def inspect(data: bytes, detectors: Iterable[Detector] = tuple(DETECTORS.values())) -> Inspection:
    """Return what the picture in `data` says about its origin; bytes that are no picture say nothing."""
    evidence = gather(data)
    findings: list[Finding] = []
    for detector in detectors:
        try:
            findings.extend(detector.find(evidence))
        except Exception:  # one broken detector must not hide what the others found
            log.exception("detector %s failed", detector.id)
    stated = [finding.value for finding in findings if finding.detector == SOURCE_TYPE]
    if not stated:
        return Inspection(findings=tuple(findings))
    value = max(stated, key=lambda one: _WEIGHT[origin_of(one)])
    return Inspection(origin=origin_of(value), source_type=term_of(value), findings=tuple(findings))

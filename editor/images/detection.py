"""What a picture's file says about its origin, gathered from every detector. Proposes; a person decides."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.domain.evidence import Proposal, proposal_of, stated_source_type
from editor.domain.image import Finding
from editor.domain.source_type import OriginClass, origin_of
from editor.images.metadata import gather
from editor.images.registry import DETECTORS, Detector

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was found, and what it proposes. Without evidence the origin is `UNKNOWN`.

    `credentials` says in a word how Content Credentials stand (`editor.images.credentials.Standing`); "" of none.
    """

    findings: tuple[Finding, ...] = ()
    credentials: str = ""

    @property
    def proposal(self) -> Proposal:
        """Return what the findings come to."""
        return proposal_of(self.findings)

    @property
    def source_type(self) -> str:
        """Return the proposed IPTC term or foreign value, "" when nothing is said."""
        return self.proposal.source_type

    @property
    def origin(self) -> OriginClass:
        """Return the class of the proposed source type."""
        return self.proposal.origin


def inspect(data: bytes, detectors: Iterable[Detector] = tuple(DETECTORS.values()), *, anchors: str = "") -> Inspection:
    """Return what the picture in `data` says about its origin; bytes that are no picture say nothing.

    `anchors` is the PEM of the roots whose signatures are trusted. Reads nothing but `data`: no file, no network.
    """
    evidence = gather(data, anchors)
    findings: list[Finding] = []
    for detector in detectors:
        try:
            findings.extend(detector.find(evidence))
        except Exception:  # one broken detector must not hide what the others found
            log.exception("detector %s failed", detector.id)
    made = evidence.created
    dated = tuple(_dated(one, made) for one in dict.fromkeys(findings))
    return Inspection(findings=dated, credentials=evidence.credentials.standing.value)


def _dated(finding: Finding, made: str) -> Finding:
    """Return `finding` with the file's date as that of generation, where it speaks of AI and names no other."""
    if finding.generated_at or not made or not origin_of(stated_source_type(finding)).is_ai:
        return finding
    return replace(finding, generated_at=made)

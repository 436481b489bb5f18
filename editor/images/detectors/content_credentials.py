"""States how a picture's Content Credentials stand, and what they say of its origin."""

from __future__ import annotations

from collections.abc import Iterator

from editor.domain.evidence import CREDENTIALS, Confidence
from editor.domain.image import Finding
from editor.domain.source_type import C2PA_SCHEME, term_of
from editor.images.credentials import Standing
from editor.images.metadata import Evidence
from editor.images.wording import GENERATED, shortened

ID = CREDENTIALS
_PLACE = "Content Credentials"
_CONFIDENCE = {
    Standing.TRUSTED: Confidence.TRUSTED,
    Standing.INTACT: Confidence.SIGNED,
    Standing.BROKEN: Confidence.BROKEN,
    Standing.ELSEWHERE: Confidence.NOT_READ,
    Standing.NOT_READ: Confidence.NOT_READ,
}
# What C2PA adds to the IPTC's list: a canvas is no origin, and what a model gave out is a picture here.
_EMPTY = f"{C2PA_SCHEME}empty"
_OUTPUT = f"{C2PA_SCHEME}trainedAlgorithmicData"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding for the signature and one for each claim; of broken credentials the claims are shown too."""
    found = evidence.credentials
    if found.standing is Standing.NONE:
        return
    confidence = _CONFIDENCE[found.standing]
    value = {
        Standing.BROKEN: ", ".join(found.reasons),
        Standing.ELSEWHERE: shortened(found.address),
        Standing.NOT_READ: "",
    }.get(found.standing, found.signer)
    key = "remote" if found.standing is Standing.ELSEWHERE else "signature"
    yield Finding(detector=ID, place=_PLACE, key=key, value=value or "-", confidence=confidence)
    for claim in found.claims:
        term = term_of(claim.source_type)
        if term == _EMPTY:
            continue
        yield Finding(
            detector=ID,
            place=_PLACE,
            key=claim.where,
            value=shortened(claim.source_type or claim.system),
            confidence=confidence if claim.is_sound else Confidence.BROKEN,
            source_type=GENERATED if term == _OUTPUT else term,
            system=claim.system,
            version=claim.version,
            prompt=claim.prompt,
            generated_at=claim.generated_at,
        )

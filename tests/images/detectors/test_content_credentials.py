"""Credentials come out as one finding for the signature and one for each claim, as far as they are to be believed."""

from __future__ import annotations

import pytest

from editor.domain.evidence import proposal_of
from editor.domain.image import Finding
from editor.images.credentials import Claim, Credentials, Standing
from editor.images.detectors.content_credentials import find
from editor.images.metadata import Evidence
from tests.images.marked import TERM

CLAIM = Claim(where="c2pa.created", source_type=TERM, system="Heron", generated_at="2026-03-01")


def found(standing: Standing, *claims: Claim, **more: str) -> list[Finding]:
    credentials = Credentials(standing=standing, signer="Heron News", claims=claims, **more)  # type: ignore[arg-type]
    return list(find(Evidence(b"", "JPEG", credentials=credentials)))


@pytest.mark.parametrize(
    ("standing", "confidence"),
    [(Standing.TRUSTED, "trusted"), (Standing.INTACT, "signed"), (Standing.BROKEN, "broken")],
)
def test_a_claim_is_believed_as_far_as_the_signature(standing: Standing, confidence: str) -> None:
    signature, claim = found(standing, CLAIM)
    assert (signature.key, signature.confidence, claim.confidence) == ("signature", confidence, confidence)
    assert (claim.key, claim.source_type, claim.system) == ("c2pa.created", "trainedAlgorithmicMedia", "Heron")
    assert bool(proposal_of((signature, claim))) is (standing is not Standing.BROKEN)


def test_a_claim_of_a_spoilt_part_is_not_used() -> None:
    spoilt = Claim(where="c2pa.created", source_type=TERM, is_sound=False)
    assert not proposal_of(found(Standing.INTACT, spoilt))


def test_what_is_elsewhere_or_was_not_read_says_so() -> None:
    (elsewhere,) = found(Standing.ELSEWHERE, address="https://a.example/m.c2pa")
    assert (elsewhere.key, elsewhere.value) == ("remote", "https://a.example/m.c2pa")
    (unread,) = found(Standing.NOT_READ)
    assert unread.confidence == elsewhere.confidence == "not-read"
    assert found(Standing.NONE) == []


def test_a_canvas_is_no_origin_and_the_output_of_a_model_is_ai() -> None:
    scheme = "http://c2pa.org/digitalsourcetype/"
    assert len(found(Standing.INTACT, Claim(where="c2pa.created", source_type=f"{scheme}empty"))) == 1
    _, output = found(Standing.INTACT, Claim(where="c2pa.created", source_type=f"{scheme}trainedAlgorithmicData"))
    assert output.source_type == "trainedAlgorithmicMedia"

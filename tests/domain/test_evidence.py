"""Findings propose: AI counts first, the trusted before the rest, broken credentials never; silence is unknown."""

from __future__ import annotations

import pytest

from editor.domain.evidence import (
    CONFIDENCE_WORDS,
    CREDENTIALS,
    Confidence,
    confidence_words,
    finding_words,
    proposal_of,
    stated_source_type,
)
from editor.domain.image import Finding
from editor.domain.source_type import OriginClass, uri_of


def found(source_type: str = "trainedAlgorithmicMedia", confidence: str = "claimed", **more: str) -> Finding:
    words = {"detector": "d", "place": "XMP", "key": "k", "value": "v"} | more
    return Finding(confidence=confidence, source_type=source_type, **words)


def test_no_evidence_is_unknown() -> None:
    assert not proposal_of(())
    assert proposal_of(()).origin is OriginClass.UNKNOWN


def test_ai_counts_before_the_rest_and_brings_its_own_words() -> None:
    camera = found("digitalCapture", system="EOS")
    ai = found(system="Heron", version="3", prompt="a lake", generated_at="2026-03-01")
    proposal = proposal_of((camera, ai))
    assert (proposal.source_type, proposal.system, proposal.version) == ("trainedAlgorithmicMedia", "Heron", "3")
    assert (proposal.prompt, proposal.generated_at) == ("a lake", "2026-03-01")
    assert proposal_of((camera, found())).system == ""


def test_what_is_trusted_is_heard_first() -> None:
    claimed, signed = found(system="Claimed", prompt="a lake"), found(confidence="trusted", system="Signed")
    proposal = proposal_of((claimed, signed))
    assert (proposal.system, proposal.prompt) == ("Signed", "a lake")


@pytest.mark.parametrize("confidence", [Confidence.BROKEN, Confidence.NOT_READ])
def test_what_is_broken_or_was_not_read_is_not_used(confidence: Confidence) -> None:
    assert not proposal_of((found(confidence=confidence, system="Heron"),))


def test_a_retired_term_gives_its_successor_and_a_foreign_one_stays() -> None:
    assert proposal_of((found("minorHumanEdits"),)).source_type == "humanEdits"
    foreign = proposal_of((found("urn:other"),))
    assert (foreign.source_type, foreign.origin) == ("urn:other", OriginClass.UNKNOWN)


def test_a_finding_of_old_has_its_term_as_value() -> None:
    assert stated_source_type(found("", value=uri_of("print"))) == "print"
    assert stated_source_type(found("", value="Canon")) == ""


def test_a_system_without_a_class_is_still_proposed() -> None:
    assert proposal_of((found("", system="Heron"),)).system == "Heron"


def test_each_finding_has_its_sentence() -> None:
    assert str(finding_words(found(system="Heron", version="3"))) == "XMP, k: Heron 3. Made by AI"
    assert str(finding_words(found())) == "XMP, k: Made by AI"
    assert str(finding_words(found("", system="Heron"))) == "XMP, k: Heron"
    assert str(finding_words(found("", value="w"))) == "XMP: k is w"
    assert "page" in str(finding_words(found(place="page")))


def test_credentials_have_sentences_of_their_own() -> None:
    def said(key: str, confidence: Confidence, value: str) -> str:
        return str(finding_words(found("", confidence, key=key, value=value, detector=CREDENTIALS)))

    assert "signed by Heron News" in said("signature", Confidence.SIGNED, "Heron News")
    broken = said("signature", Confidence.BROKEN, "assertion.dataHash.mismatch")
    assert "assertion.dataHash.mismatch" in broken
    assert "broken" not in broken  # its confidence says so beside it
    assert "at https://a.example" in said("remote", Confidence.NOT_READ, "https://a.example")
    assert "library" in said("signature", Confidence.NOT_READ, "")


def test_every_confidence_has_words() -> None:
    assert set(CONFIDENCE_WORDS) == set(Confidence)
    assert confidence_words(found()) == CONFIDENCE_WORDS[Confidence.CLAIMED]
    assert "not known" in str(confidence_words(found(confidence="odd")))

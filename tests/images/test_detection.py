"""An inspection weighs what was found: AI counts before anything else, silence is unknown, never "not AI"."""

from __future__ import annotations

import logging

import pytest

from editor.domain.source_type import SCHEME, OriginClass
from editor.images.detection import inspect
from editor.images.metadata import Evidence
from editor.images.registry import DETECTORS, Detector
from tests.images.marked import as_attribute, as_element, picture


@pytest.mark.parametrize(
    ("term", "origin"),
    [
        ("trainedAlgorithmicMedia", OriginClass.AI_GENERATED),
        ("compositeWithTrainedAlgorithmicMedia", OriginClass.AI_MODIFIED),
        ("compositeSynthetic", OriginClass.AI_MODIFIED),
        ("composite", OriginClass.UNKNOWN),
        ("softwareImage", OriginClass.UNKNOWN),
        ("digitalCapture", OriginClass.NOT_AI),
        ("minorHumanEdits", OriginClass.NOT_AI),
    ],
)
def test_the_class_follows_the_term(term: str, origin: OriginClass) -> None:
    found = inspect(picture("JPEG", as_attribute(SCHEME + term)))
    assert (found.origin, found.source_type) == (origin, term)
    assert len(found.findings) == 1


def test_no_evidence_is_unknown() -> None:
    found = inspect(b"not a picture")
    assert (found.origin, found.source_type, found.findings) == (OriginClass.UNKNOWN, "", ())


def test_a_foreign_value_is_kept_and_unknown() -> None:
    found = inspect(picture("PNG", as_element("urn:something-else")))
    assert (found.origin, found.source_type) == (OriginClass.UNKNOWN, "urn:something-else")


def test_of_two_statements_the_weightier_counts() -> None:
    two = as_attribute(SCHEME + "digitalCapture").replace(b"</rdf:RDF>", as_element().partition(b'ns#">')[2])
    found = inspect(picture("JPEG", two))
    assert len(found.findings) == 2
    assert found.origin is OriginClass.AI_GENERATED


def test_a_broken_detector_hides_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Evidence) -> list[object]:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        found = inspect(picture("JPEG", as_attribute()), [Detector("broken", broken), *DETECTORS.values()])  # type: ignore[arg-type]
    assert found.origin is OriginClass.AI_GENERATED
    assert "broken" in caplog.text

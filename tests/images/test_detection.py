"""An inspection weighs what was found: AI counts before anything else, silence is unknown, never "not AI"."""

from __future__ import annotations

import logging

import pytest

from editor.domain.source_type import SCHEME, OriginClass
from editor.images.detection import inspect
from editor.images.metadata import Evidence
from editor.images.registry import DETECTORS, Detector
from tests.images.marked import as_attribute, as_element, picture, stating


@pytest.mark.parametrize(
    ("term", "origin"),
    [
        ("trainedAlgorithmicMedia", OriginClass.AI_GENERATED),
        ("compositeWithTrainedAlgorithmicMedia", OriginClass.AI_MODIFIED),
        ("compositeSynthetic", OriginClass.AI_MODIFIED),
        ("composite", OriginClass.UNKNOWN),
        ("digitalCapture", OriginClass.NOT_AI),
    ],
)
def test_the_class_follows_the_term(term: str, origin: OriginClass) -> None:
    found = inspect(picture("JPEG", as_attribute(SCHEME + term)))
    assert (found.origin, found.source_type) == (origin, term)
    assert len(found.findings) == 1


@pytest.mark.parametrize(("retired", "term"), [("softwareImage", "composite"), ("minorHumanEdits", "humanEdits")])
def test_a_retired_term_is_shown_and_its_successor_proposed(retired: str, term: str) -> None:
    found = inspect(picture("JPEG", as_attribute(SCHEME + retired)))
    assert (found.findings[0].source_type, found.source_type) == (retired, term)


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


def test_the_date_of_the_file_is_that_of_generation_only_where_ai_made_it() -> None:
    dated = stating("http://ns.adobe.com/xap/1.0/", CreateDate="2026-03-01").partition(b'ns#">')[2]
    for term, date in (("trainedAlgorithmicMedia", "2026-03-01"), ("digitalCapture", "")):
        both = as_attribute(SCHEME + term).replace(b"</rdf:RDF>", dated)
        assert inspect(picture("WEBP", both)).proposal.generated_at == date

"""How a picture came to be, in words."""

from __future__ import annotations

from editor.domain.image import Finding
from editor.domain.source_type import C2PA_SCHEME, SOURCE_TYPES, uri_of
from editor.ui.widgets.origin_words import facts_words, findings_words, origin_groups, proposed_origin
from tests.builders import NOON, an_image

FOUND = Finding(detector="xmp", place="XMP", key="DigitalSourceType", value=uri_of("trainedAlgorithmicMedia"))


def test_every_active_term_is_offered_once_and_no_retired_one() -> None:
    offered = [term for _heading, choices in origin_groups() for term, _words in choices]
    assert sorted(offered) == sorted(["", *(term for term, entry in SOURCE_TYPES.items() if entry.is_active)])
    assert [heading for heading, _choices in origin_groups()] == ["", "AI had a part", "No AI", "Not known"]


def test_findings_are_said_in_words() -> None:
    said = findings_words(an_image(findings=(FOUND,)))
    assert said == "XMP, DigitalSourceType: Made by AI (the file says so; anybody could have written it)"
    page = Finding(detector="page-text", place="page", key="label", value="x")
    assert "page" in findings_words(an_image(findings=(page,)))
    odd = Finding(detector="d", place="EXIF", key="Software", value="Painter")
    assert findings_words(an_image(findings=(odd,))).startswith("EXIF: Software is Painter (")
    assert findings_words(an_image()) != findings_words(an_image(sha256="0" * 64))


def test_a_proposal_is_made_until_somebody_decides() -> None:
    made = "trainedAlgorithmicMedia"
    assert proposed_origin(an_image(source_type="", proposed=made)) == made
    assert proposed_origin(an_image(source_type="", proposed=uri_of(made))) == made
    assert proposed_origin(an_image(source_type="", proposed="minorHumanEdits")) == "humanEdits"
    assert proposed_origin(an_image(source_type="digitalCapture", proposed=made)) == ""
    assert proposed_origin(an_image(source_type="", proposed=made, decided_at=NOON)) == ""


def test_what_is_no_choice_of_the_list_is_not_proposed() -> None:
    assert proposed_origin(an_image(source_type="", proposed="http://example.org/own")) == ""
    assert proposed_origin(an_image(source_type="", proposed=C2PA_SCHEME + "empty")) == ""
    assert proposed_origin(an_image(source_type="", findings=(FOUND,))) == ""


def test_the_files_measures() -> None:
    assert facts_words(an_image(sha256="0" * 64, size=2_340_000)) == "640 × 360 · PNG · 2.3 MB"
    assert facts_words(an_image(sha256="0" * 64, size=12)) == "640 × 360 · PNG · 1 KB"
    assert facts_words(an_image()) == "No file"

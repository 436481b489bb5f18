"""The IPTC terms and what they mean to a reader."""

from __future__ import annotations

import pytest

from editor.domain.source_type import C2PA_SCHEME, SCHEME, SOURCE_TYPES, OriginClass, origin_of, term_of, uri_of


@pytest.mark.parametrize(
    ("value", "origin"),
    [
        ("trainedAlgorithmicMedia", OriginClass.AI_GENERATED),
        ("compositeWithTrainedAlgorithmicMedia", OriginClass.AI_MODIFIED),
        ("compositeSynthetic", OriginClass.AI_MODIFIED),
        ("composite", OriginClass.UNKNOWN),
        ("virtualRecording", OriginClass.UNKNOWN),
        ("screenCapture", OriginClass.UNKNOWN),
        ("softwareImage", OriginClass.UNKNOWN),
        ("digitalCapture", OriginClass.NOT_AI),
        ("print", OriginClass.NOT_AI),
        ("humanEdits", OriginClass.NOT_AI),
        ("", OriginClass.UNKNOWN),
        ("http://example.org/mine", OriginClass.UNKNOWN),
    ],
)
def test_the_class_of_a_term(value: str, origin: OriginClass) -> None:
    assert origin_of(value) is origin
    assert origin_of(uri_of(value)) is origin


def test_only_ai_classes_wear_a_label() -> None:
    assert {origin for origin in OriginClass if origin.is_ai} == {OriginClass.AI_GENERATED, OriginClass.AI_MODIFIED}


@pytest.mark.parametrize("term", [term for term, entry in SOURCE_TYPES.items() if entry.is_iptc])
def test_a_term_and_its_address_are_one(term: str) -> None:
    assert term_of(SCHEME + term) == term_of(SCHEME.replace("http", "https") + term) == term_of(f" {term} ") == term
    assert uri_of(term) == SCHEME + term


@pytest.mark.parametrize(
    "said",
    [
        "digsrctype:trainedAlgorithmicMedia",
        "TrainedAlgorithmicMedia",
        "Trained algorithmic media",
        "trained-algorithmic-media",
        f"{SCHEME}trainedAlgorithmicMedia/",
        f"{SCHEME.upper()}TRAINEDALGORITHMICMEDIA",
        "//cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "https://www.cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    ],
)
def test_a_term_is_known_as_programs_and_people_write_it(said: str) -> None:
    assert term_of(said) == "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    ("name", "origin"), [("trainedAlgorithmicData", OriginClass.AI_GENERATED), ("empty", OriginClass.UNKNOWN)]
)
def test_the_terms_of_c2pa_alone_are_read_under_their_address_and_never_offered(name: str, origin: OriginClass) -> None:
    address = C2PA_SCHEME + name
    assert term_of(address.replace("http:", "https:")) == uri_of(address) == address
    assert origin_of(address) is origin
    assert not SOURCE_TYPES[address].is_active
    assert origin_of(name) is OriginClass.UNKNOWN


def test_what_is_not_known_comes_back_as_it_is() -> None:
    assert term_of("http://example.org/mine") == uri_of("http://example.org/mine") == "http://example.org/mine"
    assert term_of(SCHEME + "unheardOf") == SCHEME + "unheardOf"
    assert uri_of("") == ""


def test_a_retired_term_names_an_active_successor() -> None:
    retired = [entry for entry in SOURCE_TYPES.values() if entry.successor]
    assert [entry.term for entry in retired] == ["minorHumanEdits", "digitalArt", "softwareImage"]
    assert all(SOURCE_TYPES[entry.successor].is_active for entry in retired)
    assert all(SOURCE_TYPES[entry.successor].origin is entry.origin for entry in retired)


def test_every_term_has_its_own_words() -> None:
    words = [str(entry.words) for entry in SOURCE_TYPES.values() if entry.is_active]
    assert all(words)
    assert len(set(words)) == len(words)

"""The typed parts of an image's record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.domain.image import Finding
from editor.domain.provenance import (
    DATA_MINING_WORDS,
    PLUS_VOCABULARY,
    DataMining,
    check_record,
    check_web_address,
    data_mining_of,
    focus_from,
    focus_texts,
    generated_text,
    rounded_focus,
    said_with,
    training_choices,
)
from tests.builders import an_image


@pytest.mark.parametrize("term", list(DataMining))
def test_a_term_is_known_by_itself_and_by_its_address(term: DataMining) -> None:
    assert data_mining_of(term.value) is data_mining_of(f" {term.uri} ") is term
    assert data_mining_of(term.uri.replace("http:", "https:")) is term
    assert term.uri == (PLUS_VOCABULARY + term.value if term.value else "")
    assert str(DATA_MINING_WORDS[term])


def test_what_is_no_term_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="“never” is no term") as refused:
        data_mining_of("never")
    assert "DMI-PROHIBITED-AIMLTRAINING" in str(refused.value.hint)


def test_terms_that_need_a_second_document_are_read_and_not_offered() -> None:
    offered = {term for term, _words in training_choices()}
    assert DataMining.NO_GENERATIVE_TRAINING in offered
    assert DataMining.SEE_LINKED not in offered


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", ""),
        (" 2026-01-14 ", "2026-01-14"),
        ("2026-01-14T23:30:00-05:00", "2026-01-15T04:30:00Z"),
        ("0900-01-01", "0900-01-01"),
    ],
)
def test_a_day_or_an_instant_of_generation(said: str, kept: str) -> None:
    assert generated_text(said) == generated_text(kept) == kept


@pytest.mark.parametrize(
    "said", ["yesterday", "2026", "2026-13-01", "20260114", "2026-W03-1", "2026-01-14T12:00", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(UserError, match="is no date"):
        generated_text(said)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_a_point_comes_back_from_its_texts(left: float, top: float) -> None:
    focus = rounded_focus(left, top)
    assert focus_from(focus_texts(focus)) == focus
    check_record(an_image(focus=focus))
    assert "-0" not in focus_texts(focus)


def test_no_point_is_no_texts() -> None:
    assert focus_texts(None) == []
    assert focus_from(()) is None


@pytest.mark.parametrize("texts", [("1",), ("0", "0", "0"), ("a", "b"), ("nan", "0"), ("-0.1", "0"), ("0", "inf")])
def test_what_is_no_point_is_refused(texts: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="no point in a picture"):
        focus_from(texts)


@pytest.mark.parametrize(
    "fields", [{"data_mining": "x"}, {"generated_at": "x"}, {"generated_at": " 2026-01-14"}, {"focus": (0.5, 2.0)}]
)
def test_a_record_is_checked_before_it_is_stored(fields: dict[str, object]) -> None:
    check_record(an_image())
    with pytest.raises(UserError):
        check_record(an_image(**fields))


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "www.example.org", "https://", "mailto:a@b", "http://[", "https://a b/x"],
)
def test_an_address_is_one_of_the_web(address: str) -> None:
    with pytest.raises(UserError, match="no address of a page"):
        check_web_address(address)


def test_no_address_is_no_fault() -> None:
    check_web_address(" ")
    check_web_address("https://news.example/licence")


MADE = Finding(
    detector="d", place="XMP", key="k", value="v", source_type="trainedAlgorithmicMedia", system="Drawer", version="3",
    prompt="A drum", generated_at="2026-01-14",
)  # fmt: skip


def test_what_the_file_says_besides_goes_along_with_the_decision() -> None:
    image = an_image(source_type="", findings=(MADE,))
    assert said_with(image, "trainedAlgorithmicMedia") == {
        "ai_system": "Drawer",
        "ai_system_version": "3",
        "ai_prompt": "A drum",
        "generated_at": "2026-01-14",
    }
    assert said_with(image, "digitalCapture") == {}
    assert said_with(an_image(), "trainedAlgorithmicMedia") == {}


def test_what_a_person_wrote_stays_and_what_is_no_date_is_left() -> None:
    image = an_image(ai_system="Mine", findings=(replace(MADE, generated_at="yesterday"),))
    assert said_with(image, "trainedAlgorithmicMedia") == {"ai_prompt": "A drum"}

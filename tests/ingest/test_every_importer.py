"""What holds for every import format, present and to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.ingest.front_matter import decoded
from editor.ingest.importer import Importer
from editor.ingest.registry import IMPORTERS
from tests.ingest.readers import options

DATA = Path(__file__).parents[1] / "data"
SAMPLES = {"article-file": DATA / "articles" / "full.md", "page-text": DATA / "pages" / "lake-ferry.txt"}
EVERY = pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.id)


def sample(importer: Importer) -> str:
    return decoded(SAMPLES[importer.id].read_bytes())


@EVERY
def test_its_sample_is_read_and_twice_the_same(importer: Importer) -> None:
    given_options = {"zone": "America/New_York", "language": "en"}
    first, second = (importer.read(sample(importer), options(**given_options)) for _ in range(2))
    assert first == second
    assert first.article.headline


@EVERY
def test_it_survives_being_cut_off_anywhere(importer: Importer) -> None:
    text = sample(importer)
    for length in range(0, len(text), 97):
        outcome(importer, text[:length])


@EVERY
@settings(max_examples=30)
@given(text=st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_sentence(importer: Importer, text: str) -> None:
    outcome(importer, decoded(text.encode("utf-8", "replace")))


@EVERY
def test_it_has_words_for_people_and_endings(importer: Importer) -> None:
    assert str(importer.title)
    assert all(ending.startswith(".") for ending in importer.endings)


def outcome(importer: Importer, text: str) -> str:
    """Read and return the headline; a refusal is an outcome too, anything else is a bug and gets out."""
    try:
        return importer.read(text, options(zone="UTC", language="en")).article.headline
    except FileError as refused:
        return str(refused.message)

"""Editions come back from their rows as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.domain.settings import Consent, ConsentText, Edition
from editor.storage.edition_rows import EDITION_COLUMNS, edition_from, edition_values
from editor.storage.tables import EditionRow

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
EDITIONS = st.builds(
    Edition,
    locale=st.just("sw"),
    name=TEXTS,
    base_path=TEXTS,
    house_style=TEXTS,
    display_zone=TEXTS,
    fallback=st.none() | st.lists(TEXTS).map(tuple),
    sections=st.lists(TEXTS).map(tuple),
    consent=st.sampled_from(Consent),
    consent_text=st.builds(ConsentText, title=TEXTS, body=TEXTS, policy=TEXTS),
    extra=st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS)),
)


@given(EDITIONS)
def test_an_edition_comes_back(edition: Edition) -> None:
    values = edition_values(edition, 3)
    assert edition_from([values[name.strip()] for name in EDITION_COLUMNS.split(",")]) == edition


def test_every_column_is_written_and_read() -> None:
    columns = set(EditionRow.model_fields)
    assert set(edition_values(Edition(locale="sw"), 0)) == columns
    assert {name.strip() for name in EDITION_COLUMNS.split(",")} == columns

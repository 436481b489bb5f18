"""Values of counting: frozen, and empty of themselves."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from editor.domain.measures import Counts, Ease, Readability


def test_nothing_counted_is_nothing() -> None:
    assert Counts() == Counts(words=0, characters=0, letters=0, sentences=0, paragraphs=0, minutes=0)
    assert not Counts().are_characters


def test_values_stay() -> None:
    found = Readability(formula="LIX", score=41.0, ease=Ease.MIDDLE)
    with pytest.raises(FrozenInstanceError):
        found.score = 1.0  # type: ignore[misc]
    assert found.school_year is None

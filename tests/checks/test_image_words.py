"""Alternative texts are asked for in the article's language; decorative counts as said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.looks import HERO, found, looking


@pytest.mark.parametrize(("alt", "count"), [({}, 1), ({"sw": "Ngoma"}, 1), ({"en": ""}, 0), ({"en": "A drum"}, 0)])
def test_words_are_missing_or_not(alt: dict[str, str], count: int) -> None:
    assert len(found("image-words", looking(images={HERO.id: replace(HERO, alt=alt)}))) == count

"""A picture without a source type is named."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import HERO, found, looking


def test_a_picture_whose_file_says_ai_is_told_from_one_of_which_nothing_is_known() -> None:
    claimed = replace(HERO, source_type="", proposed="trainedAlgorithmicMedia", decided_at=None)
    (problem,) = found("image-origin", looking(images={HERO.id: claimed}))
    assert str(problem.message) == f"Nobody has decided yet on the picture “{HERO.name}”: its file says AI."


def test_a_picture_that_nobody_described_is_named() -> None:
    (problem,) = found("image-origin", looking(images={HERO.id: replace(HERO, source_type="")}))
    assert HERO.name in str(problem.message)

"""A picture without a source type is named."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import HERO, found, looking


def test_a_picture_that_nobody_described_is_named() -> None:
    (problem,) = found("image-origin", looking(images={HERO.id: replace(HERO, source_type="")}))
    assert HERO.name in str(problem.message)

"""Dates that cannot be true together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Correction
from tests.builders import NOON
from tests.checks.looks import GOOD, found, looking

DAY = timedelta(days=1)


def test_dates_before_what_they_follow_and_ahead_of_now_are_said() -> None:
    corrections = tuple(Correction(at=NOON + days * DAY, note="Mended.") for days in (-1, 0, 1))
    article = replace(GOOD, updated=NOON - DAY, corrections=(*corrections, Correction(at=NOON, note=" ")))
    said = [str(one.message) for one in found("dates", looking(article=article))]
    assert said == [
        "The article was updated before it was published.",
        "A correction is dated before the article was published.",
        "A correction is dated in the future.",
        "A correction does not say what was put right.",
    ]
    (late,) = found("dates", looking(article=replace(GOOD, updated=NOON + DAY)))
    assert late.field == "updated"


def test_dates_that_fit_are_not() -> None:
    fine = replace(GOOD, updated=NOON, corrections=(Correction(at=NOON, note="Mended."),))
    assert not found("dates", looking(article=fine))
    assert not found("dates", looking(article=replace(fine, published=None)))

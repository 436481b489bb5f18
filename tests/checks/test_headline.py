"""A blank headline is no headline."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import GOOD, found, looking


def test_a_blank_headline_is_said_at_the_headline() -> None:
    (problem,) = found("headline", looking(article=replace(GOOD, headline=" \t")))
    assert problem.field == "headline"

"""Marks and authorship are held against one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.authorship import Authorship
from tests.checks.looks import GOOD, found, looking

PART = replace(GOOD, body="By people. By AI.", ai_ranges=((11, 17),))
WHOLE = replace(PART, ai_ranges=((0, 17),))


@pytest.mark.parametrize(
    ("article", "authorship", "said"),
    [
        (PART, Authorship.HUMAN, "36 % of the text"),
        (PART, Authorship.NOT_STATED, "not stated"),
        (WHOLE, Authorship.AI_ASSISTED, "The whole text"),
        (WHOLE, Authorship.HUMAN, "The whole text"),
    ],
)
def test_what_disagrees_is_said(article: object, authorship: Authorship, said: str) -> None:
    assert isinstance(article, type(GOOD))
    (problem,) = found("ai-passages", looking(article=replace(article, authorship=authorship)))
    assert said in str(problem.message)
    assert problem.field == "authorship"


def test_what_agrees_is_not() -> None:
    for article, authorship in (
        (PART, Authorship.AI_ASSISTED),
        (PART, Authorship.AI_GENERATED),
        (WHOLE, Authorship.AI_GENERATED),
        (replace(PART, ai_ranges=()), Authorship.HUMAN),
        (replace(PART, ai_ranges=()), Authorship.AI_ASSISTED),
    ):
        assert not found("ai-passages", looking(article=replace(article, authorship=authorship)))

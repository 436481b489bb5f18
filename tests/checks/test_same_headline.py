"""Two articles with one headline."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Status
from tests.checks.looks import GOOD, found, looking


def test_the_others_are_named() -> None:
    (problem,) = found("same-headline", looking(twins=["b", "a"]))
    assert "a, b" in str(problem.message)
    assert not found("same-headline", looking(twins=["a"], article=replace(GOOD, headline=" ")))
    assert not found("same-headline", looking(twins=["a"], article=replace(GOOD, status=Status.WITHDRAWN)))

"""What goes out has a text."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Status
from tests.checks.looks import GOOD, found, looking


def test_only_what_goes_out_needs_a_text() -> None:
    empty = replace(GOOD, body=" \n")
    for status in Status:
        problems = found("body", looking(article=replace(empty, status=status)))
        assert bool(problems) is (status in {Status.READY, Status.PUBLISHED})

"""Headings with words of their own."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import GOOD, found, looking


def test_an_empty_heading_and_one_like_the_headline_are_said_with_their_lines() -> None:
    body = f"Words.\n\n##\n\n```\n##\n```\n\n## {GOOD.headline.upper()}\n\n#### Deep"
    problems = found("headings", looking(article=replace(GOOD, body=body)))
    assert [(one.line, one.field) for one in problems] == [(2, "body"), (8, "body")]

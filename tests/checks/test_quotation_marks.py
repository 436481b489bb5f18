"""Quotation marks that do not stand in pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.looks import GOOD, found, looking


@pytest.mark.parametrize(
    ("language", "body", "lines"),
    [
        ("en", "“We will,” she said. “Soon.”", []),
        ("en", "One.\n\n“We will, she said.\n\nTwo.", [2]),
        ("en", "We will,” she said.", [0]),
        ("en", "“It was long.\n\n“And it went on.\n\n“Then it ended.”", []),
        ("en", "> “It was long.\n\n> “It ended.”", []),
        ("en", "“It was long.\n\nAnd it went on.”", [0, 2]),
        ("en", 'Five feet 5" and "so" and ‘this\n\n```\n“code\n```', []),
        ("fr", "« Oui », dit-elle. « Non", [0]),
        ("de", "„Ja“, sagte sie. „Nein“", []),
        ("sv", "”Ja sade hon.", []),
    ],
)
def test_each_paragraph_closes_what_it_opens(language: str, body: str, lines: list[int]) -> None:
    problems = found("quotation-marks", looking(article=replace(GOOD, language=language, body=body)))
    assert [one.line for one in problems] == lines

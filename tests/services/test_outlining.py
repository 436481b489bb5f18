"""The headings of an article as the outline shows them."""

from __future__ import annotations

import pytest

from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.services.outlining import headings_of


def test_headings_come_with_level_words_and_line() -> None:
    found = headings_of("Words.\n\n## Why\n\n### How *so*\n", quiet())
    assert [(one.level, one.text, one.line) for one in found] == [(2, "Why", 2), (3, "How so", 4)]


def test_it_stops_when_a_newer_text_is_there() -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        headings_of("# a", context)

"""Published articles have a date that is not to come; drafts need none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Status
from tests.builders import NOON
from tests.checks.looks import GOOD, found, looking


def test_no_date_and_a_future_one_are_said() -> None:
    assert found("publication-date", looking(article=replace(GOOD, published=None)))
    assert found("publication-date", looking(article=replace(GOOD, published=NOON + timedelta(seconds=1))))
    assert not found("publication-date", looking(article=replace(GOOD, status=Status.READY, published=None)))

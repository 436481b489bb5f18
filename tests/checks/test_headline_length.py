"""Headlines that are cut where they are listed."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import GOOD, found, looking


def test_wide_letters_take_the_room_of_two() -> None:
    for headline, is_long in (("a" * 110, False), ("a" * 111, True), ("漢" * 55, False), ("漢" * 56, True)):
        assert bool(found("headline-length", looking(article=replace(GOOD, headline=headline)))) is is_long

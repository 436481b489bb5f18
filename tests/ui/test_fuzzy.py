"""A line is found by a few of its letters, the likeliest first."""

from __future__ import annotations

import pytest

from editor.ui.fuzzy import folded, ranked

LINES = ["Harbour reopens", "Ferry fares fall", "The offer", "Élan on the ferry", "Freight rises"]


def _found(typed: str, limit: int = 10) -> list[str]:
    return ranked(typed, [(folded(line), line) for line in LINES], limit)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", LINES),
        ("fe", ["Ferry fares fall", "Élan on the ferry", "The offer", "Freight rises"]),
        ("elan", ["Élan on the ferry"]),
        ("FERRY the", ["Élan on the ferry"]),
        ("frght", ["Freight rises"]),
        ("fr", ["Freight rises", "Ferry fares fall", "Élan on the ferry"]),
        ("x", []),
        ("rry zz", []),
        ("(", []),
    ],
)
def test_beginnings_come_before_insides_before_letters_in_order(typed: str, expected: list[str]) -> None:
    assert _found(typed) == expected


def test_only_so_many_are_given() -> None:
    assert _found("", 2) == LINES[:2]
    assert len(_found("e", 1)) == 1

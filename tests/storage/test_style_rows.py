"""House styles come back from their rows."""

from __future__ import annotations

import sqlite3

import pytest

from editor.domain.house_style import HouseStyle
from editor.storage.style_rows import style_from, style_values

STYLE = HouseStyle(long="d MMMM y", months=("Januari", "Februari"), quotes=("“", "”"))


def test_a_style_comes_back() -> None:
    assert style_from(tuple(style_values("sw", STYLE).values())) == ("sw", STYLE)


def test_what_a_later_makala_says_is_left_out() -> None:
    assert style_from(("sw", '{"long": "d", "weeks": 5}')) == ("sw", HouseStyle(long="d"))


@pytest.mark.parametrize("row", [("sw", "{"), ("sw", "5"), ("sw", b"{}"), (b"sw", "{}")])
def test_one_that_cannot_be_read_is_damage(row: tuple[object, object]) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        style_from(row)

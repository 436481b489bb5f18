"""Rows of tables: their cells, and columns under one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.widgets.table_lines import aligned, cell_at, cell_span, cells, is_row, is_rule, width


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("|a||", ["a", ""]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("|", [""]),
        ("|  |  |", ["", ""]),
    ],
)
def test_the_cells_of_a_row(row: str, found: list[str]) -> None:
    assert cells(row) == found


def test_what_a_rule_is() -> None:
    assert all(map(is_rule, ["| --- | :-: |", "|-|-|", "--- | ---", "| --- |", "|---"]))
    assert not any(map(is_rule, ["---", "| a | - |", "", "|", "| |"]))
    assert is_row("a | b")
    assert not is_row(r"a \| b")


def test_columns_stand_under_one_another_by_the_width_of_letters() -> None:
    rows = ["|Mji|Watu|", "|:-|-:|", "|Nairobi|4|", "|奈良|350,000|", "|ก็|", "|e\u0301|1|"]
    assert aligned(rows) == [
        "| Mji     |    Watu |",
        "| :------ | ------: |",
        "| Nairobi |       4 |",
        "| 奈良    | 350,000 |",
        "| ก็      |         |",
        "| e\u0301       |       1 |",
    ]


def test_a_centred_column_and_a_further_cell() -> None:
    assert aligned(["|a|", "|:-:|", "|wide word|x|"]) == [
        "|     a     |     |",
        "| :-------: | --- |",
        "| wide word | x   |",
    ]


_CELL = st.text(alphabet="ab -:字ก็é😀", max_size=8)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), min_size=1, max_size=4))
def test_setting_columns_loses_nothing_and_is_done_once(rows: list[list[str]]) -> None:
    lines = [f"|{'|'.join(row)}|" for row in rows]
    lines.insert(1, "|-|")
    done = aligned(lines)
    for before, after in zip(lines, done, strict=True):
        if not is_rule(before):
            kept = cells(before)
            assert cells(after)[: len(kept)] == kept or not any(cells(after))
    assert aligned(done) == done
    assert len({width(line) for line in done}) == 1


def test_where_a_cell_is() -> None:
    row = "| one | two |  |"
    assert [cell_at(row, place) for place in (0, 2, 6, 8, 13, 15, 16)] == [0, 0, 0, 1, 2, 2, 2]
    assert [row[slice(*cell_span(row, cell))] for cell in range(3)] == ["one", "two", ""]
    assert cell_span("|  |", 0) == (2, 2)
    assert cell_span("a | b", 1) == (4, 5)

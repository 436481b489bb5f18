"""Tables of figures are made even; tables that only place things become what they hold."""

from __future__ import annotations

import pytest
from bs4.element import Tag

from editor.markup.pasted_reader import read_html
from editor.markup.pasted_tables import settle_table


def _shape(html: str) -> list[list[str]]:
    return [
        [cell.get_text(" ").strip() or "".join(map(str, cell.stripped_strings)) for cell in row.find_all(["td", "th"])]
        for row in read_html(html).find_all("tr")
    ]


def test_every_row_has_a_cell_in_every_column() -> None:
    html = """<table><tr><th colspan=2>a<th>b</tr><tr><td rowspan=2>c<td>d</tr><tr><td>e<td>f</tr></table>"""
    assert [len(row) for row in _shape(html)] == [3, 3, 3]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>alone</td></tr><tr><td>below</td></tr></table>",
        "<table><tr><td>one</td><td>row</td></tr></table>",
        "<table role='presentation'><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>x<tr><td>y<td>z</table>",
        "<table><tr><td colspan=500>a<td>b<tr><td>c</table>",
        "<table></table>",
    ],
)
def test_what_is_no_table_of_figures_is_its_cells(html: str) -> None:
    outer = read_html(html).contents[0]
    assert isinstance(outer, Tag)
    assert outer.name == "div"


def test_odd_numbers_of_columns_are_one() -> None:
    table = Tag(name="table")
    for _ in range(2):
        row = Tag(name="tr")
        for said in ("0", "x", "-3"):
            row.append(Tag(name="td", attrs={"colspan": said, "rowspan": said}))
        table.append(row)
    settle_table(table)
    assert [len(row.contents) for row in table.find_all("tr")] == [3, 3]

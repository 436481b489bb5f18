"""The blocks of the dialect, seen through the text they become."""

from __future__ import annotations

import pytest

from editor.markup.parsing import parse
from editor.markup.plain import plain_blocks
from editor.markup.rendering import render


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("```\na\n\nb\n```\nafter", ["a", "b", "after"]),
        ("before\n~~~ sh\n# a\n~~~~\n\nafter", ["before", "# a", "after"]),
        ("> ```\n> a\n>\n> - b\n> ```\n\nafter", ["a", "- b", "after"]),
        ("- a\n\n    ```\n    b\n    - c\n    ```\n- d", ["- a", "b", "- c", "- d"]),
        ("````\n```\na\n````", ["```", "a"]),
        ("```\n```", []),
    ],
)
def test_code_between_fences(markdown: str, blocks: list[str]) -> None:
    assert plain_blocks(markdown) == blocks


def test_a_fence_that_nothing_closes_is_text() -> None:
    assert plain_blocks("~~~\n\n*a*\n\n```\n\nb") == ["~~~", "a", "```", "b"]
    assert plain_blocks("~~~~\na\n~~~\nb\n~~~") == ["~~~~ a", "b"]


def test_code_that_is_indented_does_not_join_the_fenced() -> None:
    assert render("```\na\n```\n\n    b") == "<pre><code>a\n</code></pre>\n<pre><code>b\n</code></pre>\n"


def test_a_table_of_a_heading_alone_has_no_row() -> None:
    root = parse("| a | b |\n|---|---|")
    assert [element.tag for element in root.iter()] == ["div", "table", "thead", "tr", "th", "th", "tbody"]
    assert plain_blocks("a | b\n:-- | --:\n\\| | `c|d`") == ["a | b", "| | c|d"]


def test_a_wide_heading_over_countless_rows_fills_no_cells_without_end() -> None:
    wide = "|".join("a" * 300)
    root = parse(f"{wide}\n{'|'.join('-' * 300)}\n" + "b|c\n" * 1000)
    rows = root.findall("table/tbody/tr")
    assert (len(rows), len(rows[0]), len(rows[-1])) == (1000, 300, 2)


def test_every_row_of_a_table_of_one_column_has_a_border() -> None:
    assert parse("|a\n|-\n|b\nc|")[0].tag == "table"
    assert parse("|a\n|-\n|b\nc\n|d")[0].tag == "p"


def test_lists_of_different_marks_stay_apart_and_count_from_their_first_number() -> None:
    assert plain_blocks("4. a\n9. b\n\n- c\n\ntext") == ["4. a", "5. b", "- c", "text"]
    assert plain_blocks("12345678901. long") == ["12345678901. long"]
    assert plain_blocks("١. رقم") == ["١. رقم"]


def test_a_name_for_a_refused_address_is_text() -> None:
    markdown = '[a]: https://x.example "t"\n[b]: javascript:x\n[c]: https://y.example\n\n[a] [b] [c]'
    assert render(markdown) == (
        '<p>[b]: javascript:x</p>\n<p><a href="https://x.example" title="t">a</a> [b] '
        '<a href="https://y.example">c</a></p>\n'
    )


@pytest.mark.parametrize(
    "markdown",
    ["```x\n\n" * 1000, "~~~\na\n~~~\n\n" * 1000, "# a\n" * 2000, "a\n=\n" * 2000, "---\n" * 2000, "a | b\n" * 2000],
)
def test_many_of_a_kind_are_read(markdown: str) -> None:
    assert len(plain_blocks(markdown)) in {0, 1, 1000, 2000}

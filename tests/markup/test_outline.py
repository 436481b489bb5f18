from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.levels import shown_levels
from editor.markup.outline import Heading, _read, outline
from editor.markup.parsing import parse
from editor.markup.plain import collapse, inline_text


def test_headings_come_with_the_level_shown_and_their_line() -> None:
    markdown = "intro\n\n## One *thing*\n\ntext\n\nTwo\n---\n\n#### Deep\n\n#\n"
    assert outline(markdown) == [Heading(2, "One thing", 2), Heading(2, "Two", 6), Heading(3, "Deep", 9)]


def test_a_text_without_headings_has_no_outline() -> None:
    assert outline("only words\n\n```\n# code\n```") == []


def test_headings_in_quotations_and_lists_count_and_code_does_not() -> None:
    markdown = "> ## Said\n> words\n\n- ### Item\n\n~~~\n# no\n~~~\n\n    # no\n\nLast `x` \r\n===\r\n# # Sign #"
    assert outline(markdown) == [
        Heading(2, "Said", 0),
        Heading(3, "Item", 3),
        Heading(2, "Last x", 11),
        Heading(2, "# Sign", 13),
    ]


def test_a_text_that_is_typed_on_is_looked_through_again_only_where_it_changed() -> None:
    body = "".join(f"## Part {number}\n\nWords.\n\n" for number in range(50))
    before = outline(body)
    assert [(heading.text, heading.line) for heading in before] == [(f"Part {n}", 4 * n) for n in range(50)]
    after = outline(body.replace("Part 7\n", "Part seven\nmore\n"))
    assert [heading.text for heading in after] == [
        *(f"Part {n}" for n in range(7)),
        "Part seven",
        *(f"Part {n}" for n in range(8, 50)),
    ]
    assert after[8].line == before[8].line + 1


def test_code_and_addresses_by_name_reach_over_paragraphs() -> None:
    assert [one.text for one in outline("# a\n\n```\ncode\n\n# b\n\n# c\n```\n\n# d")] == ["a", "d"]
    assert [one.text for one in outline("# [a][x]\n\nwords\n\n[x]: https://example.org")] == ["a"]


@pytest.mark.parametrize("fences", [("```", "```"), ("```python", "```"), ("~~~", "~~~")])
def test_text_between_two_pieces_of_code_is_looked_through_by_itself(fences: tuple[str, str]) -> None:
    code = f"{fences[0]}\n# no\n\nno\n{fences[1]}\n\n"
    body = "".join(f"{code}## Part {number}\n\nWords.\n\n" for number in range(20))
    found = outline(body)
    assert [heading.text for heading in found] == [f"Part {number}" for number in range(20)]
    before = _read.cache_info().misses
    outline(body.replace("Part 7\n", "Part seven\n"))
    assert _read.cache_info().misses - before <= 2


def test_states_of_a_long_stretch_are_not_kept() -> None:
    stretch = "```\n" + "words, " * 4000 + "\n# a"
    before = _read.cache_info().currsize
    assert outline(stretch) == outline(f"{stretch}\n") != []
    assert _read.cache_info().currsize - before <= 1


_PARTS = [
    "```\n",
    "\n```\n",
    "\n\na",
    "\n\n# c",
    "# a",
    "## b",
    "b",
    "---",
    "===",
    "> ",
    "- ",
    "    ",
    "```",
    "\n",
    "\n\n",
    "1. ",
    "*",
    "[a]",
    ": https://a.example",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=30).map("".join))
def test_parts_are_read_as_the_whole_is(markdown: str) -> None:
    whole = [(collapse(inline_text(element)), level) for element, level in shown_levels(parse(markdown))]
    assert [(heading.text, heading.level) for heading in outline(markdown)] == [one for one in whole if one[0]]


@given(
    st.lists(st.sampled_from(["# a", "b", "---", "===", "> ", "- ", "    ", "```", "\n", "\n\n", "1. ", "*"])).map(
        "".join
    )
)
def test_each_heading_is_on_its_line(markdown: str) -> None:
    found = [collapse(inline_text(element)) for element, _ in shown_levels(parse(markdown))]
    headings = outline(markdown)
    assert [heading.text for heading in headings] == [text for text in found if text]
    lines = markdown.split("\n")
    for heading in headings:
        assert heading.text.strip("*` ")[:1] in lines[heading.line]

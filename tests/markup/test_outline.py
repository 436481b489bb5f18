from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.markup.levels import shown_levels
from editor.markup.outline import Heading, outline
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

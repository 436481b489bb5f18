"""A block that is cut gives what the whole one gives."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from hypothesis import given
from hypothesis import strategies as st

from editor.markup.cutting import use_cutting
from editor.markup.dialect import make_parser

LINES = (
    "", "a", "# b", "#", "## c ##", "---", "***", "- - -", "===", "=", "-", "a|b", "-|-", "|a", "|-|", "| |",
    "    code", "   x", "  ---", "- i", "1. k", "> q", "> # r", "~~~", "``` x", "```y`", "   ```",
    "[r]: http://a", "[x]:", "# a\\", "\\# no", "- # h", "   # n", "        deep", "    - nest", "a  ",
)  # fmt: skip


def tree(text: str, *, long: int) -> bytes:
    made = make_parser(bool, bool)
    use_cutting(made, long=long)
    root = Element("div")
    made.parser.parseChunk(root, text)
    return tostring(root)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_the_same_comes_out(text: str) -> None:
    assert tree(text, long=0) == tree(text, long=len(text))


def test_a_long_block_of_headings_and_rules_is_read() -> None:
    root = Element("div")
    make_parser(bool, bool).parser.parseChunk(root, "# a\nb\n---\nc\nd\n***\n" * 1000)
    assert [element.tag for element in root[:4]] == ["h1", "h2", "p", "hr"]
    assert len(root) == 4000

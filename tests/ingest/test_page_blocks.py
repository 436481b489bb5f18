from __future__ import annotations

from editor.ingest.page_blocks import Block, blocks_of


def test_blocks_are_parted_by_empty_lines_and_know_theirs() -> None:
    text = "one\n\ntwo a\ntwo b\n \t\n\n\nthree   with\t runs\n"
    assert blocks_of(text) == [
        Block(("one",), 1),
        Block(("two a", "two b"), 3),
        Block(("three with runs",), 8),
    ]


def test_blocks_of_spaces_are_layout() -> None:
    assert blocks_of("a\n\n\u00a0\n\n\u00a0\n\n\u3000\n\nb") == [Block(("a",), 1), Block(("b",), 9)]
    assert blocks_of("") == []


def test_other_line_separators_part_nothing() -> None:
    assert [block.lines for block in blocks_of("a\u2028b\x85c")] == [("a\u2028b\x85c",)]


def test_the_text_is_one_line() -> None:
    assert Block(("a", "b"), 1).text == "a b"

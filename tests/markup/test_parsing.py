from __future__ import annotations

import pytest

from editor.markup.parsing import is_safe_address, make_parser, parse, shared_parser


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://x.example", True),
        ("HTTP://x.example", True),
        ("mailto:a@x.example", True),
        ("https:", False),
        (" https://x.example", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//x.example", False),
        ("", False),
    ],
)
def test_only_three_schemes_are_safe(address: str, *, is_safe: bool) -> None:
    assert is_safe_address(address) is is_safe


def test_every_ascii_punctuation_mark_can_be_escaped() -> None:
    marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    inline = parse("".join(f"\\{mark}" for mark in marks))[1]
    assert [child.content for child in inline.children or []] == [marks]


def test_html_is_no_kind_of_token() -> None:
    kinds = {token.type for token in parse("<div>\n\na <b>c</b>\n")}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}


def test_one_parser_is_shared_and_others_can_be_made() -> None:
    assert shared_parser() is shared_parser()
    lenient = make_parser(lambda _: True)
    assert [child.type for child in lenient.parse("![a](any.png)")[1].children or []] == ["image"]


def test_a_hundred_levels_of_quotation_are_read() -> None:
    assert any(token.content == "deep" for token in parse("> " * 90 + "deep"))

from __future__ import annotations

import sys
from xml.etree.ElementTree import Element

import pytest

from editor.markup.parsing import TIGHT, is_picture_address, is_safe_address, parse


def tags(element: Element) -> list[str]:
    return [child.tag for child in element]


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://x.example", True),
        ("HTTP://x.example", True),
        ("mailto:a@x.example", True),
        ("https:", False),
        ("http:///x", False),
        ("https://a..b.example/", False),
        (" https://x.example", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//x.example", False),
        ("", False),
    ],
)
def test_only_three_schemes_are_safe(address: str, *, is_safe: bool) -> None:
    assert is_safe_address(address) is is_safe


def test_a_picture_is_the_newsrooms_or_of_the_web() -> None:
    assert is_picture_address("images/x.png")
    assert is_picture_address("https://x.example/a.png")
    assert not is_picture_address("other/x.png")


def test_html_makes_no_element() -> None:
    root = parse("<div>\n\na <b>c</b> <!-- d -->\n")
    assert [element.tag for element in root.iter()] == ["div", "p", "p"]
    assert [paragraph.text for paragraph in root] == ["<div>", "a <b>c</b> <!-- d -->"]


def test_quotations_and_lists_hold_blocks_only() -> None:
    root = parse("- a *b*\n    - c\n- d\n\n> e\n\n1. f\n\n2. g")
    assert tags(root) == ["ul", "blockquote", "ol"]
    assert tags(root[0][0]) == [TIGHT, "ul"]
    assert tags(root[1]) == ["p"]
    assert [tags(item) for item in root[2]] == [["p"], ["p"]]


def test_code_is_text_as_it_was_typed() -> None:
    root = parse("`&lt; <b> &`\n\n```html\n<b>\n\n\n&amp;\n```\n\n    <i>\n")
    assert root[0][0].text == "&lt; <b> &"
    assert [(element.tag, element.text) for element in root[1:]] == [("pre", "<b>\n\n\n&amp;\n"), ("pre", "<i>\n\n")]


def test_a_picture_holds_its_words_as_its_alt() -> None:
    (picture,) = parse("![a *b* `c`\n[d](https://x.example) \\* &amp;](images/x)")[0]
    assert (picture.get("alt"), picture.text, len(picture)) == ("a b c d * &", None, 0)


def test_others_may_accept_other_pictures() -> None:
    assert not len(parse("![a](any.png)")[0])
    assert len(parse("![a](any.png)", pictures=_every)[0])


def test_what_an_earlier_text_defined_is_forgotten() -> None:
    assert len(parse("[a]\n\n[a]: https://x.example")[0])
    assert not len(parse("[a]")[0])


def test_a_hundred_levels_of_quotation_are_read() -> None:
    assert any(element.text == "deep" for element in parse("> " * 90 + "deep").iter())


DEEP = [
    ">" * 10_000,
    "> " * 10_000,
    "- " * 10_000,
    "1. " * 10_000,
    "> - " * 5_000,
    "\n\n".join("    " * level + "- a" for level in range(200)),
    "- a\n\n" + "\n\n".join("    " * level + "- a" for level in range(60)) + "- " * 500,
    "*a **b " * 500 + "b** a*" * 500,
    "[" * 5_000 + "a" + "](https://x.example)" * 5_000,
    "![" * 500 + "a" + "](images/x)" * 500,
]


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_no_depth_is_too_deep(text: str) -> None:
    levels = [parse(text)]
    depth = 0
    while levels := [child for element in levels for child in element]:
        depth += 1
    assert depth < 300


def _every(_address: str) -> bool:
    return True


HOSTILE = (
    "- - -\n", "-\n", "=\n", "a\n=\n", "a\n---\n", "***\n", "# a\n", "#\n", "|a\n|-\n---\n", "a|b\n-|-\n", "- a\n",
    "1. a\n", "> a\n", "> a\n\n", "    a\n", "[a]: https://b\n", "[a]\n", "```\n", "~~~ a\n\n", "*a* ", "**a ",
    "[a](", "![", "`a ``b ", "\\*", "&amp;", "<a@b", "\t", "a\n\n",
)  # fmt: skip


@pytest.mark.parametrize("pattern", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(pattern: str) -> None:
    little, much = (_calls(pattern * (length // len(pattern))) for length in (1500, 6000))
    assert much < 8 * little  # four times the text; the square would be sixteen


def _calls(markdown: str) -> int:
    """Return how many calls reading `markdown` takes: the same on every machine, busy or not."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event in {"call", "c_call"}

    parse("warm")
    before = sys.getprofile()
    sys.setprofile(called)
    try:
        parse(markdown)
    finally:
        sys.setprofile(before)
    return count

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.parsing import parse
from editor.markup.plain import collapse, escape, inline_text, plain_blocks
from editor.markup.rendering import render

HOSTILE = [
    "# not a heading",
    "####### seven",
    "#hash",
    "1. not a list",
    "2) nor this",
    "1234567890. too long to be one",
    "- dash",
    "+ plus",
    "* star",
    "-",
    "---",
    "- - -",
    "***",
    "===",
    "~~~",
    "```sh",
    "> quote",
    "    four spaces",
    "\ttab",
    "a  \t b",
    "&amp; &lt; &#35; &notanentity; AT&T",
    "<script>alert(1)</script>",
    "5 < 6 > 4",
    "<https://x.example>",
    "https://x.example/a_b_c?d=*e*",
    "[link](https://x.example)",
    "![picture](images/x)",
    "[ref]: https://x.example",
    "snake_case __dunder__ _under_ a_ _b",
    "back\\slash \\* end\\",
    "`code` ``more``",
    "| a | b |",
    "a * b * c",
    "!important!",
    "\u202bعربي\u202c 1. שלום",
    "日本語。 「引用」",
    "«\u00a0mot\u00a0»",
    "nul\0here",
    "\x02klzzwxh:0000\x03 \x0242\x03",
    "١. رقم",
    "1.",
    "_ _ _",
    "~~~ \u202f~~~",
    "<a@x.example>",
    "&#x41; &copy &copy; &;",
    "emoji 👩‍👩‍👧 e\u0301",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    assert plain_blocks(escape(text)) == [collapse(text)]


PIECES = st.one_of(
    st.sampled_from(list("*_#<>[]&\\`~|!()+-.1) \t=:\"'/aé中ع\u00a0\u3000\u200f\0")),
    st.sampled_from(
        [
            "&amp;",
            "&#35;",
            "https://x.example/a_b",
            "---",
            "===",
            "1.",
            "10)",
            "# ",
            "- ",
            "![a](b)",
            "<b>",
            "\x02",
            "\x03",
            "<https://x.example>",
            "<a@b>",
            "[a]: https://x.example",
            "~~~",
            "\x020\x03",
            "   ",
            "\u2028",
        ]
    ),
    st.characters(codec="utf-8"),
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=40).map("".join).filter(collapse))
def test_escape_and_plain_blocks_are_inverse(text: str) -> None:
    assert plain_blocks(escape(text)) == [collapse(text)]


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join).filter(collapse))
def test_escaped_text_renders_to_one_paragraph_of_exactly_that_text(text: str) -> None:
    page = render(escape(text))
    assert page.startswith("<p>")
    assert html.unescape(page.removeprefix("<p>").removesuffix("</p>\n")) == html.unescape(html.escape(collapse(text)))


@settings(max_examples=100)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join).filter(collapse), max_size=6))
def test_many_blocks_stay_apart(texts: list[str]) -> None:
    assert plain_blocks("\n\n".join(escape(text) for text in texts)) == [collapse(text) for text in texts]


def test_ordinary_prose_is_not_disfigured() -> None:
    prose = 'She said: "5, 10 minutes" - not more (see p. 7) & left; it cost $3.50 + tax = 4! #1 snake_case a/b ~2'
    assert escape(prose) == prose


def test_every_kind_of_block_is_one_line() -> None:
    markdown = """# Title *here*

First line
second line\\
third

- one
- two

    still two

    1. inner

3. three
4. four

> said
> so
>
> and more

| a | b |
|---|---|
| c | `d` |

```
code 1

code 2
```

---

![the *alt*](images/x.png "caption") tail
"""
    assert plain_blocks(markdown) == [
        "Title here",
        "First line second line third",
        "- one",
        "- two",
        "still two",
        "1. inner",
        "3. three",
        "4. four",
        "said so",
        "and more",
        "a | b",
        "c | d",
        "code 1",
        "code 2",
        "the alt tail",
    ]


def test_the_caller_says_which_words_stand_for_a_picture() -> None:
    blocks = plain_blocks("![drum](images/x.png)", picture=lambda path, alt: f"{alt} ({path})")
    assert blocks == ["drum (images/x.png)"]


def test_inline_text_drops_markup() -> None:
    assert inline_text(parse("*a* **b** `c` [d](https://x.example)")[0]) == "a b c d"

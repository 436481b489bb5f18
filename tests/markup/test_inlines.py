"""What stands inside lines, seen through the HTML it becomes."""

from __future__ import annotations

import string

import pytest

from editor.markup.parsing import parse
from editor.markup.plain import inline_text
from editor.markup.rendering import render


def test_every_ascii_punctuation_mark_can_be_escaped() -> None:
    (paragraph,) = parse("".join(f"\\{mark}" for mark in string.punctuation))
    assert inline_text(paragraph) == string.punctuation


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("&amp; &lt; &#35; &#x2A;a&#42; &hellip;", "&amp; &lt; # *a* …"),
        ("&copy &nothing; &amp;amp;", "&amp;copy &amp;nothing; &amp;amp;"),
        ("a  \nb\\\nc\\\\\nd", "a<br>\nb<br>\nc\\\nd"),
        ("a_b_c _d_ __e__ *f **g** h*", "a_b_c <em>d</em> <strong>e</strong> <em>f <strong>g</strong> h</em>"),
        ("`` a`b `` \\`c`", "<code>a`b</code> `c`"),
        ("<b@x.example> <B>", '<a href="mailto:b@x.example">b@x.example</a> &lt;B&gt;'),
        (
            "<https://x.example/_a_?b&amp;c>",
            '<a href="https://x.example/_a_?b&amp;c">https://x.example/_a_?b&amp;c</a>',
        ),
        ("<ftp://x.example> <https://x y>", "&lt;ftp://x.example&gt; &lt;https://x y&gt;"),
        (
            "[a](https://x.example 'b &amp; \\\\ \"c\"')",
            '<a href="https://x.example" title="b &amp; \\ &quot;c&quot;">a</a>',
        ),
        ("[a](<https://x.example/b c>)", '<a href="https://x.example/b%20c">a</a>'),
        (
            "[a [b](https://y.example) c](https://x.example)",
            '<a href="https://x.example">a [b](https://y.example) c</a>',
        ),
        ("[a](page.html) *b*", "[a](page.html) <em>b</em>"),
        ("[*a*](&#106;avascript:b)", "[<em>a</em>](javascript:b)"),
        ("[a](https\\://x.example)", '<a href="https://x.example">a</a>'),
        (f"&#{'1' * 5000}; &#x{'a' * 5000};", f"&amp;#{'1' * 5000}; &amp;#x{'a' * 5000};"),
        ("[a\\]b](https://x.example/\\)c)", '<a href="https://x.example/)c">a]b</a>'),
    ],
)
def test_lines(typed: str, shown: str) -> None:
    assert render(typed) == f"<p>{shown}</p>\n"


def test_a_picture_says_how_it_was_typed() -> None:
    typed = '![a\\]b `c` [d](https://x.example)](images/x "e \\* f")'
    (picture,) = parse(f"x{typed}y")[0]
    assert (picture.get("typed"), picture.get("before")) == (typed, "x")
    assert picture.get("label") == "a\\]b `c` [d](https://x.example)"
    assert picture.get("title") == "e * f"


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "*a ", "_a **b ", "`", "` `` ", "<a@", "\\", "[a](b 'c"])
def test_many_openings_and_no_end_are_text(piece: str) -> None:
    text = (piece * 2000).strip()
    assert inline_text(parse(text)[0]).startswith(piece.strip("\\")[:1])

"""What stands inside lines, seen through the HTML it becomes."""

from __future__ import annotations

import string
from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor
from markdown.treeprocessors import InlineProcessor

from editor.markup.dialect import make_parser
from editor.markup.inlines import SIGNS
from editor.markup.parsing import is_picture_address, is_safe_address, parse
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


def _plodding() -> Markdown:
    """Return our parser with the library's own way through a line: every pattern asked about every piece of text."""
    made = make_parser(is_safe_address, is_picture_address)
    made.inlinePatterns.register(DelimiterProcessor("*", "strong,em", made), "em_strong", 60)
    assert made.delimiters is not None
    made.delimiters.add("_", "strong,em", smart=True)
    made.treeprocessors.register(InlineProcessor(made), "inline", 20)
    return made


_OURS, _THEIRS = make_parser(is_safe_address, is_picture_address), _plodding()
_MARKS = [*"a \\`*_[]()!<>&;", "\n", "**", "***", "``", "![", "]("]
_WHOLE = [
    *("`a`", "``b`c``", "\\*", "\\\n", "d  \ne", "*f*", "**g**", "_h_", "&amp;", "&#42;", "<https://x.example>"),
    *("<b@x.example>", "[i](https://x.example)", "[j][k]", "[k]", "![l](images/m)", "![n][k]", "![k]"),
]
_TYPED = st.lists(st.sampled_from(_MARKS) | st.sampled_from(_WHOLE), min_size=5, max_size=30).map("".join)


def test_a_pattern_has_the_sign_that_it_looks_for() -> None:
    assert [_OURS.inlinePatterns[name] for name in SIGNS] == list(_OURS.inlinePatterns)


@given(_TYPED)
def test_asking_only_where_a_sign_is_finds_what_asking_everywhere_finds(typed: str) -> None:
    assert _tree(_OURS, typed) == _tree(_THEIRS, typed)


def _tree(parser: Markdown, typed: str) -> bytes:
    parser.reset()
    root = Element("div")
    parser.parser.parseChunk(root, f"[k]: https://x.example/k\n\n{typed}")
    parser.treeprocessors["inline"].run(root)
    return tostring(root)

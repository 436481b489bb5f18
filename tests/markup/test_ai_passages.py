"""Passages come out marked, whatever Markdown they begin and end in, and nothing else of the page changes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.ai_ranges import AiRanges, tidy
from editor.markup.ai_passages import parse_passages
from editor.markup.parsing import parse
from editor.markup.rendering import render
from editor.markup.stand_ins import BEGINS, ENDS, PASSAGE_CLASS

PASSAGE = f'<span class="{PASSAGE_CLASS}">'


def shown(markdown: str, *marked: str) -> str:
    ranges = sorted((markdown.index(words), markdown.index(words) + len(words)) for words in marked)
    return _short(render(markdown, passages=ranges))


def _short(html: str) -> str:
    html = html.replace(PASSAGE, "[").replace(BEGINS, "«").replace(ENDS, "»").replace("</span>", "]")
    return html.replace("\n", "")


@pytest.mark.parametrize(
    ("markdown", "marked", "html"),
    [
        ("Ana. By AI. Ana.", "By AI.", "<p>Ana. [«By AI.»] Ana.</p>"),
        ("By **the AI** and.", "By **the AI** and.", "<p>[«By <strong>the AI</strong> and.»]</p>"),
        ("By **the AI** and.", "AI** and", "<p>By <strong>the [«AI]</strong> [and»].</p>"),
        ("By **the AI** and.", "y **the", "<p>B[«y] <strong>[the»] AI</strong> and.</p>"),
        ("One.\n\nTwo.\n\nThree.", "e.\n\nTwo.\n\nThr", "<p>On[«e.]</p><p>[Two.]</p><p>[Thr»]ee.</p>"),
        ("# A head\n\nText", "# A head", "<h2>[«A head»]</h2><p>Text</p>"),
        ("1. one\n2. two", "1. one\n2. t", "<ol><li>[«one]</li><li>[t»]wo</li></ol>"),
        ("- one\n    - two", "one\n    - two", "<ul><li>[«one]<ul><li>[two»]</li></ul></li></ul>"),
        ("> said\n> so", "aid\n> s", "<blockquote><p>s[«aids»]o</p></blockquote>"),
        ("```py\ncode = 1\n```", "```py\ncode", "<pre><code>[«code»] = 1</code></pre>"),
        ("Run `a_b` now", "`a_b`", "<p>Run <code>[«a_b»]</code> now</p>"),
        (
            "[words](http://x.org/a) end",
            "ords](http://x.o",
            '<p><a href="http://x.org/a">w[«ords»]</a> end</p>',
        ),
        ("[w](http://x.org/a) end", "p://x.org/a) e", '<p><a href="http://x.org/a">w</a> [«e»]nd</p>'),
        ("[w](http://x.org/a)", "x.org", '<p><a href="http://x.org/a">w</a></p>'),
        ("snake_case_ and", "snake", "<p>[«snake_case»]_ and</p>"),
        ("\\*not\\* em", "\\*not\\*", "<p>*[«not»]* em</p>"),
        ("2 \u00d7 e\u0301te\u0301", "e", "<p>2 \u00d7 e\u0301te\u0301</p>"),
        ("Yes! Go", "Yes!", "<p>[«Yes!»] Go</p>"),
        ("&amp; &lt;b> x", "x", "<p>&amp; &lt;b&gt; [«x»]</p>"),
        ("\u6f22\u5b57\u3002\u6587", "\u5b57\u3002", "<p>\u6f22[«\u5b57\u3002»]\u6587</p>"),
    ],
)
def test_a_passage_is_marked_where_its_words_come_out(markdown: str, marked: str, html: str) -> None:
    assert shown(markdown, marked) == html


def test_a_table_is_marked_cell_by_cell() -> None:
    html = shown("| a | b |\n|---|---|\n| c | d |", "b |\n|---|---|\n| c")
    assert "<th>a</th><th>[«b]</th>" in html
    assert "<td>[c»]</td><td>d</td>" in html


def test_a_picture_stands_beside_the_words_as_ever() -> None:
    html = render("Before ![A](images/a.png) after.", picture=lambda *_: "<figure></figure>", passages=((0, 32),))
    assert _short(html) == "<p>[«Before]</p><figure></figure><p>[after.»]</p>"


def test_passages_apart_begin_and_end_each() -> None:
    assert shown("One two three.", "One", "three") == "<p>[«One»] two [«three»].</p>"


def test_signs_typed_into_a_text_are_text() -> None:
    html = render("a \ufdd0b\ufdd1 c", passages=((0, 1),))
    assert _short(html) == "<p>[«a»] \ufffdb\ufffd c</p>"


def test_typed_html_of_a_passage_is_text() -> None:
    html = render(f"{PASSAGE}x</span> {BEGINS}", passages=((0, 5),))
    assert html.count("<span") == html.count("</span>") <= 3
    assert "&lt;span class=" in html.replace(PASSAGE, "").replace(BEGINS, "").replace(ENDS, "").replace("</span>", "")


PIECES = st.sampled_from(
    [
        *("a", "Bc", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "# ", "- ", "1. ", "> ", "|", "|---|", "["),
        *("](http://x.y/z)", "![a](images/a.png)", "http://q.r/s", "\\", "&amp;", "<b>", "\u6f22", "\U0001f600"),
        *("e\u0301", "    ", "[r]: http://x.y\n", "[r]"),
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)
RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3)


@given(TEXTS, RANGES)
def test_without_its_spans_the_page_is_the_same(markdown: str, raw: list[tuple[int, int]]) -> None:
    ranges: AiRanges = tidy(raw, len(markdown))
    html = render(markdown, passages=ranges, picture=_figure)
    plain = render(markdown, picture=_figure)
    bare = re.sub(r"<span[^>]*>|</span>", "", html)
    assert bare == plain
    assert html.count(BEGINS) == html.count(ENDS) <= max(1, len(ranges))
    assert html.count(PASSAGE) >= html.count(BEGINS)
    ET.fromstring(f"<r>{_closed(html)}</r>")  # noqa: S314 - our own; every span closes where it opened


@given(TEXTS, RANGES)
def test_every_marked_word_of_the_page_is_of_the_text(markdown: str, raw: list[tuple[int, int]]) -> None:
    ranges = tidy(raw, len(markdown))
    tree = parse_passages(markdown, ranges)
    assert "".join(tree.itertext()) == "".join(parse(markdown).itertext())
    for passage in tree.iter("passage"):
        assert "".join(passage.itertext()).strip()


def _closed(html: str) -> str:
    return re.sub(r"<(br|hr)>", r"<\1/>", html)


def _figure(*_: str) -> str:
    return "<figure>x</figure>"

"""HTML as XHTML: well formed whatever comes in, its addresses as they are answered."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.publish.xhtml import as_xhtml


def same(_name: str, value: str) -> str | None:
    return value


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p>a<br>b</p>", "<p>a<br />b</p>"),
        ("<p>a &amp; b &nbsp;&lt;c&gt;</p>", "<p>a &amp; b \xa0&lt;c&gt;</p>"),
        ('<p lang="sw">a</p>', '<p lang="sw" xml:lang="sw">a</p>'),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</li></li></ul>"),
        ("a</p>b", "ab"),
        ("<p>a", "<p>a</p>"),
        ("a\x00b", "a\ufffdb"),
    ],
)
def test_what_comes_of_it(html: str, xhtml: str) -> None:
    assert as_xhtml(html, same) == xhtml


def test_html_stays_html_where_that_is_asked() -> None:
    assert as_xhtml('<p lang="sw">a<br>b</p>', same, is_xml=False) == '<p lang="sw">a<br>b</p>'


def test_a_link_that_leads_nowhere_is_its_words_and_a_picture_its_alternative_text() -> None:
    html = '<p><a href="x" title="t">w <em>o</em></a> <img src="y" alt="A &amp; B"> <a href="z">k</a></p>'
    xhtml = as_xhtml(html, lambda name, value: f"{name}:{value}" if value == "z" else None)
    assert xhtml == '<p>w <em>o</em> A &amp; B <a href="href:z">k</a></p>'


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<a href='x'>", "</a>", "<br>", "<img alt='&'>", "&", "<", "]]>", "é"]))
)
def test_whatever_comes_in_is_well_formed(parts: list[str]) -> None:
    for answer in (same, lambda _name, _value: None):
        ET.fromstring(f"<body>{as_xhtml(''.join(parts), answer)}</body>")  # noqa: S314 - what we wrote

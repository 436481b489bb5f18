"""The tree that pasted HTML is read into: well formed, shallow, and made in time that grows with its length alone."""

from __future__ import annotations

import pytest

from editor.markup.pasted_reader import read_html


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<div>a<p>b</p>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<h2><b>a</b></h2>", "<h2>a</h2>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("<ol start=4><li>a", '<ol start="4"><li>a</li></ol>'),
        ("<ul>a<p>b</ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<blockquote>a</blockquote>b", "<blockquote><p>a</p></blockquote><p>b</p>"),
        ("<td>a</td>", "<p>a</p>"),
        ("a<br><br>b<br>c<br>", "<p>a</p><p>b<br/>c</p>"),
        ("<i>a</p>b</i>", "<p><em mark=\"_\">a</em></p><p><em mark=\"_\">b</em></p>"),
        ("Version:0.9\r\nStartHTML:00\r\n<html><!--StartFragment-->a<!--EndFragment--></html>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_the_tree_is_well_formed(html: str, tree: str) -> None:
    assert read_html(html).decode_contents() == tree


def test_depth_is_bounded() -> None:
    tree = read_html("<ul><li>" * 3000 + "x").decode_contents()
    assert tree.endswith("</ul>")
    assert tree.count("<ul>") <= 20


def test_much_that_is_odd_takes_little_time() -> None:
    """Each of these would take minutes if anything here went through a long list once for each of its members."""
    for odd in ("<b>" * 20_000, "<i>a</b>" * 5_000, "<" * 20_000, "<td>" * 20_000, "<!--" * 50_000, "<ul><ul>" * 5_000):
        read_html(odd)

"""Every inner address is followed: to its file, and to its place on the page."""

from __future__ import annotations

import pytest

from editor.publish.links import Anchors, anchors_of, broken_links, made_absolute

PATHS = frozenset({"index.html", "sw/index.html", "sw/a/index.html", "assets/x.css", "images/é 1.jpg"})


def broken(page: str, html: str) -> list[str]:
    return [address for _, address in broken_links({page: anchors_of(html)}, PATHS)]


def test_addresses_and_ids_are_found_in_tags_alone() -> None:
    html = (
        '<a class="x" href="a?b=1&amp;c=2" id="i">href="no"</a>\n'
        '<img src="p.jpg" srcset="p-1.jpg 1w, p-2.jpg 2w" alt="a > b">'
        '<a href="https://a.example">x</a><a href="mailto:x@y.example">x</a><code>&lt;a href="typed"&gt;</code>'
    )
    assert anchors_of(html) == Anchors(frozenset({"i"}), frozenset({"a?b=1&c=2", "p.jpg", "p-1.jpg", "p-2.jpg"}))


@pytest.mark.parametrize(
    "address",
    [
        "../index.html",
        "../",
        "a/index.html",
        "a/",
        "../assets/x.css",
        "../images/%C3%A9%201.jpg",
        "#here",
        "index.html#here",
        "../index.html?x#y",
    ],
)
def test_what_is_there_is_not_broken(address: str) -> None:
    assert broken("sw/index.html", f'<p id="here"><a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    "address",
    [
        "b/index.html",
        "../../index.html",
        "/index.html",
        "//index.html",
        "javascript:alert(1)",
        "#there",
        "file:///etc/passwd",
        "../images/1.jpg",
    ],
)
def test_what_is_not_there_is_named(address: str) -> None:
    assert broken("sw/index.html", f'<p id="here"><a href="{address}">x</a>') == [address]


@pytest.mark.parametrize(
    "html",
    [
        '<p id="here">text href="typed" <a href="there">x</a>',
        '<p id="here"><a\thref="there">x</a>',
        '<p id="here"><a\n href="there"\n data-href="typed">x</a>',
        '<p id="here"><a href="there">x</a><a href="torn',
    ],
)
def test_what_no_page_of_ours_holds_is_read_all_the_same(html: str) -> None:
    assert anchors_of(html) == Anchors(frozenset({"here"}), frozenset({"there"}))


def test_an_address_of_nothing_is_the_page_itself() -> None:
    assert broken("sw/index.html", '<a href="">x</a>') == []


def test_addresses_are_made_absolute_as_a_browser_would() -> None:
    page = "https://news.example/sw/a/"
    html = (
        '<p lang="sw">href="stays"</p><a href="../b/?x=1&amp;y=2">b</a><a href="#part">p</a>'
        '<a href="https://example.org/c">c</a><a href="mailto:d@news.example">d</a>'
        '<img src="../../images/e.jpg" srcset="../../images/e.jpg 344w, ../../images/f.jpg 688w" alt="src=&quot;">'
    )
    assert made_absolute(html, page) == (
        '<p lang="sw">href="stays"</p><a href="https://news.example/sw/b/?x=1&amp;y=2">b</a>'
        '<a href="https://news.example/sw/a/#part">p</a><a href="https://example.org/c">c</a>'
        '<a href="mailto:d@news.example">d</a><img src="https://news.example/images/e.jpg" '
        'srcset="https://news.example/images/e.jpg 344w, https://news.example/images/f.jpg 688w" alt="src=&quot;">'
    )

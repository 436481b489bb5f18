"""Addresses by their form: what readers can follow passes, what they cannot is said with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.addresses import trouble
from tests.builders import a_link, an_external
from tests.checks.looks import GOOD, found, looking


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://news.example/a?b=c#d",
            "http://[2606:4700::1]:8080/",
            "HTTPS://例え.jp/",
            "mailto:desk@news.example",
        ),
        *("https://en.wikipedia.org/wiki/Nara_(city)", "he resigned", "sic", "p. 4", "https://1.1.1.1/"),
    ],
)
def test_what_can_be_followed_or_is_no_address_passes(address: str) -> None:
    assert trouble(address) is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "leads nowhere"),
        ("www.news.example", "no whole address"),
        ("news.example/a", "no whole address"),
        ("#what-was-agreed", "no whole address"),
        ("/sw/drums", "no whole address"),
        ("https://", "no address of the web"),
        ("https://news", "no address of the web"),
        ("https://a..b", "no address of the web"),
        ("http:///x", "no address of the web"),
        ("https://news.example:99999/", "no address of the web"),
        ("https://news.example:port/", "no address of the web"),
        ("https://news.example/a b", "no address of the web"),
        ("http://localhost:8000/", "on this computer"),
        ("http://192.168.1.4/x", "on this computer"),
        ("https://desk.local/", "on this computer"),
        ("file:///papers/a.pdf", "a file on this computer"),
        ("mailto:desk", "nobody to write to"),
        ("javascript:alert(1)", "is not linked"),
    ],
)
def test_what_cannot_is_said(address: str, said: str) -> None:
    words = trouble(address)
    assert words
    assert said in str(words)


def test_links_in_texts_are_found_with_their_line_and_code_and_pictures_are_none() -> None:
    body = (
        'One [a](https://a.example "Title") and [b](www.b.example).\n\n```\n[c](www.c.example)\n```\n'
        "`[d](www.d.example)` ![e](images/e.png) ![f](www.f.example)\n\n[g]: file:///g\n<ftp://h.example>"
    )
    problems = found("addresses", looking(article=replace(GOOD, body=body, reactions="[i]()")))
    assert [(one.field, one.line) for one in problems] == [("body", 0), ("body", 7), ("body", 8), ("reactions", -1)]


def test_links_to_articles_outside_count_too() -> None:
    links = (
        a_link(external=an_external(url="http://localhost/")),
        a_link(external=an_external(url="https://a.example")),
    )
    (problem,) = found("addresses", looking(article=replace(GOOD, links=links)))
    assert problem.field == "links"

"""Addresses of the web as URIs, and which of them are linked."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.web_address import as_uri, leads_to_a_host, linked, linked_page


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("https://habari.münchen.example/tovuti/ñ", "https://habari.xn--mnchen-3ya.example/tovuti/%C3%B1"),
        ("https://HABARI.MÜNCHEN.example", "https://habari.xn--mnchen-3ya.example"),
        ("https://mu\u0308nchen.example", "https://xn--mnchen-3ya.example"),
        ("https://日本。example/", "https://xn--wgv71a.example/"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://b%C3%BCcher.example/%C3%BC", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://b%FFcher.example/", "https://b%FFcher.example/"),
        ("https://b%C3%BC%2Fc.example/", "https://b%C3%BC%2Fc.example/"),
        ("https://𞤀𞤁.example", "https://xn--9d6hc.example"),
        ("https://ü:p@exämple.org:8080/ä?ö#ü", "https://%C3%BC:p@xn--exmple-cua.org:8080/%C3%A4?%C3%B6#%C3%BC"),
        ("https://a.℀.example", "https://a.%E2%84%80.example"),
        ("http://[::1]:80/é", "http://[::1]:80/%C3%A9"),
        ("mailto:é@a.example", "mailto:%C3%A9@a.example"),
        ("https://a.example/%C3%A9/100%", "https://a.example/%C3%A9/100%25"),
        ("https://A.example/x?y=1&z=[2]#z", "https://A.example/x?y=1&z=%5B2%5D#z"),
        ("https://exam\u00adple.org/", "https://example.org/"),
        ("https://a\u200bb\ufeff.org", "https://ab.org"),
        ("https://\ufffd.org/", "https://%EF%BF%BD.org/"),
        ("https://a.example/100\u00ad", "https://a.example/100%C2%AD"),
    ],
)
def test_whatever_is_typed_is_a_uri(typed: str, uri: str) -> None:
    assert as_uri(typed) == uri


@given(st.text())
def test_it_is_ascii_and_the_same_when_it_is_one_already(text: str) -> None:
    for typed in (f"https://a.example/{text}", f"https://{text}.example/", f"https://a{text}"):
        made = as_uri(typed)
        assert made.isascii()
        assert as_uri(made) == made


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="%")))
def test_no_letter_is_lost(text: str) -> None:
    assert unquote(as_uri(f"https://a.example/{text}")) == f"https://a.example/{text}"


@pytest.mark.parametrize(
    "address", ["https://a.example/x?y=1#z", "http://a.example", "mailto:desk@a.example", "HTTPS://A.example"]
)
def test_addresses_of_the_web_are_linked(address: str) -> None:
    assert linked(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        " javascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "//a.example",
        "/x",
        "x.html",
        "https://",
        "http://[bad",
        "mailto:",
        "vbscript:x",
        "https://a b",
        "https://a..b.example/",
        "https://h.example:99999/",
        "mailto:?subject=x",
        "https://a.example/a b",
        "https://a|b",
        "ftp://news.example",
    ],
)
def test_everything_else_is_not(address: str) -> None:
    assert not linked(address)


def test_a_link_is_a_uri() -> None:
    assert linked(' https://ä.example/x"<y>|z?q=é ') == "https://xn--4ca.example/x%22%3Cy%3E%7Cz?q=%C3%A9"
    assert linked('https://a"b.example/') == ""


def test_a_page_is_linked_and_a_mailbox_is_not() -> None:
    assert linked_page("https://a.example/privacy") == "https://a.example/privacy"
    assert linked_page(" http://habari.example ") == "http://habari.example"
    assert linked_page(" Mailto:desk@a.example") == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "HTTPS://A.EXAMPLE/x y",
        "http://localhost:8000/",
        "https://a.example.:/x",
        "https://u:p@a_b.example:65535?x",
        "https://例え.テスト/パス",
        "http://[2606:4700::1]:8080/",
        "https://1.2.3.4/",
        "https://192.168.1.1./",
        f"https://{'a' * 63}.example/",
        "https://xn--wgv71a.example/",
        "https://-a.example#b",
    ],
)
def test_a_host_that_there_could_be_is_led_to(address: str) -> None:
    assert leads_to_a_host(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.example",
        "//a.example",
        "mailto:a@b.example",
        "https:",
        "https://",
        "http:///x",
        "https://?a.example",
        "https://a..b.example/",
        "https://.a.example/",
        "https://a b.example/",
        "https://a%20b.example/",
        "https://a.℀.example/",
        "https://a\\b.example/",
        "https://a'b.example/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 130}example/",
        "https://xn--.example/",
        "https://h.example:99999/",
        "https://h.example:port/",
        "http://[::1/",
        "http://[1.2.3.4]x/",
        "http://[1.2.3.4]/",
        "https://1.2.3.4.5/",
        "https://a.0x7f/",
        "https://0x7f.1/",
    ],
)
def test_no_other_is(address: str) -> None:
    assert not leads_to_a_host(address)

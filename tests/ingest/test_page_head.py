"""The few elements by which a page says what it is, found in any source, however broken, in linear time."""

from __future__ import annotations

import pytest

from editor.ingest.page_head import MOST_SCRIPTS, PageHead, page_head

PAGE = """<!DOCTYPE html><HTML class=x LANG='sw'><head>
<!-- <title>Not this</title> --><script>var x = "<title>Nor this</title>";</script>
<title>Bandari &amp; <b>mgomo</b></title><title>Later</title>
<meta name="description" content="a > b, it's &quot;so&quot;"><meta content=plain property=og:type />
<link href="https://example.org/a" rel="Canonical next"><link rel=canonical href=later>
<script type="application/ld+json">{"a": "</b>"}</script>
<h1></h1><h1>Mgomo</h1><time datetime="2026-01-14">x</time><a class="x" href='/b'>B</a>"""


def test_a_page() -> None:
    assert page_head(PAGE) == PageHead(
        language="sw",
        canonical="https://example.org/a",
        anchor="/b",
        meta={"description": 'a > b, it\'s "so"', "og:type": "plain"},
        words={"title": "Bandari & mgomo", "h1": "Mgomo", "a": "B"},
        times=["2026-01-14"],
        scripts=['{"a": "</b>"}'],
    )


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<a ",
        "<meta content='",
        '<meta content="',
        "<script>",
        "<h1>",
        "<![CDATA[",
        "<title",
        "<a href=x ",
        "&amp",
    ],
)
def test_a_piece_without_end_takes_no_longer_than_its_length(piece: str) -> None:
    # With a parser that begins again at each piece this takes minutes.
    assert isinstance(page_head(f"<html lang=sw>{piece * 50_000}"), PageHead)


@pytest.mark.parametrize("piece", ["a", "a=", "a='' ", "='", "/ "])
def test_a_tag_without_end(piece: str) -> None:
    assert page_head(f"<html lang=sw><meta {piece * 50_000}>").language == "sw"


def test_more_scripts_than_a_page_has() -> None:
    script = '<script type="application/ld+json">{}</script>'
    assert len(page_head(script * (MOST_SCRIPTS + 1)).scripts) == MOST_SCRIPTS


def test_what_is_never_closed() -> None:
    assert page_head("<title>Port strike ends").words == {"title": "Port strike ends"}
    assert page_head("<!-- <title>Port</title>") == PageHead()
    assert page_head('<script type="application/ld+json">{"a": 1}').scripts == ['{"a": 1}']
    assert page_head("") == PageHead()

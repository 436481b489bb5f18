"""What a page says of itself: JSON-LD, Open Graph, its title; and plain words that were copied from one."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from editor.core.errors import UserError
from editor.domain.authorship import Authorship
from editor.domain.told import MOST_HEADLINE, Told
from editor.ingest.told_page import is_html, read_page, read_words

ZONE = ZoneInfo("America/New_York")
JSON_LD = """<!doctype html><html lang="fr"><head><title>Grève : fin | Le Journal</title>
<meta property="og:title" content="Autre titre"><link rel="canonical" href="https://example.org/greve">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Fin de la grève", "description": "Le port rouvre.", "inLanguage": "fr-FR",
  "datePublished": "2026-01-10T09:30:00+01:00", "publisher": {"@type": "Organization", "name": "Le Journal"},
  "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
  "image": [{"@type": "ImageObject", "caption": "Le port", "digitalSourceType": [
   "https://schema.org/TrainedAlgorithmicMediaDigitalSource"]}]}]}</script></head><body><h1>Fin</h1></body></html>"""


def test_json_ld_says_most() -> None:
    assert is_html(JSON_LD)
    assert read_page(JSON_LD, ZONE) == Told(
        headline="Fin de la grève",
        summary="Le port rouvre.",
        url="https://example.org/greve",
        published=datetime(2026, 1, 10, 8, 30, tzinfo=UTC),
        language="fr-FR",
        publisher="Le Journal",
        authorship=Authorship.AI_GENERATED,
        picture="Le port",
        picture_source="trainedAlgorithmicMedia",
    )


def test_open_graph_says_the_rest() -> None:
    told = read_page(
        '<html lang="ar"><head><meta property="og:title" content="رئيسة وزراء اليابان في نارا">'
        '<meta property="og:site_name" content="صحيفة"><meta name="description" content="قرعت الطبول.">'
        '<meta property="og:url" content="https://example.org/a"><meta property="og:image:alt" content="طبل">'
        '<meta property="article:published_time" content="2026-01-14"></head>',
        ZONE,
    )
    assert (told.headline, told.summary, told.language) == ("رئيسة وزراء اليابان في نارا", "قرعت الطبول.", "ar")
    assert told.published == datetime(2026, 1, 14, 5, tzinfo=UTC)  # the day begins in the article's zone
    assert (told.publisher, told.picture, told.picture_source) == ("صحيفة", "طبل", "")


def test_a_title_alone_and_the_visible_time() -> None:
    told = read_page("<title>奈良の&amp;太鼓</title><time datetime='2026-01-14T12:00Z'>", ZONE)
    assert (told.headline, told.published) == ("奈良の&太鼓", datetime(2026, 1, 14, 12, tzinfo=UTC))


def test_a_link_that_was_dragged_alone() -> None:
    told = read_page('<a href="https://example.org/a">Port <b>strike</b> ends</a>', ZONE)
    assert (told.headline, told.url) == ("Port strike ends", "https://example.org/a")
    whole = read_page('<title>Port</title><a href="https://example.org/menu">Menu</a>', ZONE)
    assert (whole.headline, whole.url) == ("Port", "")


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": ["x"], "image": 7, "publisher": null, "datePublished": {}, "url": []}',
        '{"@type": null}',
        "17",
        '{"@graph": {"@graph": {"@type": 5}}}',
        "{}" + "; */" * 400_000,
    ],
)
def test_damaged_json_ld_says_nothing_and_the_rest_is_read(script: str) -> None:
    told = read_page(f'<title>Port</title><script type="application/ld+json">{script}</script>', ZONE)
    assert told == Told(headline="Port")


@pytest.mark.parametrize(
    "script",
    [
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Port"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "NewsArticle", "headline": "Port"} /*]]>*/',
        '<!--\n{"@type": "NewsArticle", "headline": "Port"}\n-->',
        '{"@type": "NewsArticle", "headline": "Port"};',
        '{"@type": "NewsArticle",\n"headline": "\nPort\t"}',
    ],
)
@pytest.mark.parametrize("kind", ["application/ld+json", "Application/LD+JSON; charset=utf-8"])
def test_json_ld_as_pages_have_it_is_read(script: str, kind: str) -> None:
    told = read_page(f'<title>Elsewhere</title><script type="{kind}">{script}</script>', ZONE)
    assert told == Told(headline="Port")


def test_json_ld_may_name_signs_and_refer_to_what_stands_beside() -> None:
    stated = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Port &amp; docks&#8217; day", "publisher": {"@id": "#o"},'
        ' "image": {"@id": "#none"}}, {"@id": "#o", "@type": "Organization", "name": "Example News"}]}'
    )
    told = read_page(f'<script type="application/ld+json">{stated}</script>', ZONE)
    assert (told.headline, told.publisher) == ("Port & docks’ day", "Example News")


def test_a_drawings_title_is_passed_over_and_what_the_browser_noted_is_an_address() -> None:
    told = read_page(
        "<!-- saved from url=(0030)https://example.org/port?day=1 --><svg/><svg><title>Menu</title></svg><h1>Port</h1>",
        ZONE,
    )
    assert (told.headline, told.url) == ("Port", "https://example.org/port?day=1")
    other = read_page("<!-- saved from url=(0016)javascript:x --><title>Port</title>", ZONE)
    assert other.url == ""


def test_addresses_that_lead_nowhere_good_are_not_taken() -> None:
    told = read_page(
        '<title>Port</title><link rel="canonical" href="javascript:alert(1)">'
        '<meta property="og:url" content="file:///etc/passwd">',
        ZONE,
    )
    assert told == Told(headline="Port")


def test_a_title_of_two_megabytes_is_cut() -> None:
    told = read_page(f"<title>{'word ' * 400_000}</title>", ZONE)
    assert len(told.headline) <= MOST_HEADLINE
    assert told.headline.endswith("…")


def test_a_page_that_says_nothing_is_refused() -> None:
    with pytest.raises(UserError, match="neither its headline"):
        read_page("<html><body><p>x</p></body></html>", ZONE)


def test_plain_words_of_a_page() -> None:
    long = "The strike that closed the port for nine days ended on Saturday, both sides said in the evening."
    told = read_words(f"\n Port strike ends \nBy A. Writer\nhttps://example.org/a\n{long}\nMore.")
    assert told == Told(headline="Port strike ends", summary=long, url="https://example.org/a", language="en")
    with pytest.raises(UserError, match="no words"):
        read_words(" \n ")


def test_plain_words_in_another_script() -> None:
    told = read_words("奈良で太鼓\n高市首相は奈良を訪れ、太鼓を演奏した。会談は一時間続き、両国は協力を約束した。")
    assert told.language == "ja"
    assert told.summary.startswith("高市首相は")

"""What is told of articles elsewhere: bounded words, addresses that are what they seem, instants, source types."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from editor.core.errors import UserError
from editor.domain.link import External
from editor.domain.told import (
    MOST_HEADLINE,
    Told,
    address,
    address_or_nothing,
    external_of,
    filled,
    instant,
    is_address,
    is_only_address,
    plain,
    source_term,
    words_of_address,
)

NEW_YORK = ZoneInfo("America/New_York")
URL = "https://www.example.org/2026/01/port-strike-ends/?ref=x#top"


def test_words_are_bounded_and_free_of_what_is_not_seen() -> None:
    assert plain("  Port \n strike\tends ", 80) == "Port strike ends"
    assert plain("safe\u202egnp.exe\u200b\x00", 80) == "safegnp.exe"
    assert plain("می‌خواهم", 80) == "می‌خواهم"  # what joins and parts letters is spelling
    assert len(plain("x" * 2_000_000, MOST_HEADLINE)) == MOST_HEADLINE
    assert plain("x " * 1_000_000, 4) == "x x…"
    assert plain(None, 4) == plain(["x"], 4) == ""


@pytest.mark.parametrize(
    "text",
    ["https://example.org/a", " http://example.org ", "https://例え.jp/道?x=1", "https://[::1]:8080/a"],
)
def test_an_address(text: str) -> None:
    assert address(text) == text.strip()
    assert is_address(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("javascript:alert(1)", "begins with “javascript:” leads to no article"),
        ("file:///etc/passwd", "begins with “file:”"),
        ("data:text/html,<script>", "begins with “data:”"),
        ("mailto:someone@example.org", "begins with “mailto:”"),
        ("https://example.org/\u202egpj.exe", "cannot be seen"),
        ("https://exam\u200bple.org/", "cannot be seen"),
        ("https://example.org/a b", "cannot be seen"),
        ("https://bank.example@evil.example/x", "hides where it leads: to “evil.example”"),
        ("https:///nowhere", "not an address"),
        ("https://[half/", "not an address"),
        ("https://example.org:port/", "not an address"),
        ("https://example.org/" + "x" * 2000, "longer than 2000 characters"),
    ],
)
def test_an_address_that_leads_nowhere_good(text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        address(text)
    assert said in str(caught.value)
    assert caught.value.hint
    assert address_or_nothing(text) == ""


def test_words_are_no_address() -> None:
    assert not is_address("The port: it opens")
    assert not is_address("Opened")
    assert not is_address("")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-01-10T09:30:00Z", datetime(2026, 1, 10, 9, 30, tzinfo=UTC)),
        ("2026-01-10T09:30:00.123+03:00", datetime(2026, 1, 10, 6, 30, tzinfo=UTC)),
        ("2026-01-10", datetime(2026, 1, 10, 5, 0, tzinfo=UTC)),
        ("Sat, 10 Jan 2026 09:30:00 GMT", datetime(2026, 1, 10, 9, 30, tzinfo=UTC)),
        ("Sat, 10 Jan 2026 09:30:00 -0500", datetime(2026, 1, 10, 14, 30, tzinfo=UTC)),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("", None),
        (17, None),
    ],
)
def test_an_instant(text: object, found: datetime | None) -> None:
    assert instant(text, NEW_YORK) == found


def test_a_source_type_however_it_is_stated() -> None:
    term = "trainedAlgorithmicMedia"
    assert source_term("https://schema.org/TrainedAlgorithmicMediaDigitalSource") == term
    assert source_term(["x", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"]) == term
    assert source_term({"@id": "TrainedAlgorithmicMediaDigitalSource"}) == term
    assert source_term("photo") == source_term(None) == source_term([None]) == ""


def test_a_bare_address_stands_for_the_headline_until_more_is_told() -> None:
    assert words_of_address(URL) == "example.org/2026/01/port-strike-ends"
    external = external_of(Told(url=URL))
    assert is_only_address(external)
    assert external.url == URL
    told = filled(external, Told(headline="Port strike ends", publisher="The Paper", language="en"))
    assert (told.headline, told.url, told.language, told.extra) == (
        "Port strike ends",
        URL,
        "en",
        {"publisher": "The Paper"},
    )
    assert not is_only_address(told)


def test_what_a_person_wrote_stays() -> None:
    mine = External(headline="Strike over", summary="Mine.", url=URL, extra={"publisher": "Mine"})
    told = filled(mine, Told(headline="Port strike ends", summary="Theirs.", url="https://x.example", publisher="X"))
    assert told == mine


def test_a_summary_needs_no_address_for_a_headline() -> None:
    assert external_of(Told(url=URL, summary="It ended.")).headline == ""
    assert filled(External(), Told(url=URL)).headline == "example.org/2026/01/port-strike-ends"
    assert filled(External(summary="It ended."), Told(url=URL)).headline == ""
    assert filled(External(summary="It ended."), Told(headline="Port", url=URL)).headline == "Port"

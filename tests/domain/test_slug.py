"""Slugs in every script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.slug import MAX_BYTES, free_slug, is_slug, slug_from, slug_key


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Drums in Nara", "drums-in-nara"),
        ("  It’s 5 o'clock — at last!  ", "its-5-oclock-at-last"),
        ("Élysée", "élysée"),
        ("Straße", "strasse"),
        ("İstanbul'da", "istanbulda"),
        ("奈良で 太鼓", "奈良で-太鼓"),
        ("طبول في نارا", "طبول-في-نارا"),
        ("नारा में ढोल", "नारा-में-ढोल"),
        ("می\u200cخواهم", "میخواهم"),
        ("ＦＵＬＬ　ｗｉｄｔｈ", "full-width"),
        ("½ price", "1-2-price"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "_con"),
        ("!!!", "article"),
        ("", "article"),
        ("\u0301", "article"),
    ],
)
def test_slugs_of_headlines(headline: str, slug: str) -> None:
    assert slug_from(headline) == slug


@given(st.text())
def test_a_slug_is_never_empty_and_always_safe(headline: str) -> None:
    slug = slug_from(headline)
    assert slug
    assert len(slug.encode()) <= MAX_BYTES
    assert all(unicodedata.category(character)[0] in "LMN" or character in "-_" for character in slug)
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@given(st.text())
def test_the_slug_of_a_slug_is_itself(headline: str) -> None:
    slug = slug_from(headline)
    assert slug_from(slug) == slug


@given(st.text())
def test_a_slug_is_its_own_key(headline: str) -> None:
    slug = slug_from(headline)
    assert slug_key(slug) == slug


def test_two_ways_to_write_one_slug_share_a_key() -> None:
    assert slug_key("Cafe\u0301") == slug_key("CAFÉ") == "café"


def test_a_free_slug_is_kept() -> None:
    assert free_slug("drums", {"other"}) == "drums"


def test_a_taken_slug_gets_the_next_number() -> None:
    assert free_slug("Drums", {"drums", "drums-2"}) == "Drums-3"


@given(st.text().map(slug_from), st.integers(1, 12))
def test_many_articles_of_one_headline_find_room(slug: str, count: int) -> None:
    taken: set[str] = set()
    for _ in range(count):
        found = free_slug(slug, taken)
        assert slug_key(found) not in taken
        assert len(found.encode()) <= MAX_BYTES
        taken.add(slug_key(found))


@pytest.mark.parametrize("slug", ["drums", "Drums-2", "2026-01-14", "a.b_c", "奈良", "e\u0301"])
def test_a_slug_is_whatever_every_system_takes_for_a_name(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["", "a b", "a/b", "..", "../x", "-x", "con", "NUL.txt", "a:b", "x" * 121, "a\0"])
def test_what_some_system_does_not_take_is_no_slug(slug: str) -> None:
    assert not is_slug(slug)


@given(st.text(max_size=80))
def test_a_slug_that_is_made_is_a_slug(headline: str) -> None:
    assert is_slug(slug_from(headline))

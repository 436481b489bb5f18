"""Earlier addresses: kept when readers may have met them, and only then (33)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import FormerSlug, Status
from editor.domain.former_slugs import named_anew, remembered
from tests.builders import NOON, an_article

OUT = an_article(slug="old", status=Status.PUBLISHED, published=NOON)
LATER = NOON + timedelta(hours=1)
OLD = FormerSlug(slug="old", until=LATER)


def test_an_address_that_readers_met_is_remembered() -> None:
    assert remembered(OUT, replace(OUT, slug="new"), LATER) == (OLD,)
    withdrawn = replace(OUT, status=Status.WITHDRAWN)
    assert remembered(withdrawn, replace(withdrawn, slug="new"), LATER) == (OLD,)


def test_an_address_that_nobody_met_is_forgotten() -> None:
    draft = replace(OUT, status=Status.DRAFT)
    embargoed = replace(OUT, embargo=LATER + timedelta(hours=1))
    scheduled = replace(OUT, published=LATER + timedelta(hours=1))
    for before in (draft, embargoed, scheduled):
        assert remembered(before, replace(before, slug="new"), LATER) == ()


def test_the_present_address_is_no_earlier_one() -> None:
    moved = replace(OUT, slug="new", former_slugs=(OLD,))
    back = remembered(moved, replace(moved, slug="Old"), LATER)
    assert [one.slug for one in back] == ["new"]


def test_an_article_taken_from_readers_keeps_its_address_in_mind() -> None:
    draft = replace(OUT, status=Status.DRAFT)
    kept = replace(draft, former_slugs=remembered(OUT, draft, LATER), slug="other")
    assert kept.former_slugs == (OLD,)
    again = replace(kept, status=Status.PUBLISHED)
    assert remembered(kept, again, LATER) == (OLD,)
    same = replace(again, slug="old")
    assert remembered(kept, same, LATER) == ()


def test_a_person_adds_and_takes_out() -> None:
    article = replace(OUT, slug="new", former_slugs=(OLD, FormerSlug(slug="older")))
    assert named_anew(article, ["older", "from-the-old-site", "new"]) == (
        FormerSlug(slug="older"),
        FormerSlug(slug="from-the-old-site"),
    )
    assert named_anew(article, ["Old"]) == (OLD,)

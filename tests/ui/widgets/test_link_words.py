"""What a row says of a link: all of it computed from the target."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.link import Link
from editor.ui.widgets.link_words import row_words, trouble_of
from tests.builders import NOON, a_link, an_article, an_external, an_image

IMAGE = an_image()
ARTICLE = an_article()
TARGET = an_article(
    headline="Harbour opens",
    language="sw",
    status=Status.PUBLISHED,
    published=NOON,
    authorship=Authorship.AI_GENERATED,
    hero=Placement(image_id=IMAGE.id),
)


def test_an_own_article_says_its_state_date_language_and_labels() -> None:
    said = row_words(a_link(TARGET), ARTICLE, {TARGET.id: TARGET}, {IMAGE.id: IMAGE}, "Asia/Tokyo")
    assert said.headline == "Harbour opens"
    assert said.note == "Published · 14 January 2026 · Kiswahili"
    assert said.labels == ("reported_by_ai", "image_by_ai")
    assert not said.is_external


def test_an_outside_article_without_a_headline_is_called_by_its_summary() -> None:
    link = a_link(external=an_external(headline="", summary="All that is known"))
    said = row_words(link, ARTICLE, {}, {}, "UTC")
    assert said.headline == "All that is known"
    assert said.note == "Outside the newsroom · 9 January 2026"
    assert said.is_external


@pytest.mark.parametrize(
    ("link", "target", "says"),
    [
        (a_link(pending="later"), None, "Not in the newsroom yet"),
        (a_link("gone"), None, "not there any more"),
        (a_link(TARGET), an_article(trashed_at=NOON), "in the trash"),
        (a_link(TARGET, on_card=False), TARGET, "Shown nowhere"),
        (a_link(TARGET, on_timeline=True), an_article(), "no date yet"),
        (a_link(external=an_external(published=None), on_timeline=True), None, "no date yet"),
        (a_link(TARGET, on_timeline=True), TARGET, ""),
        (a_link(external=an_external(published=NOON - timedelta(days=1)), on_timeline=True), None, ""),
    ],
)
def test_what_readers_do_not_see_is_said(link: Link, target: Article | None, says: str) -> None:
    found = str(trouble_of(link, target))
    assert says in found
    assert bool(found) == bool(says)

"""The timeline of a stored article, in editions that exist and in one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, EditSettings, change_article
from tests.builders import NOON, FixedClock, a_link, an_article, an_external, some_settings


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock()
    create_newsroom(tmp_path / "desk", clock=clock)
    desk = open_desk(tmp_path / "desk", clock=clock)
    desk.articles.apply(EditSettings(desk.newsroom.settings, some_settings(), say("Set up")))
    yield desk
    desk.close()


def stored(desk: Desk, **fields: object) -> Article:
    article = an_article(**fields)
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    return desk.articles.get(article.id)


def out(days: int, **fields: object) -> dict[str, object]:
    return {"status": Status.PUBLISHED, "published": NOON - timedelta(days=days), **fields}


def test_in_an_edition(desk: Desk) -> None:
    target = stored(desk, headline="First", **out(3))
    links = (a_link(target, on_timeline=True), a_link(external=an_external(), on_timeline=True))
    article = stored(desk, headline="Second", links=links)
    found = desk.timelines.of(article, "sw")
    assert found.zone == "America/New_York"
    assert [(entry.headline, entry.date) for entry in found.entries] == [
        ("First", "Jumapili, 11. Mwezi wa kwanza 2026, 07:00:00"),
        ("Visit announced", "Ijumaa, 9. Mwezi wa kwanza 2026, 07:00:00"),
    ]


def test_entries_lead_to_what_the_edition_shows(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set, **out(2))
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert desk.timelines.of(article, "sw").entries[0].headline == "Ngoma"
    assert desk.timelines.of(article, "en").entries[0].headline == "Drums"


def test_a_translation_that_is_not_out_does_not_stand_in(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert desk.timelines.of(article, "sw").entries[0].headline == "Drums"


def test_a_target_that_is_not_out_is_marked(desk: Desk) -> None:
    target = stored(desk, headline="Drums", status=Status.DRAFT, published=NOON)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert "Draft" in str(desk.timelines.of(article, "sw").entries[0].marks[0].message)


def test_an_edition_that_is_not_there_yet(desk: Desk) -> None:
    article = stored(desk, headline="Other", links=(a_link(external=an_external(), on_timeline=True),))
    assert desk.timelines.of(article, "fr").entries[0].date == "vendredi 9 janvier 2026 à 7h00"


def test_an_article_as_it_is_typed(desk: Desk) -> None:
    article = an_article(links=(a_link(external=an_external(), on_timeline=True),))
    assert len(desk.timelines.of(article, "sw").entries) == 1


def test_editions_side_by_side_are_those_of_each_alone(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set, **out(2))
    links = (a_link(target, on_timeline=True), a_link(external=an_external(), on_timeline=True))
    article = stored(desk, headline="Other", links=links)
    together = desk.timelines.side_by_side(article, ("sw", "en", "ja"))
    assert list(together) == ["sw", "en", "ja"]
    assert all(together[locale] == desk.timelines.of(article, locale) for locale in together)
    assert len(desk.timelines.side_by_side(article, ("sw",), most=1)["sw"].entries) == 1


def test_a_translation_that_waits_is_named(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    draft = stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    (mark,) = desk.timelines.of(article, "sw").entries[0].marks
    assert mark.article == draft.id
    assert desk.timelines.of(article, "en").entries[0].marks == ()


def test_a_target_in_the_trash_is_marked(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    desk.articles.apply(change_article(target, say("x"), trashed_at=NOON))
    assert "in the trash" in str(desk.timelines.of(article, "en").entries[0].marks[0].message)


def test_earlier_articles_are_found_by_links_and_tags(desk: Desk) -> None:
    oldest = stored(desk, headline="Oldest", **out(9))
    shows_it = stored(desk, headline="Shows it", links=(a_link(oldest, on_timeline=True),), **out(5))
    stored(desk, headline="Tagged", tags=("Ferry",), **out(2))
    stored(desk, headline="Tagged otherwise", tags=("bridge",), **out(2))
    article = stored(desk, headline="Now", tags=("ferry",), links=(a_link(shows_it),))
    found = desk.timelines.earlier(article)
    assert [(one.headline, str(one.reason)) for one in found] == [
        ("Tagged", "Same tags: Ferry"),
        ("Shows it", "Linked as a card"),
        ("Oldest", "On the timeline of “Shows it”"),
    ]

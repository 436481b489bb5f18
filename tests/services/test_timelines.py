"""The timeline of a stored article, in editions that exist and in one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, EditSettings
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
    assert "Draft" in str(desk.timelines.of(article, "sw").entries[0].problems[0])


def test_an_edition_that_is_not_there_yet(desk: Desk) -> None:
    article = stored(desk, headline="Other", links=(a_link(external=an_external(), on_timeline=True),))
    assert desk.timelines.of(article, "fr").entries[0].date == "vendredi 9 janvier 2026 à 7h00"


def test_an_article_as_it_is_typed(desk: Desk) -> None:
    article = an_article(links=(a_link(external=an_external(), on_timeline=True),))
    assert len(desk.timelines.of(article, "sw").entries) == 1

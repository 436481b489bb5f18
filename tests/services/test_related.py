"""Cards and suggestions of a stored newsroom, following its changes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.edits import AddImage, CreateArticle, Several, change_article
from editor.domain.image import Placement
from editor.services import related
from tests.builders import NOON, FixedClock, a_link, an_article, an_external, an_image


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    create_newsroom(tmp_path / "desk", clock=clock)
    desk = open_desk(tmp_path / "desk", clock=clock)
    others = [an_article(headline=f"Council meets subject{number}") for number in range(40)]
    desk.articles.apply(Several(tuple(CreateArticle(one, say("New"), NOON) for one in others), say("New")))
    yield desk
    desk.close()


def stored(desk: Desk, **fields: object) -> Article:
    article = an_article(**fields)
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    return desk.articles.get(article.id)


def suggested(desk: Desk, article: Article) -> list[str]:
    return [one.head.headline for one in desk.related.suggestions(article, quiet())]


def test_cards_with_their_labels(desk: Desk) -> None:
    image = an_image()
    desk.articles.apply(AddImage(image, say("Add"), NOON))
    target = stored(
        desk, headline="Drums", authorship=Authorship.AI_GENERATED, hero=Placement(image_id=image.id), standfirst="Why."
    )
    links = (a_link(external=an_external()), a_link(target), a_link(pending="later"), a_link(target, on_card=False))
    article = stored(desk, headline="Other", links=links)
    cards = desk.related.cards(article)
    assert [(card.headline, card.labels) for card in cards] == [
        ("Visit announced", ()),
        ("Drums", ("reported_by_ai", "image_by_ai")),
    ]
    assert (cards[1].summary, cards[1].picture) == ("Why.", desk.images.get(image.id))


def test_suggestions(desk: Desk) -> None:
    stored(desk, headline="Horyuji reopens", tags=("Nara",))
    article = stored(desk, headline="Horyuji drums", tags=("Nara",))
    found = desk.related.suggestions(article, quiet())
    assert [one.head.headline for one in found] == ["Horyuji reopens"]
    assert str(found[0].reason) == "Same tags: Nara. Both mention “Horyuji”"
    assert found[0].score > 3


def test_they_follow_changes(desk: Desk, clock: FixedClock) -> None:
    article = stored(desk, headline="Horyuji drums")
    assert suggested(desk, article) == []
    clock.forward(1)
    other = stored(desk, headline="Horyuji reopens")
    assert suggested(desk, article) == ["Horyuji reopens"]
    clock.forward(1)
    desk.articles.apply(change_article(other, say("Change"), headline="Grain"))
    assert suggested(desk, article) == []
    clock.forward(1)
    desk.articles.apply(change_article(desk.articles.get(other.id), say("Change"), headline="Horyuji again"))
    assert suggested(desk, article) == ["Horyuji again"]
    clock.forward(1)
    desk.articles.apply(change_article(desk.articles.get(other.id), say("Trash"), trashed_at=NOON))
    assert suggested(desk, article) == []


def test_an_article_as_it_is_typed(desk: Desk) -> None:
    stored(desk, headline="Horyuji reopens")
    assert suggested(desk, an_article(headline="Horyuji")) == ["Horyuji reopens"]


def test_no_more_than_asked_for(desk: Desk) -> None:
    for number in range(5):
        stored(desk, headline=f"Horyuji {number}")
    assert len(desk.related.suggestions(an_article(headline="Horyuji"), quiet(), limit=2)) == 2


def test_on_any_thread(desk: Desk) -> None:
    stored(desk, headline="Horyuji reopens")
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: suggested(desk, an_article(headline="Horyuji", slug="x")), range(8)))
    assert found == [["Horyuji reopens"]] * 8


def test_in_a_large_newsroom_the_process_beside_is_asked_and_follows(
    desk: Desk, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(related, "FEW", 0)
    article = stored(desk, headline="高市首相が奈良で太鼓")
    other = stored(desk, headline="奈良の太鼓まつり")
    found = desk.related.suggestions(article, quiet())
    assert [(one.head.id, str(one.reason)) for one in found] == [(other.id, "Both mention “奈良”, “太鼓”")]
    clock.forward(1)
    desk.articles.apply(change_article(other, say("Change"), headline="Grain"))
    assert suggested(desk, article) == []


def test_a_suggestion_nobody_wants_any_more_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related, "FEW", 0)
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        desk.related.suggestions(an_article(), context)
    stored(desk, headline="Horyuji reopens")
    assert suggested(desk, an_article(headline="Horyuji")) == ["Horyuji reopens"]

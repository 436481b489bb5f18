"""Find and replace across the newsroom, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.edits import Several, change_article
from editor.domain.passages import Instead, Sought
from editor.domain.query import ArticleQuery
from editor.services import replacing
from editor.services.passages import Finder
from editor.services.replacing import Found, FoundArticle, label_of
from tests.builders import NOON, a_desk, an_article, created

FERRY, BOAT = Sought(words="ferry"), Instead(words="boat")


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = a_desk(tmp_path_factory.mktemp("desk") / "n")
    made.articles.apply(
        created(
            an_article(headline="Ferry fares", body="The ferry.\n\nA ferry!", reactions="Ferry?"),
            an_article(headline="Bridge", standfirst="No ferry", section="City", language="sw"),
            an_article(headline="Out", body="ferry", status=Status.PUBLISHED, published=NOON),
            an_article(headline="Nothing", body="here"),
        )
    )
    yield made
    made.close()


@pytest.fixture
def finder() -> Iterator[Finder]:
    made = Finder()
    yield made
    made.close()


def _find(desk: Desk, finder: Finder, sought: Sought = FERRY, **filters: object) -> Found:
    query = ArticleQuery(**filters)  # type: ignore[arg-type]
    return desk.replacing.find(finder, sought, BOAT, query, quiet())


def _all_of(found: Found) -> dict[str, tuple[FoundArticle, tuple[int, ...]]]:
    return {one.id: (one, tuple(range(len(one.places)))) for one in found.articles}


def _article(desk: Desk, slug: str) -> Article:
    found = desk.articles.find(slug)
    assert found is not None
    return found


def test_every_place_comes_with_its_surroundings(desk: Desk, finder: Finder) -> None:
    found = _find(desk, finder)
    assert found.count == 6
    fares = next(one for one in found.articles if one.headline == "Ferry fares")
    assert [(one.field, one.line, one.found) for one in fares.places] == [
        ("headline", 0, "Ferry"), ("body", 0, "ferry"), ("body", 2, "ferry"), ("reactions", 0, "Ferry"),
    ]  # fmt: skip
    second = fares.places[2]
    assert (second.before, second.after, second.passage.instead) == ("The ferry.\n\nA ", "!", "boat")
    assert {one.headline: one.status for one in found.articles}["Out"] is Status.PUBLISHED


def test_filters_narrow(desk: Desk, finder: Finder) -> None:
    assert [one.headline for one in _find(desk, finder, languages=("sw",)).articles] == ["Bridge"]
    assert [one.headline for one in _find(desk, finder, sections=("City",)).articles] == ["Bridge"]
    assert [one.headline for one in _find(desk, finder, statuses=(Status.PUBLISHED,)).articles] == ["Out"]
    out = _article(desk, "out").id
    again = desk.replacing.find(finder, FERRY, None, ArticleQuery(), quiet(), among={out})
    assert [one.id for one in again.articles] == [out]


def test_patterns_and_their_groups(desk: Desk, finder: Finder) -> None:
    sought = Sought(words=r"(\w+) ferry", is_pattern=True)
    found = desk.replacing.find(finder, sought, Instead(words=r"\1 boat"), ArticleQuery(), quiet())
    assert sorted(place.passage.instead for one in found.articles for place in one.places) == [
        "A boat", "No boat", "The boat",
    ]  # fmt: skip
    with pytest.raises(UserError, match="opened and never closed"):
        _find(desk, finder, Sought(words="(", is_pattern=True))
    assert _find(desk, finder, Sought(words="")) == Found()


def test_what_is_chosen_is_replaced_and_one_undo_takes_it_back(desk: Desk, finder: Finder) -> None:
    found = _find(desk, finder)
    chosen = _all_of(found)
    fares = next(one for one in found.articles if one.headline == "Ferry fares")
    chosen[fares.id] = (fares, (2, 0))
    made = desk.replacing.edits(chosen, quiet())
    assert made.changed_since == frozenset()
    edit = Several(made.edits, label_of(FERRY, BOAT, len(made.edits)))
    assert str(edit.label) == "Replace “ferry” with “boat” in 3 articles"
    desk.articles.apply(edit)
    after = desk.articles.get(fares.id)
    assert (after.headline, after.body, after.reactions) == ("boat fares", "The ferry.\n\nA boat!", "Ferry?")
    assert _article(desk, "out").body == "boat"
    desk.articles.apply(edit.inverse())
    assert _find(desk, finder).count == 6


def test_an_article_that_was_changed_since_is_left_alone(desk: Desk, finder: Finder) -> None:
    found = _find(desk, finder)
    out, bridge = _article(desk, "out"), _article(desk, "bridge")
    desk.articles.apply(change_article(out, say("x"), body="A ferry, and more"))
    desk.articles.apply(change_article(bridge, say("x"), section="World"))  # no words: nothing in the way
    gone = next(one for one in found.articles if one.headline == "Ferry fares")
    desk.articles.apply(change_article(desk.articles.get(gone.id), say("x"), trashed_at=NOON))
    made = desk.replacing.edits(_all_of(found), quiet())
    assert made.changed_since == {out.id, gone.id}
    assert [edit.article_id for edit in made.edits] == [bridge.id]


def test_more_than_can_be_looked_at_is_cut(desk: Desk, finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing, "MOST", 4)
    found = _find(desk, finder)
    assert found.is_cut
    assert 0 < found.count <= 4


def test_it_says_how_far_it_is_and_stops(desk: Desk, finder: Finder) -> None:
    said: list[tuple[float, Message]] = []
    context = JobContext(on_progress=lambda fraction, message: said.append((fraction, message)))
    desk.replacing.find(finder, FERRY, BOAT, ArticleQuery(), context)
    assert said[0][0] == 0
    context.cancel()
    with pytest.raises(Cancelled):
        desk.replacing.find(finder, FERRY, BOAT, ArticleQuery(), context)
    with pytest.raises(Cancelled):
        desk.replacing.edits(_all_of(_find(desk, finder)), replace(context))


def test_what_ai_wrote_keeps_its_marks_and_undo_gives_all_of_them_back(desk: Desk, finder: Finder) -> None:
    fares = _article(desk, "ferry-fares")
    marked = ((0, 10), (14, 19))  # "The ferry." whole, and the second "ferry" alone
    desk.articles.apply(change_article(fares, say("x"), ai_ranges=marked))
    made = desk.replacing.edits(_all_of(_find(desk, finder)), quiet())
    change = desk.articles.apply(Several(made.edits, say("x")))
    after = desk.articles.get(fares.id)
    assert after.body == "The boat.\n\nA boat!"
    assert after.ai_ranges == ((0, 9),)
    assert "ai_ranges" in change.fields
    desk.articles.apply(change.edit.inverse())
    assert desk.articles.get(fares.id).ai_ranges == marked

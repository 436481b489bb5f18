"""Find and replace across the newsroom, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.content import content_hash
from editor.domain.edits import Several, change_article
from editor.domain.passages import Instead, Sought
from editor.domain.query import ArticleQuery
from editor.domain.version import VersionKind
from editor.services import replacing
from editor.services.found_places import Found, FoundArticle
from editor.services.replacing import label_of
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


def _find(desk: Desk, sought: Sought = FERRY, **filters: object) -> Found:
    query = ArticleQuery(**filters)  # type: ignore[arg-type]
    return desk.replacing.find(sought, BOAT, query, quiet())


def _all_of(found: Found) -> dict[str, tuple[FoundArticle, tuple[int, ...]]]:
    return {one.id: (one, tuple(range(len(one.places)))) for one in found.articles}


def _article(desk: Desk, slug: str) -> Article:
    found = desk.articles.find(slug)
    assert found is not None
    return found


def test_every_place_comes_with_its_surroundings(desk: Desk) -> None:
    found = _find(desk)
    assert found.count == 6
    fares = next(one for one in found.articles if one.headline == "Ferry fares")
    assert [(one.field, one.line, one.found) for one in fares.places] == [
        ("headline", 0, "Ferry"), ("body", 0, "ferry"), ("body", 2, "ferry"), ("reactions", 0, "Ferry"),
    ]  # fmt: skip
    second = fares.places[2]
    assert (second.before, second.after, second.passage.instead) == ("The ferry.\n\nA ", "!", "boat")
    assert {one.headline: one.status for one in found.articles}["Out"] is Status.PUBLISHED


def test_filters_narrow(desk: Desk) -> None:
    assert [one.headline for one in _find(desk, languages=("sw",)).articles] == ["Bridge"]
    assert [one.headline for one in _find(desk, sections=("City",)).articles] == ["Bridge"]
    assert [one.headline for one in _find(desk, statuses=(Status.PUBLISHED,)).articles] == ["Out"]
    out = _article(desk, "out").id
    again = desk.replacing.find(FERRY, None, ArticleQuery(), quiet(), among={out})
    assert [one.id for one in again.articles] == [out]


def test_patterns_and_their_groups(desk: Desk) -> None:
    sought = Sought(words=r"(\w+) ferry", is_pattern=True)
    found = desk.replacing.find(sought, Instead(words=r"\1 boat"), ArticleQuery(), quiet())
    assert sorted(place.passage.instead for one in found.articles for place in one.places) == [
        "A boat", "No boat", "The boat",
    ]  # fmt: skip
    with pytest.raises(UserError, match="opened and never closed"):
        _find(desk, Sought(words="(", is_pattern=True))
    assert _find(desk, Sought(words="")) == Found()


def test_what_is_chosen_is_replaced_and_one_undo_takes_it_back(desk: Desk) -> None:
    found = _find(desk)
    chosen = _all_of(found)
    fares = next(one for one in found.articles if one.headline == "Ferry fares")
    chosen[fares.id] = (fares, (2, 0))
    before = {one.id: desk.articles.get(one.id) for one in found.articles}
    held: list[str] = []
    made = desk.replacing.replace(chosen, quiet(), lambda: held.append(desk.articles.get(fares.id).headline))
    assert held == ["Ferry fares"]  # all of it is made ready before anything is written
    assert made.changed_since == frozenset()
    assert "slug" in made.fields
    edit = Several(made.edits, label_of(FERRY, BOAT, len(made.edits)))
    assert str(edit.label) == "Replace “ferry” with “boat” in 3 articles"
    after = desk.articles.get(fares.id)
    assert (after.headline, after.body, after.reactions) == ("boat fares", "The ferry.\n\nA boat!", "Ferry?")
    assert after.slug == "boat-fares"
    assert _article(desk, "out").body == "boat"
    for one in before.values():
        (kept,) = desk.articles.versions(one.id)
        assert (kept.kind, kept.hash) == (VersionKind.RESTORE, content_hash(one))
    assert [hit.slug for hit in desk.search.find("boat fares")] == ["boat-fares"]
    back = desk.replacing.rewrite(edit.inverse().edits, quiet())  # type: ignore[arg-type]
    assert len(back.edits) == 3
    assert _find(desk).count == 6
    for one in before.values():
        now = desk.articles.get(one.id)
        assert (now.texts, now.slug) == (one.texts, one.slug)


def test_an_article_that_was_changed_since_is_left_alone(desk: Desk) -> None:
    found = _find(desk)
    out, bridge = _article(desk, "out"), _article(desk, "bridge")
    desk.articles.apply(change_article(out, say("x"), body="A ferry, and more"))
    desk.articles.apply(change_article(bridge, say("x"), section="World"))  # no words: nothing in the way
    gone = next(one for one in found.articles if one.headline == "Ferry fares")
    desk.articles.apply(change_article(desk.articles.get(gone.id), say("x"), trashed_at=NOON))
    made = desk.replacing.replace(_all_of(found), quiet())
    assert made.changed_since == {out.id, gone.id}
    assert [edit.article_id for edit in made.edits] == [bridge.id]


def test_one_changed_at_the_last_moment_is_left_alone_and_holds_up_no_other(desk: Desk) -> None:
    found = _find(desk)
    fares, bridge = _article(desk, "ferry-fares"), _article(desk, "bridge")

    def change() -> None:
        desk.articles.apply(change_article(desk.articles.get(fares.id), say("x"), headline="No more of it"))
        desk.articles.apply(change_article(desk.articles.get(bridge.id), say("x"), standfirst="Still no ferry"))

    made = desk.replacing.replace(_all_of(found), quiet(), change)
    assert made.changed_since == {fares.id, bridge.id}
    assert [edit.article_id for edit in made.edits] == [_article(desk, "out").id]
    assert desk.articles.get(bridge.id).standfirst == "Still no ferry"
    assert desk.articles.get(fares.id).body == fares.body


def test_stopped_before_it_is_written_nothing_is_changed(desk: Desk) -> None:
    found = _find(desk)
    context = JobContext()
    with pytest.raises(Cancelled):
        desk.replacing.replace(_all_of(found), context, context.cancel)
    assert _find(desk).count in {0, 6}  # whole or not at all
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        desk.replacing.replace(_all_of(found), context)


def test_more_than_can_be_looked_at_is_cut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing, "MOST", 4)
    found = _find(desk)
    assert found.is_cut
    assert found.count == 6  # all of the last word that the process said


def test_it_says_how_far_it_is_and_stops(desk: Desk) -> None:
    said: list[tuple[float, Message]] = []
    context = JobContext(on_progress=lambda fraction, message: said.append((fraction, message)))
    desk.replacing.find(FERRY, BOAT, ArticleQuery(), context)
    assert said[-1][0] == 1
    assert str(said[-1][1]) == "6 places found"
    context.cancel()
    with pytest.raises(Cancelled):
        desk.replacing.find(FERRY, BOAT, ArticleQuery(), context)


def test_what_is_found_is_told_as_it_is_found(desk: Desk) -> None:
    came: list[FoundArticle] = []
    found = desk.replacing.find(FERRY, BOAT, ArticleQuery(), quiet(), came=came.extend)
    assert tuple(came) == found.articles


def test_a_pattern_that_never_ends_is_given_up_and_the_next_search_works(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "PATIENCE_SECONDS", 0.5)
    bad = an_article(body="a" * 60 + "!")
    desk.articles.apply(created(bad))
    desk.replacing.warm()
    with pytest.raises(UserError, match="takes too long"):
        _find(desk, Sought(words=r"(a+)+$", is_pattern=True))
    monkeypatch.setattr(replacing, "PATIENCE_SECONDS", 60.0)
    assert _find(desk).count == 6


def test_what_ai_wrote_keeps_its_marks_and_undo_gives_all_of_them_back(desk: Desk) -> None:
    fares = _article(desk, "ferry-fares")
    marked = ((0, 10), (14, 19))  # "The ferry." whole, and the second "ferry" alone
    desk.articles.apply(change_article(fares, say("x"), ai_ranges=marked))
    made = desk.replacing.replace(_all_of(_find(desk)), quiet())
    after = desk.articles.get(fares.id)
    assert after.body == "The boat.\n\nA boat!"
    assert after.ai_ranges == ((0, 9),)
    edit = next(edit for edit in made.edits if edit.article_id == fares.id)
    assert "ai_ranges" in edit.after
    desk.replacing.rewrite([edit.inverse()], quiet())
    assert desk.articles.get(fares.id).ai_ranges == marked

"""An index that follows a newsroom: what was read before it was told to stop is not read again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import CreateArticle, change_article
from editor.related import about
from editor.services import related_index
from editor.services.related_index import Following
from editor.storage.database import Database
from tests.builders import NOON, a_desk, an_article, created


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = a_desk(tmp_path / "n")
    made.articles.apply(created(*(an_article(headline=f"A subject{number}") for number in range(7))))
    return made


def names(following: Following, headline: str) -> set[str]:
    found = following.like(about(an_article(headline=headline)), frozenset(), 10)
    return {one.head.headline for one in found}


ALL = " ".join(f"subject{number}" for number in range(7))


def test_what_was_read_before_a_stop_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related_index, "AT_ONCE", 3)
    following = Following(Database(desk.folder))
    answers = iter((False, True))
    assert not following.follow(lambda: next(answers))
    assert len(names(following, ALL)) == 3
    asked = iter((False, False))  # the other four, three at once
    assert following.follow(lambda: next(asked))
    assert next(asked, None) is None
    assert len(names(following, ALL)) == 7


def test_the_trash_and_changes_are_followed(desk: Desk) -> None:
    following = Following(Database(desk.folder))
    assert following.follow()
    first, second = desk.articles.all()[:2]
    assert first.headline == "A subject0"
    desk.articles.apply(change_article(first, say("Trash"), trashed_at=NOON))
    desk.articles.apply(change_article(second, say("Change"), headline="Grain"))
    assert following.follow()
    assert len(names(following, ALL)) == 5
    assert names(following, "Grain") == {"Grain"}
    assert "A subject0" not in names(following, ALL)
    desk.articles.apply(change_article(desk.articles.get(first.id), say("Back"), trashed_at=None))
    assert following.follow()
    assert len(names(following, ALL)) == 6


def test_a_linked_article_is_left_out(desk: Desk) -> None:
    following = Following(Database(desk.folder))
    following.follow()
    linked = desk.articles.all()[0]
    found = following.like(about(an_article(headline=ALL)), frozenset({linked.id}), 10)
    assert linked.id not in {one.head.id for one in found}
    assert len(found) == 6


def test_an_article_of_an_earlier_day_that_comes_later_is_not_missed(desk: Desk) -> None:
    following = Following(Database(desk.folder))
    following.follow()
    old = an_article(headline="Horyuji reopens")
    desk.articles.apply(CreateArticle(old, say("Taken in"), NOON - timedelta(days=300)))
    following.follow()
    assert names(following, "Horyuji") == {"Horyuji reopens"}

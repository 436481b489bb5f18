from __future__ import annotations

from datetime import timedelta

import pytest

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import change_article
from editor.domain.query import ArticleQuery
from editor.domain.signing import SignOff, sign_off
from editor.storage import texts
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_desk, an_article, created


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    clock = FixedClock()
    made = a_desk(tmp_path_factory.mktemp("desk") / "n", clock=clock)
    for one in (
        an_article(headline="First", body="b", section="World", status=Status.PUBLISHED, published=NOON),
        an_article(headline="Second", standfirst="s", reactions="r", language="sw"),
    ):
        made.articles.apply(created(one))
        clock.instant += timedelta(minutes=5)
    return made


def _headlines(desk: Desk, query: ArticleQuery) -> list[str]:
    with Database(desk.folder).reading() as connection:
        return [one.texts[0] for one in texts.texts(connection, texts.ids(connection, query))]


def test_the_words_come_last_changed_first(desk: Desk) -> None:
    assert _headlines(desk, ArticleQuery()) == ["Second", "First"]
    first = desk.articles.find("first")
    assert first is not None
    desk.articles.apply(change_article(first, say("x"), body="bb"))
    assert _headlines(desk, ArticleQuery()) == ["First", "Second"]


def test_filters_narrow_and_the_trash_is_left_out(desk: Desk) -> None:
    assert _headlines(desk, ArticleQuery(statuses=(Status.PUBLISHED,), sections=("World",))) == ["First"]
    assert _headlines(desk, ArticleQuery(languages=("sw",))) == ["Second"]
    second = desk.articles.find("second")
    assert second is not None
    desk.articles.apply(change_article(second, say("x"), trashed_at=NOON))
    assert _headlines(desk, ArticleQuery()) == ["First"]
    with Database(desk.folder).reading() as connection:
        assert texts.texts(connection, [second.id]) == []


def test_all_four_texts_and_what_a_list_says(desk: Desk) -> None:
    with Database(desk.folder).reading() as connection:
        (second, _first) = texts.texts(connection, texts.ids(connection, ArticleQuery()))
    assert second.texts == ("Second", "s", "", "r")
    assert (second.language, second.status, second.section) == ("sw", Status.DRAFT, "")


def test_articles_are_found_by_their_sign_off(desk: Desk) -> None:
    def found(*sign_offs: SignOff) -> list[str]:
        return sorted(_headlines(desk, ArticleQuery(sign_offs=sign_offs)))

    assert found(SignOff.NONE) == ["First", "Second"]
    assert found(SignOff.SIGNED) == found(SignOff.CHANGED) == []
    for slug in ("first", "second"):
        article = desk.articles.find(slug)
        assert article is not None
        desk.articles.apply(sign_off(article, "Asha", NOON))
    second = desk.articles.find("second")
    assert second is not None
    desk.articles.apply(change_article(second, say("x"), body="Changed"))
    assert (found(SignOff.NONE), found(SignOff.SIGNED), found(SignOff.CHANGED)) == ([], ["First"], ["Second"])
    assert found(SignOff.NONE, SignOff.CHANGED) == ["Second"]
    assert found(*SignOff) == ["First", "Second"]
    assert [head.headline for head in desk.articles.heads(ArticleQuery(sign_offs=(SignOff.CHANGED,)))] == ["Second"]

"""Of all articles of a newsroom those alone are read that somebody looks at, and each once."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from editor.domain.article import Article
from editor.services.articles_at_hand import ArticlesAtHand
from tests.builders import an_article


def test_an_article_is_read_when_it_is_looked_at_and_once() -> None:
    articles = {one.id: one for one in (an_article(id=f"{number:032x}") for number in range(6))}
    asked: list[list[str]] = []

    def read(ids: Collection[str]) -> list[Article]:
        asked.append(sorted(ids))
        return [articles[one] for one in ids]

    ids = sorted(articles)
    at_hand = ArticlesAtHand(articles.keys(), {ids[0]: articles[ids[0]]}, read)
    assert len(at_hand) == 6
    assert at_hand[ids[0]] is articles[ids[0]]
    assert asked == []
    assert at_hand[ids[1]] is at_hand[ids[1]]
    at_hand.ahead([*ids[:4], "nobody"])
    assert asked == [[ids[1]], [ids[2], ids[3]]]
    assert at_hand.get("nobody") is None
    with pytest.raises(KeyError):
        at_hand["nobody"]
    assert dict(at_hand) == articles
    assert asked[2:] == [[ids[4], ids[5]]]

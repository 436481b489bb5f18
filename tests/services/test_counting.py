"""An article's length as the status bar says it."""

from __future__ import annotations

from editor.domain.article import Article
from editor.services.counting import Length, length_of


def _article(**values: str) -> Article:
    return Article(id="a", language="en", slug="a", translation_set="s", **{"headline": "", **values})  # type: ignore[arg-type]


def test_headline_standfirst_and_body_count_and_reactions_do_not() -> None:
    article = _article(headline="One two", standfirst="three", body="four *five*", reactions="six seven")
    assert length_of(article) == Length(words=5, minutes=1)


def test_nothing_is_nothing() -> None:
    assert length_of(_article()) == Length(words=0, minutes=0)

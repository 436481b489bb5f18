"""An article's length as the status bar says it."""

from __future__ import annotations

from editor.domain.article import Article
from editor.services.counting import Length, details_of, length_of, text_of, words_in


def _article(**values: str) -> Article:
    return Article(id="a", language="en", slug="a", translation_set="s", **{"headline": "", **values})  # type: ignore[arg-type]


def test_headline_standfirst_and_body_count_and_reactions_do_not() -> None:
    article = _article(headline="One two", standfirst="three", body="four *five*", reactions="six seven")
    assert length_of(article) == Length(words=5, minutes=1)


def test_nothing_is_nothing() -> None:
    assert length_of(_article()) == Length(words=0, minutes=0)


def test_all_details_of_an_article() -> None:
    article = _article(headline="A head", standfirst="It was so.", body="The sun was hot. " * 30)
    details = details_of(text_of(article), "en")
    assert details.counts.words == words_in(text_of(article)) == 125
    assert details.counts.paragraphs == 3
    assert details.has_formula
    assert details.readability is not None
    assert details.readability.formula == "Flesch"


def test_a_language_without_a_formula_has_none() -> None:
    details = details_of("Jua lilikuwa kali. " * 50, "sw")
    assert (details.has_formula, details.readability) == (False, None)

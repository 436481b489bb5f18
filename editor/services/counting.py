"""How long an article is, and how hard to read, for those who may not ask the Markdown room themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.domain.measures import Counts, Readability

if TYPE_CHECKING:
    from editor.domain.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Words of headline, standfirst and body, and the minutes it takes to read them.

    `are_characters` says that characters were counted where words could not be told apart.
    """

    words: int
    minutes: int
    are_characters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """All that can be said of the length of a text. `has_formula` says whether its language has one for ease."""

    counts: Counts
    readability: Readability | None
    has_formula: bool


def length_of(article: Article) -> Length:
    """Return how long `article` is; the "what people are saying" section is not counted."""
    from editor.markup.counts import has_guessed, reading_minutes, words

    text = text_of(article)
    return Length(words=words(text), minutes=reading_minutes(text, article.language), are_characters=has_guessed(text))


def words_in(text: str) -> int:
    """Return how many words `text` has, counted as those of an article are."""
    from editor.markup.counts import words

    return words(text)


def details_of(text: str, language: str) -> Details:
    """Return all that can be said of the length of `text`, Markdown in the language of the tag."""
    from editor.markup.counts import counts, shown_blocks
    from editor.markup.readability import formula_for, readability

    return Details(
        counts=counts(text, language),
        readability=readability(shown_blocks(text), language),
        has_formula=formula_for(language) is not None,
    )


def text_of(article: Article) -> str:
    """Return the words of `article` that count: headline, standfirst and body, a paragraph each."""
    return "\n\n".join((article.headline, article.standfirst, article.body))

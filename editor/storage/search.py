"""Finds articles by words: an FTS5 trigram table over folded text, `instr` for terms too short for it.

Works from SQLite 3.40 on. `LIKE` is not used: there it silently finds nothing for short terms outside ASCII
(`localisation`, section 5, three traps).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from editor.domain.article import Article
from editor.storage.articles import articles
from editor.storage.folding import fold

WORD_FIELDS = frozenset(
    {"headline", "slug", "standfirst", "body", "reactions", "byline", "tags", "section", "hero", "language"}
)

_TRIGRAM = 3
_MAX_TERMS = 16
_HEBREW = "\u0590"
# Whole words before parts of words, the headline before the text.
_WHOLE, _IN_HEADLINE, _WHOLE_IN_HEADLINE = 16.0, 4.0, 8.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found."""

    id: str
    slug: str
    headline: str
    language: str
    changed_at: str
    score: float


def entry_of(article: Article) -> tuple[str, str]:
    """Return what is searched of an article: (folded headline, folded other words), padded so that words have edges."""
    caption = article.hero.caption if article.hero else ""
    others = (article.standfirst, article.body, article.reactions, *article.byline, *article.tags, article.section)
    return _padded(fold(article.headline)), _padded(fold(" \n ".join((*others, caption, article.slug))))


def terms_of(words: str) -> tuple[str, ...]:
    """Return the folded terms of what was typed, each once, sixteen at most."""
    return tuple(dict.fromkeys(fold(words).split()))[:_MAX_TERMS]


def find(connection: sqlite3.Connection, words: str, *, language: str = "", in_trash: bool = False) -> list[Hit]:
    """Return all articles that hold every one of `words`, best first, then last changed first."""
    terms = terms_of(words)
    if not terms:
        return []
    due = [row[0] for row in connection.execute("SELECT article_id FROM search_due")]
    found = _indexed(connection, terms, in_trash=in_trash, but=frozenset(due))
    found += fresh_hits(articles(connection, due), terms, in_trash=in_trash)
    if language:
        found = [hit for hit in found if f"{hit.language}-".lower().startswith(f"{language}-".lower())]
    found.sort(key=lambda hit: hit.id)
    found.sort(key=lambda hit: (hit.score, hit.changed_at), reverse=True)
    return found


def _indexed(
    connection: sqlite3.Connection, terms: tuple[str, ...], *, in_trash: bool, but: frozenset[str]
) -> list[Hit]:
    scores, conditions, matches = [], [], []
    values: dict[str, str | int] = {"trash": in_trash}
    for number, term in enumerate(terms):
        part, whole, match = f":p{number}", f":w{number}", f":m{number}"
        values[f"p{number}"], values[f"w{number}"], values[f"m{number}"] = _sought(term), f" {term} ", f'" {term} "'
        # The index knows the spaces around words too, so it answers for whole words of any length.
        scores.append(
            f"{_WHOLE} * (s.number IN (SELECT rowid FROM search WHERE search MATCH {match}))"  # noqa: S608 - our words
            f" + {_IN_HEADLINE} * (instr(s.headline, {part}) > 0)"
            f" + {_WHOLE_IN_HEADLINE} * (instr(s.headline, {whole}) > 0)"
        )
        if len(_sought(term)) >= _TRIGRAM:
            matches.append(f'"{_sought(term)}"')
        else:
            conditions.append(f"(instr(s.headline, {part}) OR instr(s.words, {part}))")
    if matches:
        values["match"] = " AND ".join(matches)
        conditions.append("s.number IN (SELECT rowid FROM search WHERE search MATCH :match)")
    rows = connection.execute(
        f"SELECT a.id, a.slug, a.headline, a.language, a.changed_at, {' + '.join(scores)}"  # noqa: S608 - our words
        " FROM search_entry s JOIN article a ON a.id = s.article_id"
        f" WHERE (a.trashed_at IS NOT NULL) = :trash AND {' AND '.join(reversed(conditions))}",
        values,
    )
    return [Hit(*row) for row in rows if row[0] not in but]


def fresh_hits(found: Iterable[Article], terms: tuple[str, ...], *, in_trash: bool) -> list[Hit]:
    """Return those of the articles that hold every term, read one by one: they are newer than the index."""
    hits = []
    for article in found:
        if (article.trashed_at is not None) is not in_trash:
            continue
        headline, words = entry_of(article)
        if all(_sought(term) in headline or _sought(term) in words for term in terms):
            score = sum(_score(term, headline, words) for term in terms)
            hits.append(
                Hit(article.id, article.slug, article.headline, article.language, _changed(article), score),
            )
    return hits


def _sought(term: str) -> str:
    """Return what must stand in the padded text: the term, at a word's start if it is a short Latin-like one.

    Two letters inside words are found almost everywhere; scripts that write words together, or with prefixes (from
    Hebrew on), need them nevertheless.
    """
    is_spaced = all(character < _HEBREW for character in term)
    return f" {term}" if len(term) < _TRIGRAM and is_spaced else term


def _score(term: str, headline: str, words: str) -> float:
    whole = f" {term} "
    return (
        _WHOLE * (whole in headline or whole in words)
        + _IN_HEADLINE * (_sought(term) in headline)
        + _WHOLE_IN_HEADLINE * (whole in headline)
    )


def _changed(article: Article) -> str:
    from editor.core.clock import instant_text

    return instant_text(article.changed_at) if article.changed_at else ""


def _padded(words: str) -> str:
    return f" {words} "

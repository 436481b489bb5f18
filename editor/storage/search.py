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

_INDEXED = "FROM search_entry s JOIN article a ON a.id = s.article_id"
_MATCHES = "s.number IN (SELECT rowid FROM search WHERE search MATCH :{})"


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


def find(
    connection: sqlite3.Connection, words: str, *, language: str = "", in_trash: bool = False, limit: int = -1
) -> list[Hit]:
    """Return the articles that hold every one of `words`, best first, then last changed first.

    `language` narrows to one tag and its narrower ones; `limit` gives the best ones only, -1 all of them.
    """
    terms = terms_of(words)
    if not terms:
        return []
    tag = f"{language}-".lower() if language else ""
    where, values = _condition(terms, in_trash=in_trash)
    score = " + ".join(_score_of(number, term, values) for number, term in enumerate(terms))
    rows = connection.execute(
        f"SELECT a.id, a.slug, a.headline, a.language, a.changed_at, {score} AS score {_INDEXED} WHERE {where}"
        " AND substr(lower(a.language) || '-', 1, length(:tag)) = :tag"
        " ORDER BY score DESC, a.changed_at DESC, a.id LIMIT :limit",
        values | {"tag": tag, "limit": limit},
    )
    found = [Hit(*row) for row in rows]
    if fresh := [
        hit for hit in _fresh(connection, terms, in_trash=in_trash) if f"{hit.language}-".lower().startswith(tag)
    ]:
        found += fresh
        found.sort(key=lambda hit: hit.id)
        found.sort(key=lambda hit: (hit.score, hit.changed_at), reverse=True)
    return found if limit < 0 else found[:limit]


def matching(connection: sqlite3.Connection, words: str, *, in_trash: bool = False) -> frozenset[str]:
    """Return the ids of the articles that hold every one of `words`: what `find` finds, in a third of its time."""
    terms = terms_of(words)
    if not terms:
        return frozenset()
    where, values = _condition(terms, in_trash=in_trash)
    rows = connection.execute(f"SELECT a.id {_INDEXED} WHERE {where}", values)
    return frozenset(row[0] for row in rows) | {hit.id for hit in _fresh(connection, terms, in_trash=in_trash)}


def _condition(terms: tuple[str, ...], *, in_trash: bool) -> tuple[str, dict[str, str | int]]:
    """Return what is asked of an indexed article `a` and its entry `s`, as SQL and its values."""
    values: dict[str, str | int] = {"trash": in_trash}
    long = [term for term in terms if len(_sought(term)) >= _TRIGRAM]
    asked = ["(a.trashed_at IS NOT NULL) = :trash", "a.id NOT IN (SELECT article_id FROM search_due)"]
    if long:
        values["match"] = " AND ".join(f'"{_sought(term)}"' for term in long)
        asked.append(_MATCHES.format("match"))
    for number, term in enumerate(terms):
        if term not in long:
            values[f"p{number}"] = _sought(term)
            asked.append(f"(instr(s.headline, :p{number}) OR instr(s.words, :p{number}))")
    return " AND ".join(asked), values


def _score_of(number: int, term: str, values: dict[str, str | int]) -> str:
    """Return the score of one term as SQL, and put what it needs into `values`.

    The index knows the spaces around words too, so it answers for whole words of any length, and for one column.
    """
    part = _sought(term)
    values[f"w{number}"] = f'" {term} "'
    values[f"v{number}"] = f'headline : " {term} "'
    if len(part) >= _TRIGRAM:
        values[f"h{number}"] = f'headline : "{part}"'
        in_headline = _MATCHES.format(f"h{number}")
    else:
        in_headline = f"(instr(s.headline, :p{number}) > 0)"
    return (
        f"{_WHOLE} * ({_MATCHES.format(f'w{number}')}) + {_IN_HEADLINE} * ({in_headline})"
        f" + {_WHOLE_IN_HEADLINE} * ({_MATCHES.format(f'v{number}')})"
    )


def _fresh(connection: sqlite3.Connection, terms: tuple[str, ...], *, in_trash: bool) -> list[Hit]:
    due = [row[0] for row in connection.execute("SELECT article_id FROM search_due")]
    return fresh_hits(articles(connection, due), terms, in_trash=in_trash) if due else []


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

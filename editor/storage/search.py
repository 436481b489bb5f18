"""Finds articles by words: an FTS5 trigram table over folded text, `instr` for terms too short for it.

Works from SQLite 3.40 on. `LIKE` is not used: there it silently finds nothing for short terms outside ASCII
(`localisation`, section 5, three traps).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.domain.article import Article
from editor.storage.articles import articles
from editor.storage.folding import fold
from editor.storage.word_ranking import is_unspaced, stands_alone

WORD_FIELDS = frozenset(
    {"headline", "slug", "standfirst", "body", "reactions", "byline", "tags", "section", "hero", "language"}
)

_TRIGRAM = 3
_MAX_TERMS = 16
_HEBREW = "\u0590"
# Whole words before parts of words, the headline before the text.
_WHOLE, _IN_HEADLINE, _WHOLE_IN_HEADLINE = 16.0, 4.0, 8.0

# Of words found in more articles than this the newest are ranked, and those newest that have them in the headline.
_RANKED = 2000
# Of what is found by words of scripts without spaces, so many are looked at for whether they stand there as words.
_LOOKED_AT = 200
# So many articles that wait for the index are read one by one; after a replacement in thousands the index's own word
# is taken for them until it has caught up, a minute later.
_READ_ONE_BY_ONE = 300
MAY_WAIT = 100  # articles; each edit takes some of them along, more are seen to apart
_WAITING = f"SELECT article_id FROM search_due WHERE (SELECT count(*) FROM search_due) <= {_READ_ONE_BY_ONE}"  # noqa: S608
_MATCHES = "SELECT rowid FROM search WHERE search MATCH :{}"
_NEWEST = f"SELECT rowid FROM ({_MATCHES} ORDER BY rowid DESC LIMIT {_RANKED})"  # noqa: S608 - our words


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

    `language` narrows to one tag and its narrower ones; `limit` gives the best ones only, -1 all of them. The best ones
    of very common words are looked for among the newest: nobody can tell, and it takes no longer in a large newsroom.
    """
    terms = terms_of(words)
    if not terms:
        return []
    tag = f"{language}-".lower() if language else ""
    is_some = limit >= 0 and not language
    is_read = any(map(is_unspaced, terms))
    newest = f"{_NEWEST.format('match')} UNION {_NEWEST.format('headed')}"
    asked, values = _asked(terms, f"s.number IN ({newest if is_some else _MATCHES.format('match')})")
    score = " + ".join(_score_of(number, term, values) for number, term in enumerate(terms))
    rows = connection.execute(
        f"SELECT a.id, a.slug, a.headline, a.language, a.changed_at, {score} AS score"  # noqa: S608 - our words
        f" FROM search_entry s JOIN article a ON a.id = s.article_id WHERE {' AND '.join(asked)}"
        f" AND (a.trashed_at IS NOT NULL) = :trash AND a.id NOT IN ({_WAITING})"
        " AND substr(lower(a.language) || '-', 1, length(:tag)) = :tag"
        " ORDER BY score DESC, a.changed_at DESC, a.id LIMIT :limit",
        values | {"tag": tag, "limit": max(limit, _LOOKED_AT) if is_read and limit >= 0 else limit, "trash": in_trash},
    )
    found = [Hit(*row) for row in rows]
    fresh = [hit for hit in _fresh(connection, terms, in_trash=in_trash) if f"{hit.language}-".lower().startswith(tag)]
    if is_read:
        found[:_LOOKED_AT] = _looked_at(connection, terms, found[:_LOOKED_AT])
    if is_read or fresh:
        found += fresh
        found.sort(key=lambda hit: hit.id)
        found.sort(key=lambda hit: (hit.score, hit.changed_at), reverse=True)
    return found if limit < 0 else found[:limit]


def matching(connection: sqlite3.Connection, words: str, *, in_trash: bool = False) -> frozenset[str]:
    """Return the ids of the articles that hold every one of `words`: what `find` finds, in a third of its time."""
    terms = terms_of(words)
    if not terms:
        return frozenset()
    # The plus has the small index of ids read, once and in order, in place of ten thousand rows with all their words.
    asked, values = _asked(terms, f"+s.number IN ({_MATCHES.format('match')})")
    rows = connection.execute(
        f"SELECT s.article_id FROM search_entry s WHERE {' AND '.join(asked)}"  # noqa: S608 - our words
        f" AND s.article_id NOT IN ({_WAITING})"
        " AND (s.article_id IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)) = :trash",
        values | {"trash": in_trash},
    )
    return frozenset(row[0] for row in rows) | {hit.id for hit in _fresh(connection, terms, in_trash=in_trash)}


def waiting(connection: sqlite3.Connection) -> int:
    """Return how many articles the index does not know as they are now."""
    (count,) = connection.execute("SELECT count(*) FROM search_due").fetchone()
    return int(count)


def _looked_at(connection: sqlite3.Connection, terms: tuple[str, ...], found: list[Hit]) -> list[Hit]:
    """Return the hits with scores that know words of scripts without spaces: 京都 is none in 東京都."""
    places = ", ".join("?" * len(found))
    rows = connection.execute(
        f"SELECT article_id, headline, words FROM search_entry WHERE article_id IN ({places})",  # noqa: S608 - marks
        tuple(hit.id for hit in found),
    )
    scores = {row[0]: sum(_score(term, row[1], row[2]) for term in terms) for row in rows}
    return [replace(hit, score=scores[hit.id]) for hit in found]


def _asked(terms: tuple[str, ...], matches: str) -> tuple[list[str], dict[str, str | int]]:
    """Return what is asked of an entry `s`, as SQL, and its values; `matches` asks for `:match` or `:headed`."""
    long = [term for term in terms if len(_sought(term)) >= _TRIGRAM]
    asked: list[str] = []
    values: dict[str, str | int] = {}
    if long:
        values["match"] = " AND ".join(f'"{_sought(term)}"' for term in long)
        values["headed"] = f"headline : ({values['match']})"
        asked.append(matches)
    for number, term in enumerate(terms):
        if term not in long:
            values[f"p{number}"] = _sought(term)
            asked.append(f"(instr(s.headline, :p{number}) OR instr(s.words, :p{number}))")
    return asked, values


def _score_of(number: int, term: str, values: dict[str, str | int]) -> str:
    """Return the score of one term as SQL, and put what it needs into `values`: see `_score`."""
    values[f"p{number}"], values[f"w{number}"] = _sought(term), f" {term} "
    in_headline, whole_in_headline = f"(instr(s.headline, :p{number}) > 0)", f"(instr(s.headline, :w{number}) > 0)"
    return (
        f"{_WHOLE} * ({whole_in_headline} OR instr(s.words, :w{number}) > 0)"
        f" + {_IN_HEADLINE} * {in_headline} + {_WHOLE_IN_HEADLINE} * {whole_in_headline}"
    )


def _fresh(connection: sqlite3.Connection, terms: tuple[str, ...], *, in_trash: bool) -> list[Hit]:
    due = [row[0] for row in connection.execute(_WAITING)]
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
    is_whole_in_headline = _is_whole(term, headline)
    return (
        _WHOLE * (is_whole_in_headline or _is_whole(term, words))
        + _IN_HEADLINE * (_sought(term) in headline)
        + _WHOLE_IN_HEADLINE * is_whole_in_headline
    )


def _is_whole(term: str, padded: str) -> bool:
    return f" {term} " in padded or (is_unspaced(term) and stands_alone(term, padded))


def _changed(article: Article) -> str:
    from editor.core.clock import instant_text

    return instant_text(article.changed_at) if article.changed_at else ""


def _padded(words: str) -> str:
    return f" {words} "

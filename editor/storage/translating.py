"""How far the members of translation sets are: noted beside their rows when words change, read with the list."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from editor.domain.article import Article, TranslationState
from editor.domain.translation import missing, state_of, text_hash
from editor.storage.settings import settings
from editor.storage.spoilt_rows import understood

States = tuple[tuple[str, TranslationState], ...]
_Member = tuple[str, str, TranslationState]

# What the state of a member, or of those beside it, follows from.
_DECIDING = (
    "headline",
    "standfirst",
    "body",
    "reactions",
    "translation_set",
    "is_source",
    "translated_from",
    "approved_at",
    "trashed_at",
)
_MEMBERS = (
    "SELECT a.id, a.is_source, a.translated_from, a.approved_at, a.translation_state,"
    " a.headline, a.standfirst, t.body, t.reactions"
    " FROM article a JOIN article_text t ON t.article_id = a.id"
    " WHERE a.translation_set = ? AND a.trashed_at IS NULL ORDER BY a.is_source DESC, a.created_at, a.id"
)
_OF_SETS = (
    "SELECT translation_set, language, section, translation_state FROM article"
    " WHERE trashed_at IS NULL ORDER BY is_source DESC, created_at, id"
)
_STATES = {state.value: state for state in TranslationState}


def note(connection: sqlite3.Connection, before: Article | None, after: Article) -> None:
    """Note how far the members of the set of `after` are, and of the one that it left, where that may have changed."""
    if before is not None and all(getattr(before, name) == getattr(after, name) for name in _DECIDING):
        return
    note_sets(connection, {one.translation_set for one in (before, after) if one is not None})


def note_words(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Note the same after words of these articles were written otherwise."""
    sets = {
        row[0]
        for article_id in ids
        for row in connection.execute("SELECT translation_set FROM article WHERE id = ?", (article_id,))
    }
    note_sets(connection, sets)


def note_sets(connection: sqlite3.Connection, sets: Iterable[str]) -> None:
    """Note how far each member of these sets is."""
    for one in sets:
        count, sources = connection.execute(
            "SELECT count(*), coalesce(sum(is_source), 0) FROM article WHERE translation_set = ?", (one,)
        ).fetchone()
        if count != sources:  # a lone article, which most are, is read no further
            _note(connection, one)
        else:  # one of them may have been a translation before
            forget = "UPDATE article SET translation_state = '' WHERE translation_set = ? AND translation_state <> ''"
            connection.execute(forget, (one,))


def reader(connection: sqlite3.Connection) -> Callable[[str, str, str], States]:
    """Return what gives of a set, with the language and section of one of its members, the states of its languages.

    The source comes first, those that an edition lacks last; a set of one language that nobody lacks has none.
    """
    editions = settings(connection).editions
    several = connection.execute(
        "SELECT translation_set FROM article WHERE trashed_at IS NULL GROUP BY translation_set HAVING count(*) > 1"
    ).fetchall()
    wanted = {row[0] for row in several}
    found: defaultdict[str, list[_Member]] = defaultdict(list)
    for one, *member in connection.execute(_OF_SETS) if wanted else ():
        if one in wanted:
            found[one].append(_member_from(member))
    known: dict[object, States] = {}

    def states(translation_set: str, language: str, section: str) -> States:
        key: object = translation_set if translation_set in found else (language, section)
        if key not in known:
            have = found.get(translation_set) or [_member_from((language, section, TranslationState.SOURCE.value))]
            lacking = missing(((tag, place) for tag, place, _state in have), editions)
            every = [(tag, state) for tag, _place, state in have]
            every += [(tag, TranslationState.MISSING) for tag in lacking]
            known[key] = tuple(every) if len(every) > 1 else ()
        return known[key]

    return states


@understood
def _member_from(row: Sequence[Any]) -> _Member:
    """Return the language, the section and the state of a member of a set."""
    language, section, state = row
    return language, section, _STATES[state]


def _note(connection: sqlite3.Connection, translation_set: str) -> None:
    source_words: str | None = None
    for article_id, is_source, translated_from, approved_at, noted, *texts in connection.execute(
        _MEMBERS, (translation_set,)
    ).fetchall():
        words = text_hash(*texts)
        if is_source:
            state = TranslationState.SOURCE
            source_words = source_words or words
        else:
            state = state_of(words, translated_from, source_words, is_approved=approved_at is not None)
        if state.value != noted:
            connection.execute("UPDATE article SET translation_state = ? WHERE id = ?", (state.value, article_id))

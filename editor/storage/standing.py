"""Reads how every article and picture stands, without their words: what tells whether a finding still holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from editor.domain.twins import folded
from editor.storage.rows import IMAGE_COLUMNS
from editor.storage.spoilt_rows import understood


@dataclass(frozen=True, slots=True)
class Standing:
    """One article that is not in the trash. `revision` is another text after every change of its own fields.

    `instants` are the dates on which something begins or ends to hold, as text (RFC 3339, UTC); `headline` is folded.
    """

    revision: str
    translation_set: str
    language: str
    status: str
    headline: str
    published: str
    instants: tuple[str, ...]


@dataclass(slots=True)
class Standings:
    """All articles, and by article id their links and pictures; `images` maps an image's id to a mark of its row."""

    articles: dict[str, Standing] = field(default_factory=dict)
    links: dict[str, list[tuple[str | int, ...]]] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def standings(connection: sqlite3.Connection) -> Standings:
    """Return how all articles and pictures stand; 10,000 of each take a third of a second.

    `links` are (target's id, pending name, on card, on timeline) in their order; `files` maps the first digits of an
    original's hash, as Markdown names it, to the image's id.
    """
    found = Standings()
    rows = connection.execute(
        "SELECT id, revision || ' ' || changed_at, translation_set, language, status, headline,"
        " published, updated, embargo FROM article WHERE trashed_at IS NULL ORDER BY id"
    )
    found.articles.update(map(_standing_from, rows))
    for article_id, *link in connection.execute(
        "SELECT article_id, coalesce(target_id, ''), pending, on_card, on_timeline FROM link"
        " ORDER BY article_id, position"
    ):
        found.links.setdefault(article_id, []).append(tuple(link))
    for article_id, *names in _pictures(connection):
        found.pictures.setdefault(article_id, []).extend(name for name in names if name)
    for image in connection.execute(f"SELECT {IMAGE_COLUMNS} FROM image WHERE trashed_at IS NULL"):  # noqa: S608 - ours
        found.images[image[0]] = sha256(repr(image).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if image[1]:
            found.files[image[1][:12]] = image[0]
    return found


def names_in(connection: sqlite3.Connection, language: str) -> list[tuple[str, str]]:
    """Return (id, headline) of all articles in `language` that are not in the trash."""
    return connection.execute(
        "SELECT id, headline FROM article WHERE trashed_at IS NULL AND language = ? ORDER BY id", (language,)
    ).fetchall()


@understood
def _standing_from(row: Sequence[Any]) -> tuple[str, Standing]:
    instants = tuple(instant for instant in row[6:] if instant)
    return row[0], Standing(row[1], row[2], row[3], row[4], folded(row[5]), row[6] or "", instants)


def _pictures(connection: sqlite3.Connection) -> Iterable[Sequence[str]]:
    yield from connection.execute(
        "SELECT article_id, coalesce(image_id, ''), substr(file_hash, 1, 12) FROM placement"
        " ORDER BY article_id, role, position"
    )
    yield from connection.execute(
        "SELECT article_id, picture_id FROM external WHERE picture_id IS NOT NULL ORDER BY article_id, link_id"
    )


def in_sets(connection: sqlite3.Connection, sets: Collection[str]) -> set[str]:
    """Return the ids of the articles outside the trash that are in one of these translation sets, of some hundreds."""
    where = f"translation_set IN ({', '.join('?' * len(sets))}) AND trashed_at IS NULL"
    return {row[0] for row in connection.execute(f"SELECT id FROM article WHERE {where}", [*sets])}  # noqa: S608

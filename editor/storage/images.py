"""Reads images and where they are used: plain SQL over a connection, whole values out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from editor.domain.image import Image
from editor.storage.rows import IMAGE_COLUMNS, image_from

_IMAGES = f"SELECT {IMAGE_COLUMNS} FROM image"  # noqa: S608 - our columns
_AT_ONCE = 500


def image(connection: sqlite3.Connection, image_id: str) -> Image | None:
    """Return the image of this id, or None."""
    row = connection.execute(f"{_IMAGES} WHERE id = ?", (image_id,)).fetchone()
    return image_from(row) if row else None


def by_hash(connection: sqlite3.Connection, prefix: str) -> Image | None:
    """Return the image whose content hash, else whose id, begins with `prefix` (hex digits), or None."""
    if not prefix:
        return None
    after = prefix + "g"  # sorts after every hex digit
    for column in ("sha256", "id"):
        row = connection.execute(
            f"{_IMAGES} WHERE {column} >= ? AND {column} < ? AND {column} <> '' ORDER BY {column} LIMIT 1",
            (prefix, after),
        ).fetchone()
        if row:
            return image_from(row)
    return None


def images(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Image]:
    """Return those of the images `ids` that are there, by id."""
    wanted = sorted(set(ids))
    found: dict[str, Image] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        places = ", ".join("?" * len(some))
        for row in connection.execute(f"{_IMAGES} WHERE id IN ({places})", some):
            found[row[0]] = image_from(row)
    return found


def everything(connection: sqlite3.Connection, *, in_trash: bool = False) -> list[Image]:
    """Return all images that are not in the trash, or all that are, by id."""
    where = "IS NOT NULL" if in_trash else "IS NULL"
    return [image_from(row) for row in connection.execute(f"{_IMAGES} WHERE trashed_at {where} ORDER BY id")]


def used_in(connection: sqlite3.Connection, image_id: str) -> list[str]:
    """Return the ids of the articles that use the image as hero, in the body or on a link."""
    rows = connection.execute(
        "SELECT article_id FROM placement WHERE image_id = ?"
        " UNION SELECT article_id FROM external WHERE picture_id = ?",
        (image_id, image_id),
    )
    return [row[0] for row in rows]


def uses(connection: sqlite3.Connection) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return by image id, then article id, what is said at each use: the article's headline and its captions.

    Captions inside a body stand in its Markdown and are not among them.
    """
    rows = connection.execute(
        "SELECT u.image_id, u.article_id, a.headline, u.caption FROM ("
        "SELECT image_id, article_id, caption FROM placement WHERE image_id IS NOT NULL"
        " UNION ALL SELECT picture_id, article_id, picture_caption FROM external WHERE picture_id IS NOT NULL"
        ") u JOIN article a ON a.id = u.article_id"
    )
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for image_id, article_id, headline, caption in rows:
        places = found.setdefault(image_id, {})
        said = places.get(article_id, (headline,))
        places[article_id] = (*said, caption) if caption else said
    return found

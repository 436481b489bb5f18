"""Kept versions of articles: written once, read often, never edited (a trigger sees to it)."""

from __future__ import annotations

import json
import sqlite3
import zlib
from datetime import datetime
from typing import Any

from editor.domain.article import Article, VersionHead
from editor.domain.content import article_from_plain, article_to_plain, canonical


def pack(article: Article) -> bytes:
    """Return `article` as compressed canonical JSON."""
    return zlib.compress(canonical(article_to_plain(article)), 6)


def unpack(content: bytes) -> Article:
    """Return the article that `pack` was given."""
    plain: dict[str, Any] = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    return article_from_plain(plain)


def heads(connection: sqlite3.Connection, article_id: str) -> list[VersionHead]:
    """Return the kept versions of one article, newest first."""
    rows = connection.execute(
        "SELECT id, article_id, made_at, made_by, label, hash FROM version WHERE article_id = ?"
        " ORDER BY made_at DESC, id DESC",
        (article_id,),
    )
    return [
        VersionHead(
            id=row[0], article_id=row[1], at=datetime.fromisoformat(row[2]), by=row[3], label=row[4], hash=row[5]
        )
        for row in rows
    ]


def version(connection: sqlite3.Connection, version_id: str) -> Article | None:
    """Return the article as it was in this version, or None."""
    row = connection.execute("SELECT content FROM version WHERE id = ?", (version_id,)).fetchone()
    return unpack(row[0]) if row else None

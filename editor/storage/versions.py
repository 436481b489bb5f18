"""Kept versions of articles: written once, read often, never edited (a trigger sees to it).

One in `WHOLE_EVERY` is packed by itself, the others as what differs from the one before: 10,000 versions of an article
of 2,000 words take less than 10 MB. What is read must have the hash it was kept with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.content import (
    article_from_plain,
    article_to_plain,
    canonical,
    content_hash,
    is_named,
    with_record,
)
from editor.domain.difference import words_changed
from editor.domain.edits import TYPED_FIELDS
from editor.domain.version import VersionHead, VersionKind
from editor.storage.packing import BrokenPackError, pack, pack_difference, unpack, unpack_difference
from editor.storage.rows import VERSION_COLUMNS, version_head_from, version_values

WHOLE_EVERY = 32

_ALWAYS_KEPT = frozenset({VersionKind.NAMED, VersionKind.STATUS, VersionKind.SIGNED, VersionKind.TRANSLATED})
_BOOKKEEPING = frozenset({"id", "created_at", "changed_at", "reviewed_version", "translated_from"})
_COMPARED = tuple(field.name for field in fields(Article) if field.name not in _BOOKKEEPING)
_NEWEST_FIRST = "ORDER BY made_at DESC, id DESC"
_CHAIN = (
    "WITH RECURSIVE chain (base, content, step) AS ("
    "SELECT base, content, 0 FROM version WHERE id = ? UNION ALL "
    "SELECT v.base, v.content, step + 1 FROM chain JOIN version v ON v.id = chain.base) "
    "SELECT base, content FROM chain ORDER BY step DESC"
)


def heads(connection: sqlite3.Connection, article_id: str) -> list[VersionHead]:
    """Return the kept versions of one article, newest first."""
    rows = connection.execute(
        f"SELECT {VERSION_COLUMNS} FROM version WHERE article_id = ? {_NEWEST_FIRST}",  # noqa: S608 - our columns
        (article_id,),
    )
    return [version_head_from(row) for row in rows]


def last(connection: sqlite3.Connection, article_id: str) -> VersionHead | None:
    """Return the newest version of one article, or None."""
    row = connection.execute(
        f"SELECT {VERSION_COLUMNS} FROM version WHERE article_id = ? {_NEWEST_FIRST} LIMIT 1",  # noqa: S608
        (article_id,),
    ).fetchone()
    return version_head_from(row) if row else None


def everything(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of all versions of all articles."""
    return [row[0] for row in connection.execute("SELECT id FROM version ORDER BY id")]


def version(connection: sqlite3.Connection, version_id: str) -> Article | None:
    """Return the article as it was in this version, or None; raises `Fault` when what is kept is damaged."""
    row = connection.execute("SELECT hash FROM version WHERE id = ?", (version_id,)).fetchone()
    if row is None:
        return None
    try:
        article = _article_of(_unpacked(connection, version_id)[0])
    except BrokenPackError as error:
        raise _damaged() from error
    if content_hash(article) != row[0]:
        raise _damaged()
    return with_record(article)


def row_of(connection: sqlite3.Connection, article: Article, head: VersionHead) -> dict[str, Any] | None:
    """Return the row that keeps `article` as the version of `head`, whose hash and changes are found here.

    None for one that nobody gave a name, status or signature, when the last kept one says the same.
    """
    digest = content_hash(article)
    newest = last(connection, article.id)
    if newest and is_named(article, newest.hash, digest) and head.kind not in _ALWAYS_KEPT:
        return None
    return made(connection, article, replace(head, hash=digest), newest)


def made(
    connection: sqlite3.Connection, article: Article, head: VersionHead, before: VersionHead | None
) -> dict[str, Any]:
    """Return the row that keeps `article`; `before` is the newest version so far, and what changed is told from it."""
    text = canonical(article_to_plain(article))
    if before is None:
        return version_values(head) | {"base": None, "content": pack(text)}
    try:
        base, length = _unpacked(connection, before.id)
        changed = _with_changes(head, with_record(_article_of(base)), article)
    except BrokenPackError:  # an earlier one is damaged: this one stands by itself
        return version_values(head) | {"base": None, "content": pack(text)}
    if length >= WHOLE_EVERY:
        return version_values(changed) | {"base": None, "content": pack(text)}
    return version_values(changed) | {"base": before.id, "content": pack_difference(text, base)}


def packed_anew(connection: sqlite3.Connection, article_id: str, without: frozenset[str]) -> list[dict[str, Any]]:
    """Return the rows of the versions that cannot be read without those of `without`, packed so that they can.

    Raises `Fault` when one of them is damaged: then nothing may go.
    """
    bases = dict(connection.execute("SELECT id, base FROM version WHERE article_id = ?", (article_id,)))
    again: list[dict[str, Any]] = []
    base: tuple[str, bytes] | None = None
    for head in reversed(heads(connection, article_id)):
        if head.id in without or not _stands_on(head.id, bases, without):
            continue
        article = version(connection, head.id)
        if article is None:
            continue
        text = canonical(article_to_plain(article))
        if base is None or len(again) % WHOLE_EVERY == 0:
            values: dict[str, Any] = {"base": None, "content": pack(text)}
        else:
            values = {"base": base[0], "content": pack_difference(text, base[1])}
        again.append(version_values(head) | values)
        base = (head.id, text)
    return again


def _stands_on(version_id: str, bases: Mapping[str, str | None], some: frozenset[str]) -> bool:
    """Say whether the version cannot be read without one of `some`."""
    base = bases.get(version_id)
    while base is not None:
        if base in some:
            return True
        base = bases.get(base)
    return False


def _with_changes(head: VersionHead, before: Article, after: Article) -> VersionHead:
    changed = tuple(name for name in _COMPARED if getattr(before, name) != getattr(after, name))
    counts = [words_changed(getattr(before, name), getattr(after, name)) for name in changed if name in TYPED_FIELDS]
    return replace(head, fields=changed, added=sum(one[0] for one in counts), removed=sum(one[1] for one in counts))


def _unpacked(connection: sqlite3.Connection, version_id: str) -> tuple[bytes, int]:
    """Return what is kept under `version_id`, and how many versions had to be read for it."""
    chain = connection.execute(_CHAIN, (version_id,)).fetchall()
    if not chain or chain[0][0] is not None:
        raise BrokenPackError("an earlier version is missing")
    text = unpack(chain[0][1])
    for _, content in chain[1:]:
        text = unpack_difference(content, text)
    return text, len(chain)


def _article_of(text: bytes) -> Article:
    try:
        return article_from_plain(json.loads(text.decode("utf-8", "surrogatepass")))
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenPackError(str(error)) from error


def _damaged() -> Fault:
    return Fault(
        say("This version cannot be read. The article itself and its other versions are not touched."),
        say("What was kept of it is damaged. A backup may hold it whole."),
        can_retry=False,
    )

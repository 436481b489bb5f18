"""Leaves out of a salvaged newsroom what of its settings cannot be read: one row must not keep all from opening."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from typing import Any

from editor.core.errors import Fault
from editor.domain.settings import NewsroomSettings
from editor.storage.edition_rows import EDITION_COLUMNS, edition_from
from editor.storage.label_rows import labels_from
from editor.storage.rows import newsroom_values, settings_from
from editor.storage.style_rows import style_from

# What a value that a damaged page made up can raise when it is read.
UNREADABLE = (
    *(ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError),
    *(sqlite3.Error, Fault),
)

_NEWSROOM = tuple(newsroom_values(NewsroomSettings(name="")))


def leave_out_unreadable(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Remove each row of settings that cannot be read; return by table what those are called, tables without left out.

    A label is called by its locale and key. The newsroom's own row counts too: the caller puts another in its place.
    """
    lost = {
        "newsroom": _sieve(connection, "newsroom", ("id",), _NEWSROOM, _read_newsroom),
        "edition": _sieve(connection, "edition", ("locale",), EDITION_COLUMNS.split(", "), _read_edition),
        "house_style": _sieve(connection, "house_style", ("locale",), ("locale", "style"), _read_style),
        "page_label": _sieve(
            connection,
            "page_label",
            ("locale", "label"),
            ("locale", "label", "words", "english", "reviewed_by", "reviewed_at"),
            _read_label,
        ),
    }
    return {table: names for table, names in lost.items() if names}


def _sieve(
    connection: sqlite3.Connection,
    table: str,
    key: Sequence[str],
    columns: Sequence[str],
    read: Callable[[Sequence[Any]], Iterable[object]],
) -> list[str]:
    """Remove from `table` the rows that `read` cannot read, or in which a text is none; return their keys."""
    where = " AND ".join(f"{name} IS ?" for name in key)
    lost: list[str] = []
    for values in connection.execute(f"SELECT {', '.join(key)} FROM {table} ORDER BY {', '.join(key)}").fetchall():  # noqa: S608 - ours
        row = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", values).fetchone()  # noqa: S608
        try:
            is_read = all(isinstance(text, str) for text in read(row)) and not any(isinstance(v, bytes) for v in row)
        except UNREADABLE:
            is_read = False
        if not is_read:
            connection.execute(f"DELETE FROM {table} WHERE {where}", values)  # noqa: S608 - ours
            lost.append(": ".join(str(value) for value in values))
    return lost


def _read_newsroom(row: Sequence[Any]) -> Iterable[object]:
    return astuple(settings_from(row, (), ()).publisher)


def _read_edition(row: Sequence[Any]) -> Iterable[object]:
    edition = edition_from(row)
    return (*(edition.fallback or ()), *edition.sections, *astuple(edition.consent_text), *dict(edition.extra))


def _read_style(row: Sequence[Any]) -> Iterable[object]:
    style = style_from(row)[1]
    return (one for part in astuple(style) for one in (part if isinstance(part, tuple) else (part,)))


def _read_label(row: Sequence[Any]) -> Iterable[object]:
    return labels_from((row,))

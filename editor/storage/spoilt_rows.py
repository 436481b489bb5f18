"""What it means when a row cannot be understood: the file is damaged, though SQLite itself has nothing to say of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from editor.core.errors import UserError

# What making a value of a row that says nonsense raises: an endless number and JSON without end among it.
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, UserError)
_Row = TypeVar("_Row", bound=Collection[Any])
_Told = ParamSpec("_Told")
_Value = TypeVar("_Value")


class SpoiltRowError(sqlite3.DatabaseError):
    """A row says what nothing of Makala's ever writes. Becomes a `Fault` as all that SQLite raises."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    sqlite_errorname = "SQLITE_CORRUPT"


def understood(read: Callable[Concatenate[_Row, _Told], _Value]) -> Callable[Concatenate[_Row, _Told], _Value]:
    """Return `read`, which makes a value of a row, raising `SpoiltRowError` for a row that makes none.

    Bytes make none: SQLite keeps them in any column, Makala keeps texts and numbers.
    """

    @wraps(read)
    def reading(row: _Row, /, *told: _Told.args, **named: _Told.kwargs) -> _Value:
        if bytes in map(type, row):
            raise SpoiltRowError("bytes stand where a text belongs")
        try:
            return read(row, *told, **named)
        except _NONSENSE as error:
            raise SpoiltRowError(str(error)) from error

    return reading


@understood
def in_order(texts: Collection[str]) -> list[str]:
    """Return ids or other single texts that were read, in order."""
    return sorted(texts)

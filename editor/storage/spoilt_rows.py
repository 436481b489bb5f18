"""What it means when a row cannot be understood: the file is damaged, though SQLite itself has nothing to say of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from editor.core.errors import UserError

_Told = ParamSpec("_Told")
_Value = TypeVar("_Value")


class SpoiltRowError(sqlite3.DatabaseError):
    """A row says what nothing of Makala's ever writes. Becomes a `Fault` as all that SQLite raises."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    sqlite_errorname = "SQLITE_CORRUPT"


def understood(read: Callable[_Told, _Value]) -> Callable[_Told, _Value]:
    """Return `read`, which makes a value of a row, raising `SpoiltRowError` for a row that makes none."""

    @wraps(read)
    def reading(*told: _Told.args, **named: _Told.kwargs) -> _Value:
        try:
            return read(*told, **named)
        except (ValueError, KeyError, TypeError, AttributeError, UserError) as error:
            raise SpoiltRowError(str(error)) from error

    return reading

"""The points of some work at which a process can die or a disk can fail: every SQL statement, every change of a file.

Used in forked children only: what is put in place here is never taken away again.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.processes import DONE, FAILED, die, end_of_child

_FILE_EVENTS = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.symlink", "shutil.rmtree"}
)
_WRITING = frozenset("wax+")


class Points:
    """Counts points; at number `at` (from 0) calls `then` before the thing itself happens. Made in a child."""

    def __init__(self, at: int, then: Callable[[], None], *, with_sql: bool = True) -> None:
        self.seen = 0
        self._at = at
        self._then = then
        self._is_inside = False
        connect = sqlite3.connect

        def watched(*arguments: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 - as sqlite3's own
            connection: sqlite3.Connection = connect(*arguments, **named)
            connection.set_trace_callback(lambda _sql: self.pass_by())
            return connection

        if with_sql:
            sqlite3.connect = watched  # type: ignore[assignment]
        fsync = os.fsync

        def synced(handle: int) -> None:
            self.pass_by()
            fsync(handle)

        os.fsync = synced  # type: ignore[assignment]
        sys.addaudithook(self._on_event)

    def pass_by(self) -> None:
        """Count one point, and do what is to be done at it."""
        if self._is_inside:
            return
        number, self.seen = self.seen, self.seen + 1
        if number == self._at:
            self._is_inside = True
            self._then()

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FILE_EVENTS or (event == "open" and _is_writing(arguments)):
            self.pass_by()


def count_of(work: Callable[[], object], scratch: Path, *, with_sql: bool = True) -> int:
    """Return how many points `work` has, by doing it in a child; the number travels in the file `scratch`."""

    def counting() -> None:
        points = Points(-1, lambda: None, with_sql=with_sql)
        work()
        seen = points.seen
        scratch.write_text(str(seen), encoding="ascii")

    assert end_of_child(counting) == DONE, "the work does not even do without faults"
    return int(scratch.read_text(encoding="ascii"))


def killed_at(work: Callable[[], object], number: int) -> bool:
    """Do `work` in a child that dies at point `number`; say whether it came to its end all the same."""

    def dying() -> None:
        Points(number, die)
        work()

    end = end_of_child(dying)
    assert end != FAILED, "the child raised instead of dying"
    return end == DONE


def refused_at(work: Callable[[], object], number: int, code: int, refusal: type[Exception]) -> bool:
    """Do `work` in a child whose change of a file `number` fails with `code`; it may raise `refusal` and nothing else.

    SQL is not among these points: see `limited_to`. Returns whether the work was refused.
    """

    def failing() -> None:
        def fail() -> None:
            raise OSError(code, os.strerror(code))

        Points(number, fail, with_sql=False)
        try:
            work()
        except refusal:
            os._exit(1)

    end = end_of_child(failing)
    assert end in {DONE, 1}, f"another error than {refusal.__name__} came through"
    return end == 1


def limited_to(work: Callable[[], object], most_bytes: int, refusal: type[Exception]) -> bool:
    """Do `work` in a child that no file lets grow beyond `most_bytes`: SQLite's own writes fail there, page by page.

    Returns whether the work was refused by `refusal`; nothing else may come through.
    """
    import resource

    def short_of_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        try:
            work()
        except refusal:
            os._exit(1)

    end = end_of_child(short_of_space)
    assert end in {DONE, 1}, f"another error than {refusal.__name__} came through"
    return end == 1


CODES = (errno.ENOSPC, errno.EIO)


def _is_writing(arguments: tuple[Any, ...]) -> bool:
    _path, mode, flags = arguments
    if isinstance(mode, str):
        return bool(_WRITING & set(mode))
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))

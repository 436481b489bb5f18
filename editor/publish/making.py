"""Makes many pages at once, in processes of their own: each makes its share, writes it down and follows its links.

What comes back of a page is its size, its hash and what is left to look after; its bytes stay where they were made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from editor.core.files import faults, sha256_hex
from editor.core.messages import Message, say
from editor.publish.bundle import BundleFile, FileRole, key_of
from editor.publish.links import Anchors, Follower, anchors_of
from editor.publish.rendering import Drawing

# Fewer are made sooner than another process is there; one that cannot be forked has to import and to be told all.
_FORKED_FROM, _SPAWNED_FROM = 200, 1500
_AT_ONCE = 50
NOTHING_DONE = say("The bundle was not exported. What was there before is untouched.")


class Made(NamedTuple):
    """What is known of a file that was made.

    `anchors` holds what of its links is not certain yet; None for no page, and for one whose links were followed
    before. `changed` is when the file was changed by the clock of its disk, in nanoseconds; 0 for one that was not
    written, because the bundle before holds its bytes. `key` is what it was made under.
    """

    size: int
    sha256: str
    anchors: Anchors | None
    changed: int
    key: str


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Who makes pages: at most `processes` at once; each calls `after` when it has made some."""

    processes: int = 1
    after: Callable[[], None] = field(default=_nothing)


@dataclass(frozen=True, slots=True)
class Shop:
    """What every process must know. `before` says by path which hash the intact file of the old bundle has."""

    files: Sequence[BundleFile]
    folder: str
    follower: Follower
    before: Mapping[str, str]
    after: Callable[[], None]


def make_all(shop: Shop, hands: Hands, check: Callable[[], None]) -> Generator[tuple[BundleFile, Made]]:
    """Make the files of `shop` and yield each with what is known of it, in their order; new ones are on disk then.

    `check` may raise to stop everything. Raises what making raised.
    """
    if hands.processes < 2:
        yield from _made_here(shop, check)
        return
    from editor.core.processes import Crew

    crew = Crew(partial(_make_some, shop), hands.processes, may_fork=True)
    least = _FORKED_FROM if crew.can_fork else _SPAWNED_FROM
    if len(shop.files) < least:
        yield from _made_here(shop, check)
        return
    starts = range(0, len(shop.files), _AT_ONCE)
    for start, some in zip(starts, crew.each(list(starts), check), strict=True):
        yield from zip(shop.files[start : start + _AT_ONCE], some, strict=True)


def said_of(file: BundleFile) -> Message:
    """Say that `file` is written now."""
    return say("Writing {file}", file=file.path)


def write_file(folder: str, name: str, data: bytes) -> int:
    """Write `data` as the new file `name` in `folder` and return when, by the clock of the disk (nanoseconds)."""
    path = f"{folder}/{name}"
    try:
        handle = _opened(path)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - a `Path` takes ten times as long
        handle = _opened(path)
    try:
        if os.write(handle, data) != len(data):
            _write_rest(handle, path, data)
        return os.fstat(handle).st_mtime_ns
    finally:
        os.close(handle)


def _opened(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)


def _write_rest(handle: int, path: str, data: bytes) -> None:
    """Write a file that one call did not take whole: the system takes less at once, or the disk is full."""
    os.lseek(handle, 0, os.SEEK_SET)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    if os.fstat(handle).st_size != len(data):
        raise OSError(f"{path} was cut short")


def _made_here(shop: Shop, check: Callable[[], None]) -> Iterator[tuple[BundleFile, Made]]:
    for start in range(0, len(shop.files), _AT_ONCE):
        some = shop.files[start : start + _AT_ONCE]
        yield from zip(some, _made(shop, some, check), strict=True)
    shop.after()


def _make_some(shop: Shop, start: int) -> list[Made]:
    """Make the files from number `start` on: what a process is asked to do."""
    with faults(NOTHING_DONE):
        made = _made(shop, shop.files[start : start + _AT_ONCE], _nothing)
    shop.after()
    return made


def _made(shop: Shop, files: Sequence[BundleFile], check: Callable[[], None]) -> list[Made]:
    """Make `files`, each step for all of them: what a processor has just done it does sooner again.

    Page by page it takes a third longer.
    """
    made = _drawn(files, check)
    digests = [sha256_hex(data) for data in made]
    led = [_anchors(file, data, shop.follower) for file, data in zip(files, made, strict=True)]
    changed = [
        0 if shop.before.get(file.path) == digest else write_file(shop.folder, file.path, data)
        for file, data, digest in zip(files, made, digests, strict=True)
    ]
    return list(map(Made, map(len, made), digests, led, changed, map(key_of, files)))


def _drawn(files: Sequence[BundleFile], check: Callable[[], None]) -> list[bytes]:
    """Return the bytes of `files`; pages are all composed before the first is drawn."""
    composed: list[Callable[[], bytes]] = []
    for file in files:
        check()
        make = file.make
        composed.append(partial(make.drawn, make.compose()) if isinstance(make, Drawing) else make)
    made = []
    for draw in composed:
        check()
        made.append(draw())
    return made


def _anchors(file: BundleFile, data: bytes, follower: Follower) -> Anchors | None:
    if file.role is not FileRole.PAGE or file.is_copied:
        return None
    return follower.left(file.path, anchors_of(data.decode()))

"""A bundle that is kept ready in the newsroom's cache, up to date with what is published: an export copies it.

It is brought up to date beside the window, in a process that is gone afterwards and, where the system knows such an
order, the last to get the processor.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor.core.clock import SystemClock
from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.processes import Crew, Died
from editor.services.newsroom import Newsroom
from editor.services.signing import certificate_for_export
from editor.services.snapshots import COPIES, KEPT, ready_place
from editor.storage.articles import stamp_of_all

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.storage.database import Database

_PAGE_BYTES = 20_000  # that a page takes of a disk, more or less, with all that lists, feeds and the index say of it
_GIVEN_UP = "given-up"
_FEWER = 0.9  # of the pages for which it was given up: with so few it is tried again
_WEEK = 7 * 24 * 60 * 60  # seconds after which it is, too: what ended the process may have been the system's end
_NICE = 15


class Limits(NamedTuple):
    """When a bundle is kept ready: fewer pages are made sooner than anybody waits for them, and a disk is for people.

    `most_bytes` counts its files, `least_room` the bytes that the disk has left.
    """

    least_pages: int = 500
    most_bytes: int = 600 << 20
    least_room: int = 2 << 30


LIMITS = Limits()


def make_ready(database: Database, context: JobContext, limits: Limits) -> bool:
    """Have the bundle brought up to date in another process; say whether one is kept that an export can copy.

    Where it is worth nothing, it is let go of. Raises as `Publishing.export` does, `Cancelled` when it is stopped: what
    is under way then is harmless.
    """
    place = ready_place(database.folder)
    if database.read_only or place is None:
        return False
    pages = _pages(database)
    if (pages < limits.least_pages and not place.exists()) or _is_given_up(place, pages):
        return False
    try:
        (is_kept,) = Crew(partial(_make, limits), 1, has_crews=True).each([database.folder], context.check)
    except Died:  # the system took its memory back: exports do without
        _give_up(place, pages)
        return False
    return is_kept


def _make(limits: Limits, newsroom: Path) -> bool:
    """Do it, in this process: what it is asked to do."""
    from editor.services.body_keeping import BodyKeeping
    from editor.services.images import Images
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.publishing import Publishing
    from editor.services.reading import Reading
    from editor.storage.database import Database

    if hasattr(os, "nice"):
        os.nice(_NICE)
    clock, place = SystemClock(), ready_place(newsroom)
    if place is None:
        return False
    with contextlib.closing(Database(newsroom)) as database:
        if not _is_worth_keeping(database, limits):
            _let_go(place)
            return False
        keeping = BodyKeeping(database, NewsroomProcess(newsroom, ""))
        publishing = Publishing(Reading(database), Images(database, clock), Newsroom(database), clock, keeping)
        try:
            size = publishing.keep_ready(quiet())
        except UserError:  # something else lies there
            _let_go(place)
            size = publishing.keep_ready(quiet())
        if size is None or size > limits.most_bytes:
            _give_up(place, _pages(database))
            return False
    return True


def _pages(database: Database) -> int:
    with database.reading() as connection:
        articles, _ = stamp_of_all(connection)
    return articles * len(Newsroom(database).settings.editions)


def _is_worth_keeping(database: Database, limits: Limits) -> bool:
    """Say whether an export would copy it, and its disk has room: pages of pictures that are signed are made anew."""
    certificate, _ = certificate_for_export(SystemClock().now(), wanted=None)
    pages = _pages(database)
    if certificate is not None or pages < limits.least_pages:
        return False
    size = pages * _PAGE_BYTES + sum(_sizes(database.folder / KEPT / COPIES))
    return size <= limits.most_bytes and shutil.disk_usage(database.folder).free >= limits.least_room + size


def _sizes(folder: Path) -> Iterator[int]:
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # it is gone just now
            yield path.lstat().st_size


def _let_go(place: Path) -> None:
    """Remove the bundle at `place`, if there is one, as well as the disk allows."""
    shutil.rmtree(place.parent, ignore_errors=True)


def _give_up(place: Path, pages: int) -> None:
    """Keep none at `place` for about so many `pages`: it was too large, or more than the machine can do."""
    _let_go(place)
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True)
        place.with_name(_GIVEN_UP).write_text(str(pages), encoding="ascii")


def _is_given_up(place: Path, pages: int) -> bool:
    file = place.with_name(_GIVEN_UP)
    with contextlib.suppress(OSError, ValueError):
        is_young = time.time() - file.stat().st_mtime < _WEEK
        return is_young and pages >= _FEWER * int(file.read_text(encoding="ascii"))
    return False

"""A bundle that is kept ready in the newsroom's cache, up to date with what is published: an export copies it.

It is brought up to date beside the window, in a process that is the last to get the processor and gone afterwards.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.clock import SystemClock
from editor.core.jobs import quiet
from editor.core.processes import Crew, Died
from editor.services.newsroom import Newsroom
from editor.services.signing import certificate_for_export
from editor.services.snapshots import COPIES, KEPT, READY
from editor.storage.articles import stamp_of_all

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.storage.database import Database

# Fewer pages are made sooner than anybody waits for them.
LEAST_PAGES = 500
MOST_BYTES = 600 << 20
_PAGE_BYTES = 20_000  # that a page takes of a disk, with all that lists, feeds and the index say of it
_LEAST_ROOM = 2 << 30  # bytes that a disk has left for people
_NICE = 15


def make_ready(database: Database, context: JobContext) -> bool:
    """Have the bundle brought up to date in another process; say whether one is kept.

    Where it is worth nothing, it is let go of. Raises as `Publishing.export` does, `Cancelled` when it is stopped: what
    is under way then is harmless.
    """
    if database.read_only:
        return False
    if not _is_worth_keeping(database):
        shutil.rmtree((database.folder / KEPT / READY).parent, ignore_errors=True)
        return False
    with contextlib.suppress(Died):  # the system took its memory back: exports do without
        list(Crew(_make, 1, has_crews=True).each([database.folder], context.check))
        return True
    return False


def _is_worth_keeping(database: Database) -> bool:
    """Say whether an export would copy it, and its disk has room: pages of pictures that are signed are made anew."""
    certificate, _ = certificate_for_export(SystemClock().now(), wanted=None)
    if certificate is not None:
        return False
    with database.reading() as connection:
        articles, _ = stamp_of_all(connection)
    pages = articles * len(Newsroom(database).settings.editions)
    with contextlib.suppress(OSError):
        fits = pages * _PAGE_BYTES + _bytes_in(database.folder / KEPT / COPIES) <= MOST_BYTES
        return pages >= LEAST_PAGES and fits and shutil.disk_usage(database.folder).free > _LEAST_ROOM
    return False


def _bytes_in(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*"))


def _make(newsroom: Path) -> None:
    from editor.services.body_keeping import BodyKeeping
    from editor.services.images import Images
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.publishing import Publishing
    from editor.services.reading import Reading
    from editor.storage.database import Database

    if hasattr(os, "nice"):
        os.nice(_NICE)
    clock = SystemClock()
    with contextlib.closing(Database(newsroom)) as database:
        keeping = BodyKeeping(database, NewsroomProcess(newsroom, ""))
        Publishing(Reading(database), Images(database, clock), Newsroom(database), clock, keeping).keep_ready(quiet())

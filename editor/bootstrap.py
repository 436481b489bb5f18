"""The composition root: a folder becomes a `Desk`, the frozen bundle of services that window and command line share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.clock import Clock, SystemClock
from editor.core.messages import Message
from editor.services.articles import Articles
from editor.services.images import Images
from editor.services.newsroom import Newsroom
from editor.services.safekeeping import Safekeeping
from editor.services.search import Search

if TYPE_CHECKING:
    from editor.services.archive import Archive
    from editor.services.checking import Checking
    from editor.services.preview import Preview
    from editor.services.publishing import Publishing
    from editor.services.related import Related
    from editor.services.taking_in import TakingIn
    from editor.services.timelines import Timelines
    from editor.storage.opening import Opened


class OpenMode(Enum):
    """What a desk is opened for."""

    READ = "read"  # takes no lock; every write is a Fault
    WRITE = "write"  # takes the lock, or is a Fault naming the holder
    WRITE_OR_READ = "write or read"  # takes the lock, or falls back to reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The services of one open newsroom. Made by `open_desk`; closed by whoever opened it.

    `holder` says who has the newsroom open for writing where that is why this desk only reads; `read_only` is empty on
    a desk that writes, else the sentence that says why it does not.
    """

    folder: Path
    person: str
    clock: Clock
    holder: str
    read_only: Message
    articles: Articles
    images: Images
    newsroom: Newsroom
    search: Search
    timelines: Timelines
    related: Related
    preview: Preview
    publishing: Publishing
    checking: Checking
    taking_in: TakingIn
    archive: Archive
    safekeeping: Safekeeping
    _warm_up: Callable[[], None]
    _close: Callable[[], None]

    def warm_up(self) -> None:
        """Import what writing needs and look over the database; on a thread, after the window shows.

        Raises `Fault` when the database is damaged.
        """
        self._warm_up()

    def close(self) -> None:
        """Let go of the lock and close every connection. Nothing is lost by not calling it."""
        self._close()


def create_newsroom(folder: Path, *, name: str = "", sample: bool = False, clock: Clock | None = None) -> None:
    """Make a newsroom in `folder`, which is absent or empty (`UserError` otherwise); `sample` fills it.

    Its name is the folder's where none is given, its zone the system's; it has no edition.
    """
    from editor.domain.settings import NewsroomSettings
    from editor.storage.creating import create, uncreate

    folder = folder.absolute()
    create(folder, NewsroomSettings(name=name.strip() or folder.name or "Makala", display_zone=_system_zone()))
    if sample:
        try:
            _take_in_sample(folder, clock or SystemClock())
        except BaseException:
            uncreate(folder)
            raise


def open_desk(folder: Path, *, person: str = "", mode: OpenMode = OpenMode.WRITE, clock: Clock | None = None) -> Desk:
    """Open the newsroom in `folder`.

    Raises `UserError` when there is none, `Fault` when it is damaged, newer than this Makala, or (for `WRITE`) open
    elsewhere or not writable.
    """
    from editor.storage.opening import open_newsroom

    clock = clock or SystemClock()
    opened = open_newsroom(
        folder.absolute(),
        person=person,
        clock=clock,
        may_write=mode is not OpenMode.READ,
        must_write=mode is OpenMode.WRITE,
    )
    try:
        return _desk(opened, person, clock)
    except BaseException:
        opened.close()
        raise


def _desk(opened: Opened, person: str, clock: Clock) -> Desk:
    from editor.services.archive import Archive
    from editor.services.checking import Checking
    from editor.services.preview import Preview
    from editor.services.publishing import Publishing
    from editor.services.related import Related
    from editor.services.taking_in import TakingIn
    from editor.services.timelines import Timelines

    database = opened.database
    articles = Articles(database, clock, person)
    images = Images(database, clock)
    newsroom = Newsroom(database)
    return Desk(
        folder=database.folder,
        person=person,
        clock=clock,
        holder=opened.holder,
        read_only=database.read_only,
        articles=articles,
        images=images,
        newsroom=newsroom,
        search=Search(database),
        timelines=Timelines(articles, newsroom, clock),
        related=Related(database, articles, images),
        preview=Preview(articles, images, newsroom, clock),
        publishing=Publishing(articles, images, newsroom, clock),
        checking=Checking(articles, images, newsroom, clock),
        taking_in=TakingIn(articles, images, newsroom, clock),
        archive=Archive(articles, images, newsroom),
        safekeeping=Safekeeping(database, clock),
        _warm_up=opened.warm_up,
        _close=opened.close,
    )


def _take_in_sample(folder: Path, clock: Clock) -> None:
    from editor.core.jobs import quiet
    from editor.core.resources import resources_root
    from editor.services.taking_in import TakingInOptions

    desk = open_desk(folder, clock=clock)
    try:
        understood = desk.taking_in.read([resources_root() / "sample"], TakingInOptions(), quiet())
        report = desk.taking_in.take(understood, quiet())
    finally:
        desk.close()
    if refused := (*understood.refused, *report.refused):
        raise RuntimeError(f"the sample newsroom is not whole: {refused[0]}")


def _system_zone() -> str:
    """Return the system's zone by its IANA name, "UTC" where it has none that can be named."""
    import warnings

    from tzlocal import get_localzone_name

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where the system names no zone; we have an answer for that
            return get_localzone_name() or "UTC"
    except (OSError, ValueError, LookupError):
        return "UTC"

"""The composition root: a folder becomes a `Desk`, the frozen bundle of services that window and command line share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.clock import Clock, SystemClock
from editor.core.messages import Message
from editor.services.articles import Articles
from editor.services.images import Images
from editor.services.newsroom import Newsroom
from editor.services.search import Search

if TYPE_CHECKING:
    from editor.services.archive import Archive
    from editor.services.history import History
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.preview import Preview
    from editor.services.publishing import Publishing
    from editor.services.related import Related
    from editor.services.replacing import Replacing
    from editor.services.reporting import Reporting
    from editor.services.safekeeping import Safekeeping
    from editor.services.survey import Survey
    from editor.services.taking_in import TakingIn
    from editor.services.timelines import Timelines
    from editor.storage.opening import Opened


_FIRST_OF_SAMPLE = "drums-in-nara"  # the slug of the article that a new sample newsroom opens on


class OpenMode(Enum):
    """What a desk is opened for."""

    READ = "read"  # takes no lock; every write is a Fault
    WRITE = "write"  # takes the lock, or is a Fault naming the holder
    WRITE_OR_READ = "write or read"  # takes the lock, or falls back to reading


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The services of one open newsroom. Made by `open_desk`; closed by whoever opened it.

    What a window needs to appear is there from the start; the other services are imported when they are asked for.
    """

    folder: Path
    person: str
    clock: Clock
    articles: Articles
    images: Images
    newsroom: Newsroom
    search: Search
    _opened: Opened

    @property
    def holder(self) -> str:
        """Return who has the newsroom open for writing where that is why this desk only reads, else ""."""
        return self._opened.holder

    @property
    def read_only(self) -> Message:
        """Return the sentence that says why this desk does not write; empty on one that does."""
        return self._opened.database.read_only

    @cached_property
    def timelines(self) -> Timelines:
        """Return the service of timelines."""
        from editor.services.timelines import Timelines

        return Timelines(self.articles, self.newsroom, self.clock)

    @cached_property
    def related(self) -> Related:
        """Return the service of related articles."""
        from editor.services.related import Related

        return Related(self._opened.database, self.articles, self.images, self._beside)

    @cached_property
    def _beside(self) -> NewsroomProcess:
        """Return the process with the newsroom open, which starts when it is asked something."""
        from editor.services.newsroom_process import NewsroomProcess

        return NewsroomProcess(self.folder, self.person, read_only=self.read_only)

    @cached_property
    def replacing(self) -> Replacing:
        """Return the service that finds and replaces across the newsroom."""
        from editor.services.replacing import Replacing

        return Replacing(self._opened.database, self._beside)

    @cached_property
    def preview(self) -> Preview:
        """Return the service of single pages."""
        from editor.services.preview import Preview

        return Preview(self.articles, self.images, self.newsroom, self.clock)

    @cached_property
    def publishing(self) -> Publishing:
        """Return the service of bundles."""
        from editor.services.body_keeping import BodyKeeping
        from editor.services.publishing import Publishing

        keeping = BodyKeeping(self._opened.database, self._beside)
        return Publishing(self.articles, self.images, self.newsroom, self.clock, keeping)

    @cached_property
    def reporting(self) -> Reporting:
        """Return the service of reports."""
        from editor.services.reporting import Reporting

        return Reporting(self.articles, self.images, self.newsroom, self.clock)

    @cached_property
    def checking(self) -> Survey:
        """Return the service of checks."""
        from editor.services.survey import Survey

        return Survey(self.articles, self.images, self.newsroom, self.clock, self._opened.database, self._beside)

    @cached_property
    def taking_in(self) -> TakingIn:
        """Return the service that takes files in."""
        from editor.services.taking_in import TakingIn

        return TakingIn(self.articles, self.images, self.newsroom, self.clock)

    @cached_property
    def archive(self) -> Archive:
        """Return the service that writes everything as article files."""
        from editor.services.archive import Archive

        return Archive(self.articles, self.images, self.newsroom)

    @cached_property
    def history(self) -> History:
        """Return the service of kept versions."""
        from editor.services.history import History

        return History(self._opened.database, self.newsroom, self.clock)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Return the service of backups."""
        from editor.services.safekeeping import Safekeeping

        return Safekeeping(self._opened.database, self.clock, self._beside)

    def warm_up(self) -> None:
        """Import what writing needs and look over the database; on a thread, after the window shows.

        Raises `Fault` when the database is damaged. A search index that is spoilt or far behind is seen to beside.
        """
        self._opened.warm_up()
        if not self.read_only and not self.search.is_up_to_date():
            self._beside.warm()

    def close(self) -> None:
        """Let go of the lock and close every connection. Nothing is lost by not calling it."""
        if "_beside" in self.__dict__:  # it was asked for
            self._beside.close()
        self._opened.close()


def create_newsroom(folder: Path, *, name: str = "", sample: bool = False, clock: Clock | None = None) -> None:
    """Make a newsroom in `folder`, which is absent or empty (`UserError` otherwise); `sample` fills it.

    Its name is the folder's where none is given, its zone the system's; it has no edition.
    """
    from editor.domain.settings import NewsroomSettings
    from editor.storage.creating import create, uncreate

    folder = folder.absolute()
    create(folder, NewsroomSettings(name=name.strip() or folder.name or "Makala", display_zone=system_zone()))
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
    database = opened.database
    desk = Desk(
        folder=database.folder,
        person=person,
        clock=clock,
        articles=Articles(database, clock, person),
        images=Images(database, clock),
        newsroom=Newsroom(database),
        search=Search(database),
        _opened=opened,
    )
    desk.articles.on_new_index = partial(_warm, desk)
    return desk


def _warm(desk: Desk) -> None:
    desk.replacing.warm()


def _take_in_sample(folder: Path, clock: Clock) -> None:
    from editor.core.jobs import quiet
    from editor.core.resources import resources_root
    from editor.services.taking_in import TakingInOptions

    desk = open_desk(folder, clock=clock)
    try:
        understood = desk.taking_in.read([resources_root() / "sample"], TakingInOptions(), quiet())
        report = desk.taking_in.take(understood, quiet())
        if first := desk.articles.find(_FIRST_OF_SAMPLE):
            desk.articles.remember_opened(first.id)
    finally:
        desk.close()
    if refused := (*understood.refused, *report.refused):
        raise RuntimeError(f"the sample newsroom is not whole: {refused[0]}")


def system_zone() -> str:
    """Return the system's zone by its IANA name, "UTC" where it has none that can be named."""
    import warnings

    from tzlocal import get_localzone_name

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where the system names no zone; we have an answer for that
            name = get_localzone_name()
    except (OSError, ValueError, LookupError):
        return "UTC"
    return "UTC" if name in {None, "", "Etc/UTC"} else name  # the longer one is the name of a file, not of a place

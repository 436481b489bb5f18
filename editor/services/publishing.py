"""From the newsroom to a verified bundle, and from a bundle back to the question whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.core.messages import Message

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What is to be exported, and where to.

    `editions` are locales, none for all; `articles` are slugs or ids shown whatever their status; `at` (UTC) decides
    what is out, by default the present instant; `full` uses nothing of the bundle that lies there; `jobs` is how many
    pictures are worked on at once, 0 for as many as there are processors.
    """

    out: Path
    editions: tuple[str, ...] = ()
    format: str = "html"
    zip: bool = False
    full: bool = False
    articles: tuple[str, ...] = ()
    at: datetime | None = None
    jobs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export did.

    `files` counts the files of the bundle without its manifest; `first_page` is the path in it of one to open.
    """

    bundle: Path
    format: str
    editions: tuple[str, ...]
    files: int
    written: int
    unchanged: int
    removed: int
    warnings: tuple[Message, ...]
    seconds: float
    manifest_sha256: str
    first_page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSpec:
    """One export format as a person chooses it."""

    id: str
    title: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleProblem:
    """One thing wrong with a bundle. `kind` is a word of the contract: changed, missing, added, symlink, link..."""

    path: str
    kind: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What verifying a bundle found: nothing but `ok` when every byte and every link is as it should be."""

    ok: bool
    files: int
    problems: tuple[BundleProblem, ...] = field(default=())


class Publishing:
    """Exports and verifies. Made by the composition root; its methods are jobs, safe off the main thread."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock

    def formats(self) -> list[FormatSpec]:
        """Return the export formats there are."""
        raise NotImplementedError

    def export(self, request: ExportRequest, context: JobContext) -> ExportReport:
        """Write a bundle beside its place, verify it and put it there; the one before stays whole until then.

        Raises `UserError` for a place that holds anything but a bundle, and for editions, articles or formats that
        are not there; `Fault` when the disk is in the way or an original is missing or changed.
        """
        raise NotImplementedError

    def verify(self, path: Path, context: JobContext) -> VerifyReport:
        """Hold every byte, name, link and picture of the bundle at `path` (folder or zip) against its manifest.

        Raises `UserError` when there is no bundle at all.
        """
        raise NotImplementedError

"""Taking articles in from files: first what is understood of them, with nothing written, then file by file the taking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import Several
from editor.domain.image import Image
from editor.domain.settings import Edition, NewsroomSettings

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom


class Question(StrEnum):
    """What a file cannot be taken in without; the window asks, the command line has an option."""

    ZONE = "zone"
    LANGUAGE = "language"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingInOptions:
    """What the person says about files that do not say it themselves.

    `zone` is an IANA name, `language` a BCP 47 tag. `update` lets a file replace the article of its id or slug.
    `instants` answers `Question.INSTANT`: the date as it stands in the file -> the instant meant.
    """

    zone: str = ""
    language: str = ""
    update: bool = False
    instants: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a file cannot be taken in: where (line 1-based, 0 unknown), what, what to do, and what could be answered.

    `choices` are the instants that a date may mean (with `Question.INSTANT`), `date` is that date as it stands there.
    """

    file: str
    line: int
    message: Message
    hint: Message
    question: Question | None = None
    date: str = ""
    choices: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWarning:
    """Something about a file that the person should know and that does not stop it."""

    file: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodFile:
    """What was understood of one file: its article as it would be stored, with the images it would use by id.

    `kind` says what the file is. `known` is the id of the article that it would replace, else "". `edition` is the
    edition that would be made with it.
    """

    file: str
    kind: Message
    article: Article
    images: Mapping[str, Image] = field(default_factory=dict)
    known: str = ""
    edition: Edition | None = None
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What taking in would do. `settings` is what `newsroom.yaml` would set the newsroom to, None to leave it."""

    files: tuple[UnderstoodFile, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[FileWarning, ...]
    options: TakingInOptions
    settings: NewsroomSettings | None = None

    @property
    def questions(self) -> frozenset[Question]:
        """Return what must be answered before the refused files can be taken in."""
        return frozenset(one.question for one in self.refused if one.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFile:
    """One file that is in the newsroom now."""

    file: str
    id: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReport:
    """What was taken in. `edit` has been applied already; its inverse takes all of it back in one undo."""

    taken: tuple[TakenFile, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[FileWarning, ...]
    edit: Several


class TakingIn:
    """Takes files in. Made by the composition root; `read` may run as a job, `take` writes and is the main thread's."""

    def __init__(self, articles: Articles, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock

    def read(self, paths: Sequence[Path], options: TakingInOptions, context: JobContext) -> Understood:
        """Return what is understood of the files, and of the folders with all that is in them; nothing is written."""
        raise NotImplementedError

    def take(self, understood: Understood, context: JobContext) -> TakenReport:
        """Put what was understood into the newsroom, each file in one transaction; a bad one stops no other.

        Raises `Fault` when the disk does not take it, and `Cancelled`; the files before that are in.
        """
        raise NotImplementedError

"""Taking articles in: first what is understood of the files, nothing written, then the taking, file by file."""

from __future__ import annotations

import contextlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import FileError, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, nsay, say
from editor.domain.article import Article
from editor.domain.edits import Edit, Several
from editor.domain.image import Image
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.slug import slug_key
from editor.domain.version import VersionKind
from editor.ingest.asking import Question, UnansweredError
from editor.services.intake_files import ReadFile, named_files, newsroom_files, read_file
from editor.services.intake_pictures import Pictures
from editor.services.intake_plan import Plan, Planner
from editor.services.intake_settings import SettingsPlan, about_sections, plan_settings
from editor.services.rules import check_language, check_zone
from editor.services.themes import take_in_themes

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.ingest.importer import ReadOptions
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom

__all__ = [
    "FileWarning",
    "Question",
    "Refusal",
    "TakenFile",
    "TakenReport",
    "TakingIn",
    "TakingInOptions",
    "Understood",
    "UnderstoodFile",
]


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
    edition that would be made with it. `source` is the file as it was read.
    """

    file: str
    kind: Message
    article: Article
    source: ReadFile
    images: Mapping[str, Image] = field(default_factory=dict)
    known: str = ""
    edition: Edition | None = None
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What taking in would do.

    `settings` is what a `newsroom.yaml` would set the newsroom to, None to leave it; `newsroom_files` are those read.
    """

    files: tuple[UnderstoodFile, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[FileWarning, ...]
    options: TakingInOptions
    settings: NewsroomSettings | None = None
    newsroom_files: tuple[Path, ...] = ()

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
        """Return what is understood of the files, and of the folders with all that is in them; nothing is written.

        Raises `UserError` for a zone or a language of the options that is none, `Cancelled` when stopped.
        """
        if options.zone:
            check_zone(options.zone)
        if options.language:
            check_language(options.language)
        report = _Report()
        plans = self._read_settings(paths, options, report)
        sources = self._read_files(paths, options, report, context)
        coming = {key for one in sources for key in _names_of(one.draft.article)}
        planner = self._planner(options, keeps=False)
        files: list[UnderstoodFile] = []
        for source in sources:
            context.check()
            with report.refusing(source.source.name):
                plan = planner.plan(source)
                planner.accept(plan)
                files.append(_understood(source, plan))
                report.warn(source.source.name, (*plan.warnings, *_waiting(plan.article, coming)))
        used = {*self._articles.choices().sections, *(file.article.section for file in files)} if plans else set()
        for path, of_settings in plans.items():
            report.warn(str(path), about_sections(of_settings, used))
        return Understood(
            files=tuple(files),
            refused=tuple(report.refused),
            warnings=tuple(report.warnings),
            options=options,
            settings=next((one.settings for one in reversed(plans.values())), None),
            newsroom_files=tuple(newsroom_files(paths)) if plans else (),
        )

    def take(self, understood: Understood, context: JobContext) -> TakenReport:
        """Put what was understood into the newsroom, each file in one transaction; a bad one stops no other.

        Raises `Fault` when the disk does not take it, and `Cancelled`; the files before that are in.
        """
        planned = {file.file for file in understood.files}
        report = _Report(list(understood.refused), [one for one in understood.warnings if one.file not in planned])
        edits: list[Edit] = []
        taken: list[TakenFile] = []
        for path in understood.newsroom_files:
            with report.refusing(str(path)):
                edits += self._apply(self._plan_settings(path, understood.options, keeps=True).edits, path.name)
                report.warn(str(path), take_in_themes(path.parent, self._newsroom.folder))
        planner = self._planner(understood.options, keeps=True)
        for number, file in enumerate(understood.files):
            context.report(number / len(understood.files), say("Taking in {file}", file=Path(file.file).name))
            with report.refusing(file.file):
                plan = planner.plan(file.source)
                keep_first = VersionKind.UPDATE if plan.known else None
                edits += self._apply(plan.edits, plan.article.headline, keep_first)
                planner.accept(plan)
                taken.append(TakenFile(file=file.file, id=plan.article.id, slug=plan.article.slug))
                report.warn(file.file, plan.warnings)
        for one in taken:
            report.warn(one.file, _waiting(self._articles.get(one.id), ()))
        return TakenReport(
            taken=tuple(taken),
            refused=tuple(report.refused),
            warnings=tuple(report.warnings),
            edit=Several(tuple(edits), label_of(understood)),
        )

    def _planner(self, options: TakingInOptions, *, keeps: bool) -> Planner:
        return Planner(self._articles, self._images, self._newsroom, self._clock, options.update, keeps)

    def _apply(self, edits: Sequence[Edit], name: str, keep_first: VersionKind | None = None) -> list[Edit]:
        if not edits:
            return []
        edit = Several(tuple(edits), say("Take in “{name}”", name=name))
        return [self._articles.apply(edit, keep_first=keep_first).edit]  # with what followed in translation sets

    def _read_settings(
        self, paths: Sequence[Path], options: TakingInOptions, report: _Report
    ) -> dict[Path, SettingsPlan]:
        plans: dict[Path, SettingsPlan] = {}
        for path in newsroom_files(paths):
            if not options.update and self._has_articles():
                left = say("This newsroom has articles already, so its settings were left as they are.")
                report.warn(str(path), (left,))
                continue
            with report.refusing(str(path)):
                plans[path] = self._plan_settings(path, options, keeps=False)
                report.warn(str(path), plans[path].warnings)
        return plans

    def _plan_settings(self, path: Path, options: TakingInOptions, *, keeps: bool) -> SettingsPlan:
        pictures = Pictures(self._images, self._clock, keeps, options.update)
        return plan_settings(path, self._newsroom.settings, pictures)

    def _has_articles(self) -> bool:
        from editor.domain.query import ArticleQuery

        return bool(self._articles.heads() or self._articles.heads(ArticleQuery(in_trash=True)))

    def _read_files(
        self, paths: Sequence[Path], options: TakingInOptions, report: _Report, context: JobContext
    ) -> list[ReadFile]:
        """Return the files that were understood, sources before their translations."""
        read_options = self._read_options(options)
        files = list(named_files(paths))
        found: list[ReadFile] = []
        for number, file in enumerate(files):
            context.report(number / len(files), say("Reading {file}", file=file.path.name))
            with report.refusing(file.name):
                read = read_file(file, read_options)
                if read is None:
                    report.warn(file.name, (say("This is no article file and was left out."),))
                else:
                    found.append(read)
        return _sources_first(found)

    def _read_options(self, options: TakingInOptions) -> ReadOptions:
        from editor.ingest.importer import ReadOptions

        settings = self._newsroom.settings
        return ReadOptions(
            new_id=self._clock.new_id,
            zone=options.zone,
            language=options.language,
            instants=options.instants,
            editions=[edition.locale for edition in settings.editions],
            edition_styles={edition.locale: edition.house_style for edition in settings.editions},
            house_styles=settings.house_styles,
            page_labels=settings.page_labels,
        )


@dataclass
class _Report:
    """Gathers refusals and warnings while files are gone through."""

    refused: list[Refusal] = field(default_factory=list)
    warnings: list[FileWarning] = field(default_factory=list)

    def warn(self, file: str, messages: Iterable[Message]) -> None:
        """Keep warnings of one file."""
        self.warnings += [FileWarning(file=file, message=message) for message in messages]

    @contextlib.contextmanager
    def refusing(self, file: str) -> Iterator[None]:
        """Turn a `UserError` of the body into the refusal of `file`, so that the next one gets its turn."""
        try:
            yield
        except UserError as error:
            line = error.line if isinstance(error, FileError) else 0
            asked = error if isinstance(error, UnansweredError) else None
            self.refused.append(
                Refusal(
                    file=file,
                    line=line,
                    message=error.message,
                    hint=error.hint,
                    question=asked.question if asked else None,
                    date=asked.date if asked else "",
                    choices=asked.instants if asked else (),
                )
            )


def _understood(source: ReadFile, plan: Plan) -> UnderstoodFile:
    return UnderstoodFile(
        file=source.source.name,
        kind=source.kind,
        article=plan.article,
        source=source,
        images=plan.images,
        known=plan.known.id if plan.known else "",
        edition=plan.edition,
        warnings=plan.warnings,
    )


def _names_of(article: Article) -> tuple[str, str]:
    """Return by what other files may call `article`."""
    return slug_key(article.id), slug_key(article.slug)


def _waiting(article: Article, coming: Container[str]) -> Iterator[Message]:
    for link in article.links:
        if link.pending and slug_key(link.pending) not in coming:
            yield say("The link to “{slug}” waits until that article is there.", slug=link.pending)


def _sources_first(files: Sequence[ReadFile]) -> list[ReadFile]:
    """Return `files` so that what a translation is of comes before it, in the given order otherwise."""
    rest = list(files)
    ordered: list[ReadFile] = []
    while rest:
        names = {name for one in rest for name in _names_of(one.draft.article)}
        waiting = [one for one in rest if slug_key(one.draft.translation_of) in names]
        if len(waiting) == len(rest):  # they go round in a circle
            return ordered + rest
        ordered += [one for one in rest if slug_key(one.draft.translation_of) not in names]
        rest = waiting
    return ordered


def label_of(understood: Understood) -> Message:
    """Return what the undo of taking all this in is called."""
    files = understood.files
    if len(files) == 1:
        return say("Take in “{name}”", name=files[0].article.headline)
    return nsay("Take in {n} file", "Take in {n} files", len(files) or len(understood.newsroom_files))

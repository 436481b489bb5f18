"""The commands: each opens what it needs, calls one service, and answers. Imports nothing heavy until it runs."""

from __future__ import annotations

import argparse
import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli import forms
from editor.cli.answers import Answer, ExitCode, shown, trouble_of
from editor.cli.deliveries import deliver, place
from editor.cli.keys import key
from editor.cli.live import live
from editor.core.collecting import collector_resting
from editor.core.errors import UserError
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.i18n.interface import ntr, tr, words

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.domain.problem import Problem
    from editor.images.detection import Inspection
    from editor.services.judging import HeldBackError

Command = Callable[[argparse.Namespace, JobContext], Answer]


@contextlib.contextmanager
def desk_on(newsroom: Path, *, writes: bool = False) -> Iterator[Desk]:
    """Open the newsroom for one command; a reading command takes no lock."""
    from editor.bootstrap import OpenMode, open_desk
    from editor.services.machine import load_machine, person_or_user

    desk = open_desk(newsroom, person=person_or_user(load_machine()), mode=OpenMode.WRITE if writes else OpenMode.READ)
    try:
        yield desk
    finally:
        desk.close()


def new(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Make a newsroom."""
    from editor.bootstrap import create_newsroom

    context.check()
    create_newsroom(arguments.newsroom, sample=arguments.sample)
    with desk_on(arguments.newsroom) as desk:
        form = {
            "newsroom": str(arguments.newsroom),
            "articles": len(desk.articles.heads()),
            "images": len(desk.images.all()),
        }
    return Answer(form=form, lines=(tr("The newsroom is ready: {path}", path=arguments.newsroom),))


def ingest(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Take files in."""
    from editor.services.taking_in import TakingInOptions

    options = TakingInOptions(zone=arguments.zone, language=arguments.language, update=arguments.update)
    reading, taking = context.split(1, 1)
    with desk_on(arguments.newsroom, writes=True) as desk:
        understood = desk.taking_in.read(arguments.paths, options, reading)
        report = desk.taking_in.take(understood, taking)
    is_done = bool(report.taken or report.edit.edits)
    if not is_done and not report.refused and not report.warnings:
        raise UserError(
            say("There is nothing to take in here."),
            say("Name article files (.md), page texts (.txt) or a folder of them."),
        )
    lines = [tr("Taken in: {file} as {slug}", file=one.file, slug=one.slug) for one in report.taken]
    lines += [tr("Note on {file}: {message}", file=one.file, message=words(one.message)) for one in report.warnings]
    for one in report.refused:
        place = f"{one.file}:{one.line}" if one.line else one.file
        said = f"{words(one.message)} {words(one.hint)}".rstrip()
        lines.append(tr("Refused: {place}: {message}", place=place, message=said))
    code = ExitCode.REQUEST
    if is_done:
        code = ExitCode.PROBLEMS if report.refused else ExitCode.DONE
    return Answer(form=forms.taken_form(report), lines=tuple(lines), code=code)


def export(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Write a bundle."""
    from editor.services.judging import HeldBackError
    from editor.services.publishing import ExportRequest

    if arguments.format == "pdf":
        raise UserError(
            say("A PDF is made by the window: it takes the web engine, which the command line does without."),
            say("Open the newsroom and choose Article, Save as PDF."),
        )
    request = ExportRequest(
        out=arguments.out,
        editions=tuple(arguments.edition),
        format=arguments.format,
        zip=arguments.zip,
        full=arguments.full,
        articles=tuple(arguments.article),
        at=arguments.at,
        jobs=arguments.jobs,
        sign=arguments.sign,
        seal=arguments.sign_manifest,
        only=tuple(arguments.only),
    )
    with collector_resting(), desk_on(arguments.newsroom) as desk:  # hardly any of it is garbage, and then it ends
        try:
            report = desk.publishing.export(request, context)
        except HeldBackError as held:
            return _held_back(desk, held)
    files, fresh = ntr("{n} file", "{n} files", report.files), report.written
    lines = [
        tr("Exported and verified: {path} ({files}, {written} new).", path=report.bundle, files=files, written=fresh),
        *([tr("Signed with the key {print}.", print=report.signed_by)] if report.signed_by else []),
        *(tr("Note: {message}", message=message) for message in shown(report.warnings)),
    ]
    return Answer(form=forms.export_form(report), lines=tuple(lines))


def report(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """List every text and image with its origin; to a file, or to stdout as text without a byte order mark."""
    from editor.services.reporting import FORMATS

    kind = arguments.format
    with desk_on(arguments.newsroom) as desk:
        if arguments.output is None:
            wanted = "json" if arguments.json and kind in {"", *FORMATS} else kind or "csv"
            made = desk.reporting.make(arguments.edition, wanted, context, at=arguments.at)
        else:
            made = desk.reporting.save(arguments.output, arguments.edition, context, kind=kind, at=arguments.at)
    if arguments.output is None:
        text = made.data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
        return Answer(form=json.loads(text) if arguments.json else {}, lines=(text,))
    form = {"report": str(arguments.output), "editions": list(made.editions), "rows": made.rows}
    line = ntr("Written: {path} ({n} row).", "Written: {path} ({n} rows).", made.rows, path=arguments.output)
    return Answer(form=form, lines=(line,))


def archive(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Write everything as article files and media."""
    with desk_on(arguments.newsroom) as desk:
        report = desk.archive.write(arguments.out, context)
    form = {
        "archive": str(arguments.out),
        "articles": report.articles,
        "images": report.images,
        "warnings": shown(report.warnings),
    }
    articles = ntr("{n} article", "{n} articles", report.articles)
    images = ntr("{n} picture", "{n} pictures", report.images)
    lines = [
        tr("Archived: {path} ({articles}, {images}).", path=arguments.out, articles=articles, images=images),
        *(tr("Note: {message}", message=message) for message in shown(report.warnings)),
    ]
    return Answer(form=form, lines=tuple(lines))


def book(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Write an e-book of the articles that are named, or of all that an edition shows."""
    from editor.services.renditions import BookRequest, Renditions

    request = BookRequest(
        out=arguments.out, edition=arguments.edition, articles=tuple(arguments.article), title=arguments.title
    )
    with desk_on(arguments.newsroom) as desk:
        renditions = Renditions(desk.articles, desk.images, desk.newsroom, desk.clock)
        report = renditions.book(request, context)
    held = ntr("{n} article", "{n} articles", report.articles)
    lines = [
        tr("The e-book is written: {path} ({articles}).", path=report.path, articles=held),
        *(tr("Note: {message}", message=message) for message in shown(report.warnings)),
    ]
    return Answer(form=forms.book_form(report), lines=tuple(lines))


def verify(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Hold a bundle against its manifest."""
    from editor.services.verifying import verify_bundle

    report = verify_bundle(arguments.bundle, context, arguments.key)
    lines = [f"{one.path}: {words(one.message)}" if one.path else words(one.message) for one in report.problems]
    if report.ok:
        lines.append(tr("The bundle is whole: {files}.", files=ntr("{n} file", "{n} files", report.files)))
    lines.append(words(report.signature.words))
    return Answer(
        form=forms.verify_form(report), lines=tuple(lines), code=ExitCode.DONE if report.ok else ExitCode.PROBLEMS
    )


def check(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """List what a person should look at, what stops an export first; what is accepted stands apart and is no fault."""
    with desk_on(arguments.newsroom) as desk:
        problems: list[Problem] = []
        for name in arguments.article:
            context.check()
            problems += desk.checking.look(_article_id(desk, name))
        if not arguments.article:
            problems = desk.checking.all(context)
        problems = _with_slugs(desk, problems)
    is_open = any(one.accepted is None for one in problems)
    lines = [_problem_line(one) for one in problems]
    return Answer(
        form=forms.check_form(problems),
        lines=tuple(lines if is_open else [*lines, tr("Nothing to look at.")]),
        code=ExitCode.PROBLEMS if is_open else ExitCode.DONE,
    )


def inspect(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Say what pictures tell about their origin."""
    images: list[forms.Form] = []
    refused: list[forms.Form] = []
    lines: list[str] = []
    for number, path in enumerate(arguments.images):
        context.report(number / len(arguments.images), say("Reading {file}", file=path.name))
        try:
            inspection = _inspected(path)
        except UserError as error:
            refused.append({"file": str(path), "message": words(error.message), "hint": words(error.hint)})
            lines.append(f"{path}: {words(error.message)} {words(error.hint)}".rstrip())
            continue
        images.append(forms.inspect_form(path, inspection))
        lines += [f"{path}: {inspection.origin.value} {inspection.source_type}".rstrip(), *_told(inspection)]
    code = ExitCode.DONE
    if refused:
        code = ExitCode.PROBLEMS if images else ExitCode.REQUEST
    form: forms.Form = {"images": images, "refused": refused} if refused else {"images": images}
    return Answer(form=form, lines=tuple(lines), code=code)


def search(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Find articles."""
    context.check()
    with desk_on(arguments.newsroom) as desk:
        hits = desk.search.find(" ".join(arguments.words), arguments.language)
    lines = tuple(f"{hit.slug}  [{hit.language}]  {hit.headline}" for hit in hits)
    return Answer(form=forms.search_form(hits), lines=lines or (tr("No article holds all these words."),))


def backup(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Keep a verified copy of everything."""
    with desk_on(arguments.newsroom) as desk:
        report = desk.safekeeping.backup(context)
    form = {"backup": str(report.path), "bytes": report.bytes, "verified": report.verified}
    return Answer(form=form, lines=(tr("Backed up and read back: {path}", path=report.path),))


def restore(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Make a newsroom of a backup."""
    from editor.services.safekeeping import restore as restored

    restored(arguments.backup, arguments.newsroom, context)
    form = {"newsroom": str(arguments.newsroom)}
    return Answer(form=form, lines=(tr("The newsroom is restored: {path}", path=arguments.newsroom),))


COMMANDS: dict[str, Command] = {
    "new": new,
    "ingest": ingest,
    "export": export,
    "live": live,
    "book": book,
    "report": report,
    "archive": archive,
    "verify": verify,
    "check": check,
    "inspect": inspect,
    "search": search,
    "backup": backup,
    "restore": restore,
    "key": key,
    "deliver": deliver,
    "place": place,
}


def _article_id(desk: Desk, name: str) -> str:
    article = desk.articles.find(name)
    if article is None or article.trashed_at is not None:
        raise UserError(
            say("There is no article “{name}” in this newsroom.", name=name),
            say("Name it by its slug or its id."),
        )
    return article.id


def _slug(desk: Desk, article_id: str) -> str:
    article = desk.articles.find(article_id) if article_id else None
    return article.slug if article else article_id


def _held_back(desk: Desk, held: HeldBackError) -> Answer:
    """Answer that the newsroom's rules stop the export, with what is in the way."""
    problems = _with_slugs(desk, held.problems)
    form = {**trouble_of(held).form, **forms.check_form(problems)}
    lines = (*map(_problem_line, problems), words(held.message), words(held.hint))
    return Answer(form=form, lines=lines, code=ExitCode.PROBLEMS)


def _with_slugs(desk: Desk, problems: list[Problem]) -> list[Problem]:
    """Return `problems`, each with the slug of its article in place of the id."""
    slugs = {article_id: _slug(desk, article_id) for article_id in {one.article for one in problems}}
    return [replace(one, article=slugs[one.article]) for one in problems]


def _problem_line(one: Problem) -> str:
    """Return one line: how much it counts where that is not the usual, of what article, and what it is."""
    said = f"{one.article}: {words(one.message)}" if one.article else words(one.message)
    if one.accepted is not None:
        why, by = one.accepted.reason, one.accepted.by
        return tr("Accepted: {problem} ({reason}, {by})", problem=said, reason=why, by=by)
    return tr("Stops the export: {problem}", problem=said) if one.blocks else said


def _told(inspection: Inspection) -> Iterator[str]:
    """Yield each finding in words, what stands in the file, and how far it is to be believed; then the prompt."""
    from editor.domain.evidence import confidence_words, finding_words

    for one in inspection.findings:
        yield f"  {words(finding_words(one))}"
        yield f"    {one.value} ({words(confidence_words(one))})"
    if prompt := inspection.proposal.prompt:
        yield "  " + tr("Prompt: {prompt}", prompt=prompt)


def _inspected(path: Path) -> Inspection:
    from editor.images.detection import inspect as detected
    from editor.images.opening import open_picture
    from editor.services.signing import trusted_roots

    if not path.exists():
        raise UserError(say("This is not there: {name}.", name=str(path)))
    if not path.is_file():
        raise UserError(say("This is no file: {name}.", name=str(path)))
    with faults(say("The picture could not be read: {name}", name=str(path))):
        data = path.read_bytes()
    with open_picture(data):
        return detected(data, anchors=trusted_roots())

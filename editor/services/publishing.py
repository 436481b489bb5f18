"""From the newsroom to a verified bundle."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.edition import waiting
from editor.publish.signature import unsealed
from editor.services.bundle_writing import Order
from editor.services.export_ways import Done, Ways
from editor.services.newsroom_key import seal_for_export
from editor.services.own_places import refuse_own
from editor.services.signed_export import signed_copies
from editor.services.signing import certificate_for_export
from editor.services.snapshots import Snapshots
from editor.storage.articles import hours_after

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.derivative import MadeCopy
    from editor.domain.settings import Edition, NewsroomSettings
    from editor.images.certificates import Certificate
    from editor.images.copying import Wanted
    from editor.publish.bundle import Copies
    from editor.publish.signature import Seal
    from editor.services.body_keeping import BodyKeeping
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What is to be exported, and where to.

    `editions` are locales, none for all; `articles` are slugs or ids shown whatever their status; `at` (UTC) decides
    what is out, by default the present instant; `full` uses nothing of the bundle that lies there; `jobs` is how many
    pictures are worked on at once, 0 for as many as there are processors. `sign` says whether pictures are signed and
    `seal` whether the bundle is, with the newsroom's key; None as the person's settings say. `only` are slugs or ids of
    articles that go out alone with their translations, whatever their status; none for all that is published. Nothing
    holds back what `stays_here`, for the eyes of who writes it: rules are for what leaves the computer.
    """

    out: Path
    editions: tuple[str, ...] = ()
    format: str = "html"
    zip: bool = False
    full: bool = False
    articles: tuple[str, ...] = ()
    at: datetime | None = None
    jobs: int = 0
    sign: bool | None = None
    seal: bool | None = None
    only: tuple[str, ...] = ()
    stays_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export did.

    `files` counts the files of the bundle without its manifest; `first_page` is the path in it of one to open;
    `signed_by` is the fingerprint of the key that signed it, or "".
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
    signed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSpec:
    """One export format as a person chooses it."""

    id: str
    title: Message


class Publishing:
    """Exports. Made by the composition root; its methods are jobs, safe off the main thread.

    `keeping` renders what was saved ahead of the next export.
    """

    def __init__(
        self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock, keeping: BodyKeeping
    ) -> None:
        self.keeping = keeping
        self._articles = articles
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)
        self._ways = Ways(articles, images, newsroom, clock, self._snapshots)

    def formats(self) -> list[FormatSpec]:
        """Return the export formats there are."""
        from editor.publish.registry import FORMATS

        return [FormatSpec(id=one.id, title=one.title) for one in FORMATS.values()]

    def export(self, request: ExportRequest, context: JobContext) -> ExportReport:
        """Write a bundle beside its place, verify it and put it there; the one before stays whole until then.

        Raises `UserError` for a place that holds anything but a bundle, and for editions, articles or formats that
        are not there, `HeldBackError` when a rule of the newsroom stops it; `Fault` when the disk is in the way or an
        original is missing or changed.
        """
        began = time.monotonic()
        seal, signed_by = seal_for_export(wanted=request.seal)
        refuse_own(request.out)
        order, done = self._carried_out(request, seal, context)
        written = done.written
        return ExportReport(
            bundle=request.out,
            format=request.format,
            editions=tuple(edition.locale for edition in order.editions),
            files=written.files,
            written=written.written,
            unchanged=written.unchanged,
            removed=written.removed,
            warnings=(*order.about_signing, *done.warnings),
            seconds=round(time.monotonic() - began, 3),
            manifest_sha256=written.manifest_sha256,
            first_page=done.first_page,
            signed_by=signed_by,
        )

    def keep_ready(self, context: JobContext) -> int | None:
        """Bring a bundle of all that is published up to date in the newsroom's cache: an export elsewhere copies it.

        Returns how many bytes its files have, None where none is kept that could be copied. Raises as `export` does.
        """
        place = self._snapshots.ready_place
        if place is None:
            return None
        request = ExportRequest(out=place, jobs=1, stays_here=True)
        _, done = self._carried_out(request, unsealed, context)
        is_known = self._snapshots.standing_file(place).exists()
        left = done.written.left if is_known else None
        return sum(entry.bytes for entry in left.old.entries.values()) if left else None

    def now(self) -> datetime:
        """Return the instant that an export without one of its own takes."""
        return self._clock.now()

    def next_hour(self, at: datetime) -> datetime | None:
        """Return when, after the instant, an export brings something else though nobody changes anything.

        An hour that articles wait for has come then, or one is news no longer; None while nothing of the kind lies
        ahead.
        """
        from editor.publish.sitemap import NEWS_FOR

        with self._newsroom.reading() as connection:
            dates = hours_after(connection, at - NEWS_FOR)
        return min((one for date in dates for one in (date, date + NEWS_FOR) if one > at), default=None)

    def waiting(self) -> list[datetime]:
        """Return the hours of the published articles that wait for theirs, the next one first."""
        return waiting(self._articles.heads(), self._clock.now())

    def _carried_out(self, request: ExportRequest, seal: Seal, context: JobContext) -> tuple[Order, Done]:
        context.report(0.0, say("Reading the newsroom"))
        with self._newsroom.moment():  # bringing up to date reads as it goes
            order = self._order(request, seal)
            found = self._ways.short(order, context) or self._snapshots.of(order.present, order.at)
        return order, found if isinstance(found, Done) else self._ways.anew(order, found, context)

    def _named(self, wanted: Sequence[str]) -> list[str]:
        found = []
        for name in wanted:
            article = self._articles.find(name)
            if article is None or article.trashed_at is not None:
                raise UserError(
                    say("There is no article “{name}” in this newsroom.", name=name),
                    say("Name it by its slug or its id."),
                )
            found.append(article.id)
        return found

    def _certificate(self, request: ExportRequest) -> tuple[Certificate | None, list[Message]]:
        certificate, reason = certificate_for_export(self._clock.now(), wanted=request.sign)
        return certificate, [reason] if reason else []

    def _order(self, request: ExportRequest, seal: Seal) -> Order:
        """Return what `request` asks for of the newsroom as it is now; raise `UserError` for what is not there."""
        present = self._snapshots.present()
        editions = editions_named(present.settings, request.editions)
        only = self._named(request.only)
        named = [*self._named(request.articles), *only]
        theme = self._snapshots.theme(present.settings)
        certificate, about_signing = self._certificate(request)
        terms = ""
        if not (request.zip or request.full or only or certificate):
            terms = sha256_hex(repr((request.format, editions, named, theme.key)).encode("utf-8", "surrogatepass"))
        return Order(
            request=request,
            at=request.at or self._clock.now(),
            present=present,
            editions=editions,
            only=only,
            named=named,
            theme=theme,
            copies=self._copies(request, certificate, about_signing),
            about_signing=about_signing,
            seal=seal,
            place=Path(os.path.realpath(request.out)),
            terms=terms,
        )

    def _copies(self, request: ExportRequest, certificate: Certificate | None, warnings: list[Message]) -> Copies:
        folder = self._snapshots.copies_folder

        def copies(wanted: Sequence[Wanted], context: JobContext) -> Iterator[MadeCopy]:
            if not wanted:
                return iter(())
            from editor.images.copying import copies_of

            made = copies_of(wanted, self._snapshots.original, folder, context, jobs=request.jobs)
            if certificate is None:
                return made
            signed = folder.with_name("signed")
            return signed_copies(made, [image for image, _ in wanted], signed, certificate, warnings)

        return copies


def editions_named(settings: NewsroomSettings, wanted: Sequence[str]) -> list[Edition]:
    """Return the editions asked for, all without a wish; raise `UserError` naming those there are."""
    there = ", ".join(edition.locale for edition in settings.editions)
    if not settings.editions:
        raise UserError(
            say("This newsroom has no edition yet, so there is nothing to export."),
            say("Add one in the newsroom's settings: the language of its readers is enough."),
        )
    tags = {locale.lower(): locale for locale in wanted}  # tags have no case (BCP 47, 2.1.1)
    found = [edition for edition in settings.editions if not wanted or edition.locale.lower() in tags]
    if missing := tags.keys() - {edition.locale.lower() for edition in found}:
        name = next(locale for tag, locale in tags.items() if tag in missing)
        raise UserError(say("There is no edition “{name}”.", name=name), say("There are: {names}.", names=there))
    return found

"""From the newsroom to a verified bundle."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.collecting import collector_resting
from editor.core.errors import UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.edition import waiting
from editor.domain.image import Image
from editor.services.checking import Checking
from editor.services.newsroom_key import seal_for_export
from editor.services.signed_export import signed_copies
from editor.services.signing import certificate_for_export
from editor.services.snapshots import Snapshots
from editor.services.standing import Renewal, Standings, renewal_of, standing_after
from editor.storage.articles import hours_after
from editor.storage.creating import OWN_FOLDERS

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.derivative import MadeCopy
    from editor.domain.settings import Edition, NewsroomSettings
    from editor.images.certificates import Certificate
    from editor.publish.bundle import Copies, Means
    from editor.publish.signature import Seal
    from editor.publish.site import Site
    from editor.publish.snapshot import Snapshot
    from editor.publish.theme import Theme
    from editor.publish.writer import Written
    from editor.services.body_keeping import BodyKeeping
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading
    from editor.storage.kept_bodies import KeptBodies

# The live folder, which is nobody else's, is looked through after every edit while that takes no more than a moment.
_LOOKED_THROUGH = 2_000


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
        self._checking = Checking(articles, images, newsroom, clock)
        self._standings = Standings()

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
        from editor.publish.warnings import about_newsroom

        began = time.monotonic()
        seal, signed_by = seal_for_export(wanted=request.seal)
        context.report(0.0, say("Reading the newsroom"))
        snapshot = self._snapshots.whole(request.at or self._clock.now())
        editions = editions_named(snapshot.settings, request.editions)
        only = self._named(request.only)
        named = [*self._named(request.articles), *only]
        theme = self._snapshots.theme(snapshot.settings)
        certificate, about_signing = self._certificate(request)
        terms = None
        if not (request.zip or request.full or only or certificate):
            terms = (request.format, tuple(editions), tuple(named), theme.key)
        place = Path(os.path.realpath(request.out))
        standing = self._standings.take(place, terms)
        renewal = renewal_of(standing, snapshot, self._kept_bodies()) if standing else None
        site = renewal.site if renewal else _site(snapshot, editions, named)
        alone = _with_translations(site, only)
        out = {one.id for edition in editions for one in site.shown(edition) if not only or one.id in alone}
        if not request.stays_here:
            self._checking.hold_back(out, snapshot.at)
        means = self._means(site, theme, renewal, self._copies(request, certificate, about_signing))
        written = None
        if renewal:
            with collector_resting():  # it goes through all that is known of the newsroom, in the middle of a moment
                written = self._renew(renewal, means, request, seal, context)
        if written is None:
            written = self._write(request, means, alone, seal, context)
        about = self._warnings(means, renewal)
        if terms and written.left:
            self._standings.put(place, standing_after(terms, means, written.left, about, renewal))
        return ExportReport(
            bundle=request.out,
            format=request.format,
            editions=tuple(edition.locale for edition in editions),
            files=written.files,
            written=written.written,
            unchanged=written.unchanged,
            removed=written.removed,
            warnings=(*about_signing, *about_newsroom(site), *(one for some in about.values() for one in some)),
            seconds=round(time.monotonic() - began, 3),
            manifest_sha256=written.manifest_sha256,
            first_page=_first_page(site, request.format, alone),
            signed_by=signed_by,
        )

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

    def _copies(self, request: ExportRequest, certificate: Certificate | None, warnings: list[Message]) -> Copies:
        from editor.images.copying import Wanted, copies_of

        folder = self._snapshots.copies_folder

        def copies(wanted: Sequence[Wanted], context: JobContext) -> Iterator[MadeCopy]:
            made = copies_of(wanted, self._snapshots.original, folder, context, jobs=request.jobs)
            if certificate is None:
                return made
            signed = folder.with_name("signed")
            return signed_copies(made, [image for image, _ in wanted], signed, certificate, warnings)

        return copies

    def _means(self, site: Site, theme: Theme, renewal: Renewal | None, copies: Copies) -> Means:
        from editor.publish.bodies import Bodies
        from editor.publish.bundle import Means

        known = renewal.known if renewal else {}
        return Means(site=site, bodies=Bodies(kept=self._kept_bodies()), copies=copies, theme=theme, known=known)

    def _warnings(self, means: Means, renewal: Renewal | None) -> dict[str, tuple[Message, ...]]:
        from editor.publish.warnings import about_articles

        only = renewal.changed if renewal else None
        before = renewal.standing.warnings if renewal else {}
        return {**before, **about_articles(means.site, means.bodies, self._moves, only)}

    def _kept_bodies(self) -> KeptBodies:
        from editor.storage.kept_bodies import KeptBodies

        return KeptBodies(self._snapshots.bodies_file)

    def _moves(self, image: Image) -> bool:
        from editor.images.derivatives import Derivatives

        return Derivatives(self._snapshots.copies_folder).moves(image, self._snapshots.original(image))

    def _renew(
        self, renewal: Renewal, means: Means, request: ExportRequest, seal: Seal, context: JobContext
    ) -> Written | None:
        from editor.publish.registry import FORMATS
        from editor.publish.reuse import Memory
        from editor.publish.writer import renew_folder

        kind, left = FORMATS[request.format], renewal.standing.left
        if kind.touched is None or kind.pictures is None:
            return None
        is_thorough = not request.stays_here or len(left.lines) < _LOOKED_THROUGH
        files = kind.touched(means, renewal.changed)
        return renew_folder(
            chain(files, kind.pictures(means, context)) if is_thorough else files,
            left,
            context,
            kind=request.format,
            editions=tuple(edition.locale for edition in means.site.editions),
            memory=Memory(self._snapshots.pages_memory(left.old.place)),
            is_thorough=is_thorough,
            seal=seal,
        )

    def _write(
        self, request: ExportRequest, means: Means, alone: frozenset[str], seal: Seal, context: JobContext
    ) -> Written:
        from editor.images.reading_back import broken_promise
        from editor.publish.making import Hands
        from editor.publish.one_article import files_of_one
        from editor.publish.registry import FORMATS
        from editor.publish.reuse import Memory
        from editor.publish.target import look_at
        from editor.publish.writer import write_folder, write_zip

        if request.format not in FORMATS:
            raise UserError(
                say("There is no format “{name}”.", name=request.format),
                say("There are: {names}.", names=", ".join(FORMATS)),
            )
        target = look_at(request.out, as_zip=request.zip)
        _refuse_own(target.path, self._newsroom.folder)
        editions = tuple(edition.locale for edition in means.site.editions)
        making, putting = context.split(19, 1)
        kind = FORMATS[request.format]
        files = files_of_one(kind, means, alone, making) if alone else kind.files(means, making)
        if request.zip:
            written = write_zip(
                files,
                target,
                context,
                kind=request.format,
                editions=editions,
                look_at_picture=broken_promise,
                seal=seal,
            )
        else:
            memory = Memory(self._snapshots.pages_memory(target.path))
            written = write_folder(
                files,
                target,
                context,
                kind=request.format,
                editions=editions,
                memory=memory,
                look_at_picture=broken_promise,
                full=request.full,
                seal=seal,
                hands=Hands(processes=request.jobs or os.cpu_count() or 1, after=means.bodies.save),
            )
        putting.report(1.0, say("Exported and verified"))
        return written


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


def _refuse_own(place: Path, newsroom: Path) -> None:
    """Raise `UserError` for a place among what the newsroom keeps, where even an empty folder is not free."""
    home = newsroom.resolve()
    if place.is_relative_to(home) and place != home and place.relative_to(home).parts[0] in OWN_FOLDERS:
        raise UserError(
            say("In “{path}” the newsroom keeps its own files.", path=place),
            say("Choose a new or empty place. Nothing was touched."),
        )


def _site(snapshot: Snapshot, editions: Sequence[Edition], named: Sequence[str]) -> Site:
    from editor.publish.site import Site

    return Site(snapshot, editions, named)


def _with_translations(site: Site, only: Sequence[str]) -> frozenset[str]:
    """Return the ids of `only` and of their translations; raise `UserError` where no edition shows one of them."""
    articles = site.snapshot.articles
    sets = {articles[one].translation_set for one in only}
    found = {one.id for one in articles.values() if one.translation_set in sets}
    if sets - {one.translation_set for edition in site.editions for one in site.shown(edition)}:
        raise UserError(
            say("None of these editions shows this article."), say("Choose another edition, or look at its date.")
        )
    return frozenset(found)


def _first_page(site: Site, kind: str, alone: Collection[str]) -> str:
    """Return the path of the newest article's page in the first edition, or of that edition's list.

    `alone` are the ids of the articles that went out alone, none for all.
    """
    shown_in = ((one, [a for a in site.shown(one) if not alone or a.id in alone]) for one in site.editions)
    edition, shown = next((pair for pair in shown_in if pair[1] or not alone), (site.editions[0], []))
    if kind == "epub":
        return f"articles-{edition.locale}.epub" if shown else ""
    if kind == "text":
        return f"{site.page(edition, shown[0])}.txt" if shown else ""
    if kind == "ninjs":  # an article's item lies in the edition of its own language
        own = next((one for one in shown if one.language == edition.locale), None)
        return f"{site.page(edition, own)}.json" if own else ""
    place = site.page(edition, shown[0]) if shown else site.folder(edition)
    return f"{place}/index.html".lstrip("/")

"""From the newsroom to a verified bundle."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.collecting import collector_resting
from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.edition import waiting
from editor.domain.image import Image
from editor.services.bundle_writing import Order, renew_bundle, write_bundle
from editor.services.judging import stopping
from editor.services.newsroom_key import seal_for_export
from editor.services.signed_export import signed_copies
from editor.services.signing import certificate_for_export
from editor.services.snapshots import Snapshots
from editor.services.standing import Renewal, Standings, renewal_of, standing_of
from editor.storage.articles import hours_after

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.article import Article
    from editor.domain.derivative import MadeCopy
    from editor.domain.settings import Edition, NewsroomSettings
    from editor.images.certificates import Certificate
    from editor.images.copying import Wanted
    from editor.publish.account import Written
    from editor.publish.bundle import Copies, Means
    from editor.publish.listed import Listed
    from editor.publish.signature import Seal
    from editor.publish.site import Site
    from editor.publish.snapshot import Snapshot
    from editor.services.body_keeping import BodyKeeping
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading
    from editor.storage.kept_bodies import KeptBodies


# Bodies that an export of one edition holds on to: its pages show each once, its feeds the newest again.
_BODIES_OF_ONE = 200


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    written: Written
    warnings: tuple[Message, ...]
    first_page: str


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
        self._images = images
        self._standings = Standings(self._snapshots.standing_file)

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
        context.report(0.0, say("Reading the newsroom"))
        with self._newsroom.moment():  # a renewal reads as it goes
            order = self._order(request, seal)
            with collector_resting():  # it goes through all that is known of the newsroom, in the middle of a moment
                renewed = self._renewed(order, context)
            snapshot = self._snapshots.of(order.present, order.at) if renewed is None else None
        done = renewed if snapshot is None else self._anew(order, snapshot, context)
        if done is None:
            raise ValueError("neither renewed nor read")
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

    def _renewed(self, order: Order, context: JobContext) -> _Done | None:
        """Make those files alone that show what was edited since the last export; None where that is not the way."""
        from editor.publish.warnings import about_newsroom

        standing = self._standings.take(order.place, order.terms, order.editions) if order.terms else None
        if standing is None:
            return None
        kept = self._kept_bodies()
        renewal = renewal_of(standing, order.present, order.at, order.editions, order.named, kept)
        if renewal is None:
            return None
        self._hold_back(order, renewal.site, frozenset())
        means = self._means(order, renewal.site, renewal)
        written = renew_bundle(renewal, means, order, self._snapshots, context)
        if written is None or written.left is None:
            return None
        edited = renewal.edited
        warned = standing.about_newsroom if edited.before is None else tuple(about_newsroom(means.site))
        looked_at = edited.articles if edited.before is None else edited.articles | edited.pages
        about = {one: some for one, some in standing.warnings.items() if one not in looked_at}
        about |= self._about_articles(means, looked_at)
        about = {one: some for one, some in sorted(about.items()) if some}
        after = renewal.outcome(written.left, warned, about, kept)
        self._standings.put(order.place, after, renewal)
        return _done(order, means.site, written, after.about_newsroom, about)

    def _anew(self, order: Order, snapshot: Snapshot, context: JobContext) -> _Done:
        """Look at everything, take over what can be, and make the rest."""
        from editor.publish.registry import FORMATS
        from editor.publish.site import Site
        from editor.publish.warnings import about_newsroom

        site = Site(snapshot, order.editions, order.named)
        alone = _with_translations(site, order.only)
        self._hold_back(order, site, alone)
        means = self._means(order, site, None)
        written = write_bundle(order, means, alone, self._snapshots, context)
        warned, about = tuple(about_newsroom(site)), self._about_articles(means, None)
        if order.terms and written.left and FORMATS[order.request.format].touched:
            about = {one: some for one, some in about.items() if some}
            after = standing_of(order.terms, order.present, means, written.left, warned, about)
            self._standings.put(order.place, after)
        return _done(order, site, written, warned, about, alone)

    def _hold_back(self, order: Order, site: Site, alone: frozenset[str]) -> None:
        """Raise `HeldBackError` where a rule is in the way of what leaves the computer."""
        if order.request.stays_here or not stopping(self._newsroom.settings.checks):
            return
        from editor.services.checking import Checking

        shown = {one for edition in site.editions for one in site.shown(edition).ids}
        checking = Checking(self._articles, self._images, self._newsroom, self._clock)
        checking.hold_back(shown & alone if order.only else shown, order.at)

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

    def _means(self, order: Order, site: Site, renewal: Renewal | None) -> Means:
        from editor.publish.bodies import Bodies
        from editor.publish.bundle import Means

        kept = self._kept_bodies()
        bodies = Bodies(kept=kept) if len(site.editions) > 1 else Bodies(_BODIES_OF_ONE, kept)
        means = Means(site=site, bodies=bodies, copies=order.copies, theme=order.theme)
        if renewal is None:
            return means
        standing = renewal.standing
        return replace(means, known=standing.known, key_before=standing.left.old.key, uses=standing.uses)

    def _about_articles(self, means: Means, only: Collection[str] | None) -> dict[str, tuple[Message, ...]]:
        from editor.publish.warnings import about_articles

        return about_articles(means.site, means.bodies, self._moves, only)

    def _kept_bodies(self) -> KeptBodies:
        from editor.storage.kept_bodies import KeptBodies

        return KeptBodies(self._snapshots.bodies_file)

    def _moves(self, image: Image) -> bool:
        from editor.images.derivatives import Derivatives

        return Derivatives(self._snapshots.copies_folder).moves(image, self._snapshots.original(image))


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


def _with_translations(site: Site, only: Sequence[str]) -> frozenset[str]:
    """Return the ids of `only` and of their translations; raise `UserError` where no edition shows one of them."""
    if not only:
        return frozenset()
    articles = site.snapshot.articles
    sets = {articles[one].translation_set for one in only}
    found = {one.id for one in articles.values() if one.translation_set in sets}
    if sets - {one.translation_set for edition in site.editions for one in site.shown(edition)}:
        raise UserError(
            say("None of these editions shows this article."), say("Choose another edition, or look at its date.")
        )
    return frozenset(found)


def _among(shown: Listed, alone: Collection[str]) -> Sequence[Article]:
    return [article for article in shown if article.id in alone] if alone else shown


def _done(
    order: Order,
    site: Site,
    written: Written,
    about_newsroom: tuple[Message, ...],
    about: Mapping[str, tuple[Message, ...]],
    alone: frozenset[str] = frozenset(),
) -> _Done:
    warnings = (*about_newsroom, *(one for some in about.values() for one in some))
    return _Done(written=written, warnings=warnings, first_page=_first_page(site, order.request.format, alone))


def _first_page(site: Site, kind: str, alone: Collection[str]) -> str:
    """Return the path of the newest article's page in the first edition, or of that edition's list.

    `alone` are the ids of the articles that went out alone, none for all.
    """
    shown_in = ((one, _among(site.shown(one), alone)) for one in site.editions)
    edition, shown = next((pair for pair in shown_in if pair[1] or not alone), (site.editions[0], ()))
    if kind == "epub":
        return f"articles-{edition.locale}.epub" if shown else ""
    if kind == "text":
        return f"{site.page(edition, shown[0])}.txt" if shown else ""
    if kind == "ninjs":  # an article's item lies in the edition of its own language
        own = next((one for one in shown if one.language == edition.locale), None)
        return f"{site.page(edition, own)}.json" if own else ""
    place = site.page(edition, shown[0]) if shown else site.folder(edition)
    return f"{place}/index.html".lstrip("/")

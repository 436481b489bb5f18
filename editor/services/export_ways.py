"""The ways to a bundle: what lies at its place is brought up to date, what is kept ready is copied, or all is made."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.core.collecting import collector_resting
from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.image import Image
from editor.publish.signature import unsealed
from editor.services.bundle_writing import Order, renew_bundle, write_bundle
from editor.services.judging import stopping
from editor.services.standing import Renewal, Standing, Standings, renewal_of, standing_of

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.article import Article
    from editor.publish.account import Written
    from editor.publish.bundle import Means
    from editor.publish.listed import Listed
    from editor.publish.site import Site
    from editor.publish.snapshot import Snapshot
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading
    from editor.services.snapshots import Snapshots
    from editor.storage.kept_bodies import KeptBodies

# Bodies that an export of one edition holds on to: its pages show each once, its feeds the newest again.
_BODIES_OF_ONE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of an export, and the path in the bundle of a page to open."""

    written: Written
    warnings: tuple[Message, ...]
    first_page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _BroughtUp:
    """What stands at a place `after` it was brought up to date, by the way of `renewal`, and what was `written`."""

    renewal: Renewal
    written: Written
    after: Standing


class Ways:
    """Made by `Publishing`; safe off the main thread."""

    def __init__(
        self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock, snapshots: Snapshots
    ) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = snapshots
        self._standings = Standings(snapshots.standing_file)

    def short(self, order: Order, context: JobContext) -> Done | None:
        """Write the bundle without a look at every article; None, with nothing done, where that is not the way.

        Called in the `Newsroom.moment` of the order. Raises as `Publishing.export` does.
        """
        with collector_resting():  # it goes through all that is known of the newsroom
            return self._renewed(order, context) or self._copied(order, context)

    def _renewed(self, order: Order, context: JobContext) -> Done | None:
        """Make those files alone that show what was edited since the last export."""
        standing = self._standings.take(order.place, order.terms, order.editions) if order.terms else None
        found = self._brought_up(order, standing, context)
        if found is None:
            return None
        self._standings.put(order.place, found.after, found.renewal)
        return _outcome(order, found.renewal.site, found.written, found.after.about_newsroom, found.after.warnings)

    def _copied(self, order: Order, context: JobContext) -> Done | None:
        """Bring the bundle that is kept ready up to date, and copy it."""
        place, renewing, copying = self._snapshots.ready_place, *context.split(1, 4)
        if not order.terms or place is None or order.place == place or order.request.at is not None:
            return None
        standing = self._standings.read(place, order.terms, order.editions)
        if standing is None:
            return None
        try:
            found = self._brought_up(replace(order, place=place, seal=unsealed), standing, renewing)
        except Fault:
            return None  # another program is at work on it, or a disk is in the way: everything is made
        written = None
        if found is not None:
            found = replace(found, after=self._standings.write(place, found.after, found.renewal))
            written = self._copy(order, found, copying)
        if found is None or written is None:
            self._standings.forget(place)  # whoever keeps it ready looks at every file of it then
            return None
        if written.left is not None:
            self._standings.put(order.place, replace(found.after, left=written.left, written=None))
        return _outcome(order, found.renewal.site, written, found.after.about_newsroom, found.after.warnings)

    def _copy(self, order: Order, ready: _BroughtUp, context: JobContext) -> Written | None:
        """Write what is `ready` to the place of `order`; None, with nothing done, where a file is not what it was."""
        from editor.publish.copied import NotAsLeftError

        means = self._means(order, ready.renewal.site, ready.renewal)
        with contextlib.suppress(NotAsLeftError):
            return write_bundle(order, means, frozenset(), self._snapshots, context, source=ready.after.left.old)
        return None

    def _brought_up(self, order: Order, standing: Standing | None, context: JobContext) -> _BroughtUp | None:
        """Make of what is `standing` at the place of `order` what it is to be."""
        from editor.publish.warnings import about_newsroom

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
        return _BroughtUp(renewal=renewal, written=written, after=renewal.outcome(written.left, warned, about, kept))

    def anew(self, order: Order, snapshot: Snapshot, context: JobContext) -> Done:
        """Look at everything, take over what can be, and make the rest. Raises as `Publishing.export` does."""
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
        return _outcome(order, site, written, warned, about, alone)

    def _hold_back(self, order: Order, site: Site, alone: frozenset[str]) -> None:
        """Raise `HeldBackError` where a rule is in the way of what leaves the computer."""
        if order.request.stays_here or not stopping(self._newsroom.settings.checks):
            return
        from editor.services.checking import Checking

        shown = {one for edition in site.editions for one in site.shown(edition).ids}
        checking = Checking(self._articles, self._images, self._newsroom, self._clock)
        checking.hold_back(shown & alone if order.only else shown, order.at)

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


def _outcome(
    order: Order,
    site: Site,
    written: Written,
    about_newsroom: tuple[Message, ...],
    about: Mapping[str, tuple[Message, ...]],
    alone: frozenset[str] = frozenset(),
) -> Done:
    warnings = (*about_newsroom, *(one for some in about.values() for one in some))
    return Done(written=written, warnings=warnings, first_page=_first_page(site, order.request.format, alone))


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

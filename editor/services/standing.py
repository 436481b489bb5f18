"""What the last exports left, so that the next one after an edit need not look at everything again."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor.core.files import sha256_hex
from editor.core.messages import Message
from editor.services.articles_at_hand import ArticlesAtHand

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.domain.derivative import Use
    from editor.domain.settings import Edition
    from editor.publish.bodies import Bodies
    from editor.publish.bundle import Means
    from editor.publish.layout import Edited, Layout
    from editor.publish.relaying import Moved
    from editor.publish.reuse import Left
    from editor.publish.site import Site
    from editor.publish.snapshot import Known, Snapshot
    from editor.services.snapshots import Present
    from editor.storage.kept_bodies import KeptBodies

_PLACES = 2  # where a person exports to, and the live folder
_MOST_FILES = 60_000  # of which each takes a kilobyte or two
_MOST_CHANGED = 200  # more are made sooner with all the rest


class Written(NamedTuple):
    """What is known of the file that a standing was written to: its bytes, those of its first line, and when it was."""

    size: int
    first: int
    changed: int

    @classmethod
    def now(cls, file: Path, first: int = 0) -> Written:
        """Return what is to be said of `file`; raises `OSError`."""
        found = file.stat()
        return cls(found.st_size, first, found.st_mtime_ns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One bundle as an export left it, and what of the newsroom it follows from.

    `terms` names what was asked for and how, `ground` the settings and pictures; `stamps` and `frames` say by id of all
    articles outside the trash when each was changed, and what of it no edit of words changes, `trash` when those in it
    were. `uses` says of pictures
    what pages show them as. `about_newsroom` are the warnings about the newsroom, `warnings` those about articles, by
    id. `until` is when time alone makes the bundle another. `articles`, `listed` (those that were read as lists show
    them), `versions` and `known` are what a running program has at hand of it and may use again; `written` is None
    where it stands in no file.
    """

    terms: str
    ground: str
    at: datetime
    until: datetime | None
    stamps: Mapping[str, str]
    frames: Mapping[str, str]
    trash: Mapping[str, str]
    layout: Layout
    uses: Mapping[str, Sequence[Use]]
    left: Left
    about_newsroom: tuple[Message, ...]
    warnings: dict[str, tuple[Message, ...]]
    articles: dict[str, Article] = field(default_factory=dict)
    listed: dict[str, Article] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    written: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What stands at a place, and the site that it is to be: another in what was `edited` alone."""

    standing: Standing
    site: Site
    present: Present
    edited: Edited

    def outcome(
        self,
        left: Left,
        about_newsroom: tuple[Message, ...],
        warnings: dict[str, tuple[Message, ...]],
        kept: KeptBodies,
    ) -> Standing:
        """Return what stands there once it is done."""
        from editor.publish.bodies import Bodies
        from editor.publish.rewording import Framing, same_until

        site, standing = self.site, self.standing
        after = replace(
            standing,
            at=site.snapshot.at,
            stamps=self.present.stamps,
            left=left,
            about_newsroom=about_newsroom,
            warnings=warnings,
        )
        if self.edited.before is None:
            return after
        framing, there = Framing(site, Bodies(kept=kept)), self.edited.articles & self.present.stamps.keys()
        frames = {one: frame for one, frame in standing.frames.items() if one not in self.edited.articles}
        return replace(
            after,
            until=min(filter(None, (standing.until, same_until(site, there))), default=None),
            frames=frames | {one: framing.frame(site.snapshot.articles[one]) for one in there},
            trash=self.present.trash,
            layout=site.layout,
        )


def standing_of(
    terms: str,
    present: Present,
    means: Means,
    left: Left,
    about_newsroom: tuple[Message, ...],
    warnings: dict[str, tuple[Message, ...]],
) -> Standing:
    """Return what an export that made everything left."""
    from editor.publish.dependencies import uses_of
    from editor.publish.rewording import Framing, same_until

    site = means.site
    framing = Framing(site, means.bodies)
    return Standing(
        terms=terms,
        ground=ground_of(present),
        at=site.snapshot.at,
        until=same_until(site),
        stamps=present.stamps,
        trash=present.trash,
        frames={article.id: framing.frame(article) for article in site.snapshot.articles.values()},
        layout=site.layout,
        uses={one: sorted(uses, key=attrgetter("value")) for one, uses in uses_of(site, means.bodies).items()},
        left=left,
        about_newsroom=about_newsroom,
        warnings=warnings,
        articles=dict(site.snapshot.articles),
        versions=dict(site.snapshot.versions),
        known=means.known,
    )


def ground_of(present: Present) -> str:
    """Return as a hash what a bundle follows from beside articles: settings and pictures."""
    said = repr((present.settings, sorted(present.images.items())))
    return sha256_hex(said.encode("utf-8", "surrogatepass"))


def renewal_of(
    standing: Standing,
    present: Present,
    at: datetime,
    editions: Sequence[Edition],
    named: Sequence[str],
    kept: KeptBodies,
) -> Renewal | None:
    """Return what makes of `standing` a bundle of the newsroom at the instant `at`; None where too much is another."""
    from editor.publish.bodies import Bodies
    from editor.publish.layout import Edited
    from editor.publish.rewording import Framing
    from editor.publish.site import Site

    if at < standing.at or (standing.until is not None and at >= standing.until):
        return None
    if ground_of(present) != standing.ground:
        return None
    changed = {one for one, _ in present.stamps.items() ^ standing.stamps.items()}
    if len(changed) > _MOST_CHANGED or not changed.issuperset(
        one for one, _ in present.trash.items() ^ standing.trash.items()
    ):
        return None
    there = changed & present.stamps.keys()
    is_counted = there == changed == changed & standing.stamps.keys()
    unsure = changed if is_counted else changed | present.leading(changed)  # links to what came or went are others
    for held in (standing.articles, standing.listed, standing.versions, standing.known):
        for one in unsure:
            held.pop(one, None)
    articles = ArticlesAtHand(present.stamps.keys(), standing.articles, present.read)
    snapshot = _as_needed(standing, present, articles, at)
    site = Site.laid_out(snapshot, editions, named, standing.layout)
    framing = Framing(site, Bodies(kept=kept))
    leading = present.leading(changed) & present.stamps.keys()
    articles.ahead({*there, *leading})
    articles.ahead({link.article for one in (*there, *leading) for link in articles[one].links})  # what they show
    if is_counted and all(framing.frame(snapshot.articles[one]) == standing.frames[one] for one in there):
        edited = Edited(articles=frozenset(changed), pages=frozenset({*there, *leading}))
        return Renewal(standing=standing, site=site, present=present, edited=edited)
    moved = _moved(standing, changed, present, articles)
    site = Site.laid_out(snapshot, editions, named, standing.layout, moved)
    return _laid_out_anew(standing, site, present, changed, moved.ids, Bodies(kept=kept))


def _moved(standing: Standing, changed: AbstractSet[str], present: Present, articles: ArticlesAtHand) -> Moved:
    """Return what may stand elsewhere than in `standing` since these articles `changed`."""
    from editor.publish.relaying import Moved
    from editor.publish.rewording import set_and_former

    was = [set_and_former(standing.frames[one]) for one in changed if one in standing.frames]
    now = {articles[one].translation_set for one in changed if one in articles}
    members = present.members(now.union(translation_set for translation_set, _ in was))
    articles.ahead(members)
    return Moved(
        ids=members | changed,
        members=[articles[one] for one in sorted(members)],
        had_former=any(had_former for _, had_former in was),
    )


def _laid_out_anew(
    standing: Standing,
    site: Site,
    present: Present,
    changed: Collection[str],
    in_reach: AbstractSet[str],
    bodies: Bodies,
) -> Renewal | None:
    """Return what leads to `site`, in which the articles `changed` may stand elsewhere; None where more is another.

    A link to any article `in_reach`, in a set with one of them before or now, may lead to another one.
    """
    from editor.publish.dependencies import uses_of
    from editor.publish.layout import Edited
    from editor.publish.moving import is_ground_same, moved, renamed

    before, after = standing.layout, site.layout
    if not is_ground_same(before, after):
        return None
    if site.snapshot.images and uses_of(site, bodies) != {one: set(uses) for one, uses in standing.uses.items()}:
        return None
    elsewhere = moved(before, after, changed)
    for one in elsewhere:
        standing.known.pop(one, None)
    pages = elsewhere | renamed(before, after) | present.leading(elsewhere | in_reach)
    edited = Edited(articles=frozenset(elsewhere), pages=frozenset(pages & present.stamps.keys()), before=before)
    return Renewal(standing=standing, site=site, present=present, edited=edited)


def _as_needed(standing: Standing, present: Present, articles: ArticlesAtHand, at: datetime) -> Snapshot:
    """Return the newsroom as it is `present`, of which what `standing` does not hold is read when it is looked at."""
    from editor.publish.snapshot import Snapshot

    in_lists = ArticlesAtHand(present.stamps.keys(), standing.listed, present.read_listed, standing.articles)
    return Snapshot(
        settings=present.settings,
        articles=articles,
        images=present.images,
        original=present.original,
        at=at,
        versions=standing.versions,
        in_lists=in_lists,
        ahead=in_lists.ahead,
    )


class Standings:
    """The bundles at the places exported to last. Safe on every thread: what is taken is nobody else's.

    What this program does not know of a place is read from its file, if an earlier one left it there.
    """

    def __init__(self, file_of: Callable[[Path], Path]) -> None:
        """`file_of` says where it is kept what stands at a place."""
        self._file_of = file_of
        self._kept: OrderedDict[Path, Standing] = OrderedDict()
        self._guard = threading.Lock()

    def take(self, place: Path, terms: str, editions: Sequence[Edition]) -> Standing | None:
        """Return what stands at `place` if these `editions` were exported to it on these `terms`.

        What comes of it is to be put back.
        """
        with self._guard:
            found = self._kept.pop(place, None)
        if found is None:
            found = self.read(place, terms, editions)
        return found if found is not None and found.terms == terms else None

    def put(self, place: Path, standing: Standing, renewal: Renewal | None = None) -> None:
        """Remember what stands at `place` now, by the way of `renewal` if that is not None."""
        if len(standing.left.old.entries) > _MOST_FILES:
            return
        kept = self.write(place, standing, renewal)
        with self._guard:
            self._kept[place] = kept
            while len(self._kept) > _PLACES:
                self._kept.popitem(last=False)

    def read(self, place: Path, terms: str, editions: Sequence[Edition]) -> Standing | None:
        """Return what stands at `place` by its file: another program may have left it there."""
        from editor.services.standing_file import read_standing

        return read_standing(self._file_of(place), place, terms, editions)

    def forget(self, place: Path) -> None:
        """Let the next program know nothing of what stands at `place`, as well as the disk allows."""
        with contextlib.suppress(OSError):
            self._file_of(place).unlink(missing_ok=True)

    def write(self, place: Path, standing: Standing, renewal: Renewal | None = None) -> Standing:
        """Write down what stands at `place` now, and return it with what is known of its file."""
        from editor.services.standing_file import add_to_standing, keep_standing

        file = self._file_of(place)
        added = add_to_standing(file, standing, renewal.standing, renewal.edited.articles) if renewal else None
        return added or keep_standing(file, standing)

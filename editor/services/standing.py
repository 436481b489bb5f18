"""What the last exports of this program left, so that the next one after an edit need not look at everything again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.messages import Message

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.publish.bundle import Means
    from editor.publish.site import Site
    from editor.publish.snapshot import Snapshot
    from editor.publish.writer import Left
    from editor.storage.kept_bodies import KeptBodies

_PLACES = 2  # where a person exports to, and the live folder
_MOST_FILES = 60_000  # of which each takes a kilobyte or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One bundle as an export left it. `terms` are what was asked for and how; `known` what may be used again.

    `warnings` are those about articles, by id; `until` is when time alone makes the bundle another.
    """

    terms: tuple[object, ...]
    site: Site
    left: Left
    known: dict[tuple[str, str, str], str]
    warnings: Mapping[str, tuple[Message, ...]]
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What stands at a place, and the site that it is to be: another in the words of the articles `changed` alone."""

    standing: Standing
    site: Site
    changed: Mapping[str, Article]
    known: dict[tuple[str, str, str], str]


def renewal_of(standing: Standing, snapshot: Snapshot, kept: KeptBodies) -> Renewal | None:
    """Return what makes of `standing` a bundle of `snapshot`; None where more than words is another."""
    from editor.publish.bodies import Bodies
    from editor.publish.rewording import reworded

    changed = reworded(standing.site, snapshot, standing.until, Bodies(kept=kept))
    if changed is None:
        return None
    known = {key: value for key, value in standing.known.items() if key[2] not in changed}
    return Renewal(standing=standing, site=standing.site.reworded(snapshot, changed), changed=changed, known=known)


def standing_after(
    terms: tuple[object, ...],
    means: Means,
    left: Left,
    warnings: Mapping[str, tuple[Message, ...]],
    renewal: Renewal | None,
) -> Standing:
    """Return what an export on `terms` left, by the way of `renewal` if that is not None."""
    from editor.publish.rewording import same_until

    until = renewal.standing.until if renewal else same_until(means.site)
    return Standing(terms=terms, site=means.site, left=left, known=means.known, warnings=warnings, until=until)


class Standings:
    """The bundles at the places exported to last. Safe on every thread: what is taken is nobody else's."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path, Standing] = OrderedDict()
        self._guard = threading.Lock()

    def take(self, place: Path, terms: tuple[object, ...] | None) -> Standing | None:
        """Return what stands at `place` if it was exported on these terms; what comes of it is to be put back."""
        with self._guard:
            found = self._kept.pop(place, None)
        return found if found is not None and found.terms == terms else None

    def put(self, place: Path, standing: Standing) -> None:
        """Remember what stands at `place` now."""
        if len(standing.left.lines) > _MOST_FILES:
            return
        with self._guard:
            self._kept[place] = standing
            while len(self._kept) > _PLACES:
                self._kept.popitem(last=False)

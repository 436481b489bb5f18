"""What makes the files of one site, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from editor.domain.settings import Edition
from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies
from editor.publish.groups import Group
from editor.publish.layout import Edited
from editor.publish.listing import Listing
from editor.publish.search_index import part_of
from editor.publish.site import Site
from editor.publish.theme import Theme


class Asked:
    """Says which files are asked for: every one, or after edits rather one too many than one too few.

    One too many costs the time of its key, and stays as it is.
    """

    def __init__(self, site: Site, edited: Edited | None = None) -> None:
        self._site = site
        self._edited = edited
        self._before = edited.before if edited is not None else None

    def words(self, ids: Collection[str]) -> bool:
        """Say whether a file that shows words of the articles `ids`, and of no others, is asked for."""
        return self._edited is None or not self._edited.articles.isdisjoint(ids)

    def pages(self, ids: Collection[str]) -> bool:
        """Say whether a file that holds the pages of the articles `ids`, or one of them, is asked for."""
        return self._edited is None or not self._edited.pages.isdisjoint(ids)

    def front(self, edition: Edition) -> bool:
        """Say whether the pages of the list of `edition` are asked for, whatever words they show."""
        if self._before is None:
            return self._edited is None
        shown = self._before.shown
        is_longer = any(len(shown[one.locale]) != len(self._site.shown(one)) for one in self._site.editions)
        return is_longer or shown[edition.locale] != self._site.shown(edition).ids

    def group(self, edition: Edition, group: Group) -> bool:
        """Say whether the pages of `group` are asked for, whatever words they show."""
        if self._before is None:
            return self._edited is None
        groups = self._before.groups
        if groups[edition.locale].same(group) != group:
            return True
        twins = ((groups[one.locale].twin(group), self._site.groups(one).twin(group)) for one in self._site.editions)
        return any(was != now and _way(was) != _way(now) for was, now in twins)

    def redirect(self, edition: Edition, folder: str, article_id: str) -> bool:
        """Say whether the page at the earlier address `folder` of the article is asked for."""
        if self._before is not None and self._before.former[edition.locale].get(folder) != article_id:
            return True
        return self.pages((article_id,))

    def part(self, number: int, many: int) -> bool:
        """Say whether part `number` of the `many` of an index is asked for."""
        return self._edited is None or any(part_of(one, many) == number for one in self._edited.articles)

    def overview(self) -> bool:
        """Say whether what shows which articles there are, and where, and when each was changed, is asked for."""
        return self._edited is None or self._before is not None

    def ground(self) -> bool:
        """Say whether what follows from the settings alone, as each page does too, is asked for."""
        return self._edited is None


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes the files of one site. Made once an export; only reads, so usable from any thread.

    `key_before` is the key of the file at a path in the bundle of before, where that is known, else "".
    """

    composer: Composer
    listing: Listing
    dependencies: Dependencies
    site: Site
    theme: Theme
    key_before: Callable[[str], str]


def _way(group: Group | None) -> tuple[str, int] | None:
    return None if group is None else (group.folder, group.count)

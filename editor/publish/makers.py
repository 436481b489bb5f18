"""What makes the files of one site, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies
from editor.publish.listing import Listing
from editor.publish.site import Site
from editor.publish.theme import Theme

# Says whether a file that shows just these articles (ids) is asked for; of none: one that shows no article's words.
Asked = Callable[[Collection[str]], bool]


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes the files of one site. Made once an export; only reads, so usable from any thread.

    `key_before` is the key of the file at a path in the bundle of before where only words are others now, else "".
    """

    composer: Composer
    listing: Listing
    dependencies: Dependencies
    site: Site
    theme: Theme
    key_before: Callable[[str], str]


def all_of_it(articles: Collection[str]) -> bool:  # noqa: ARG001 - whatever they are
    """Ask for every file."""
    return True

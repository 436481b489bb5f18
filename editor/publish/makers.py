"""What makes the files of one site, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.domain.article import Article
from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies
from editor.publish.listing import Listing
from editor.publish.site import Site
from editor.publish.theme import Theme

# Says whether a file that shows just these articles is asked for; of none: one that shows none of any article's words.
Asked = Callable[[Iterable[Article]], bool]


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes the files of one site. Made once an export; only reads, so usable from any thread."""

    composer: Composer
    listing: Listing
    dependencies: Dependencies
    site: Site
    theme: Theme


def all_of_it(articles: Iterable[Article]) -> bool:  # noqa: ARG001 - whatever they are
    """Ask for every file."""
    return True

"""Everything one export needs, read once from the database by services and then closed to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.settings import NewsroomSettings

# What was worked out about articles and a later export may use again: by article, then by what it is and edition.
Known = dict[str, dict[tuple[str, str], str]]


def _at_hand(ids: Collection[str]) -> None:
    """Read nothing: all articles are there."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A newsroom as it was at one moment. Pages are made from this and from nothing else.

    `articles` (by id) holds every article that is not in the trash: also those not out, because links point to them.
    `images` (by id) holds every image. `original` returns where an image's original lies, or None when the file is
    not there; it may be called from any thread. `versions` maps an article's id to the hash of its content, where it
    is known. `at` (UTC) decides what is out, and nothing else. Where articles are read as they are looked at,
    `in_lists` (by id) are the same articles as lists show them, without their words and links, and `ahead` reads those
    of some ids at once.
    """

    settings: NewsroomSettings
    articles: Mapping[str, Article]
    images: Mapping[str, Image]
    original: Callable[[Image], Path | None]
    at: datetime
    versions: Mapping[str, str] = field(default_factory=dict)
    in_lists: Mapping[str, Article] | None = None
    ahead: Callable[[Collection[str]], None] = field(default=_at_hand)

    def __getstate__(self) -> dict[str, object]:
        """Return what another process needs to make pages: all but the way to the originals."""
        return {**self.__dict__, "original": None}

    def typed_image(self, path: str) -> Image | None:
        """Return the image that Markdown calls `path` (`images/<12 digits>-name`), or None."""
        return self.images_by_hash.get(path.rpartition("/")[2][:HASH_IN_NAME])

    @cached_property
    def images_by_hash(self) -> Mapping[str, Image]:
        """Return the images that have a file by the first 12 digits of their hash, as Markdown names them."""
        return {image.sha256[:HASH_IN_NAME]: image for image in self.images.values() if image.has_file}

"""Everything one export needs, read once from the database by services and then closed to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.settings import NewsroomSettings


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A newsroom as it was at one moment. Pages are made from this and from nothing else.

    `articles` (by id) holds every article that is not in the trash: also those not out, because links point to them.
    `images` (by id) holds every image. `original` returns the bytes of an image's original, or None when the file is
    not there; it may be called from any thread. `versions` maps an article's id to the hash of its content.
    `at` (UTC) decides what is out, and nothing else.
    """

    settings: NewsroomSettings
    articles: Mapping[str, Article]
    images: Mapping[str, Image]
    original: Callable[[Image], bytes | None]
    at: datetime
    versions: Mapping[str, str] = field(default_factory=dict)

    def image_by_hash(self, start: str) -> Image | None:
        """Return the image whose content hash begins with `start` (12 digits, as Markdown names it), or None."""
        return self._by_hash.get(start)

    @property
    def _by_hash(self) -> Mapping[str, Image]:
        index: dict[str, Image] | None = self.__dict__.get("_hash_index")
        if index is None:
            index = {image.sha256[:HASH_IN_NAME]: image for image in self.images.values() if image.has_file}
            self.__dict__["_hash_index"] = index
        return index

"""Pictures: their originals kept byte for byte, their small copies, and where they are used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.domain.article import Article, ArticleHead
from editor.domain.image import Image

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.storage.database import Database


class Images:
    """The pictures of a newsroom. Made by the composition root; reads and `read` are safe on job threads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def read(self, data: bytes, name: str) -> Image:
        """Keep `data` as an original and return its value; the caller then applies `AddImage`.

        Content that the newsroom knows comes back as the known image. `UserError` for what is no picture.
        """
        raise NotImplementedError

    def get(self, image_id: str) -> Image:
        """Return the image; `UserError` when there is none."""
        raise NotImplementedError

    def find(self, hash_prefix: str) -> Image | None:
        """Return the image whose content hash or id begins with `hash_prefix`, or None."""
        raise NotImplementedError

    def all(self) -> list[Image]:
        """Return all images that are not in the trash, by id."""
        raise NotImplementedError

    def original(self, image: Image) -> Path | None:
        """Return where the original lies, or None when there is none (or it is missing)."""
        raise NotImplementedError

    def thumbnail(self, image: Image, pixels: int) -> bytes | None:
        """Return the picture as PNG or JPEG with its longer side at most `pixels`, or None without an original."""
        raise NotImplementedError

    def images_of(self, article: Article) -> dict[str, Image]:
        """Return by id: hero, body pictures, pictures of external links, heroes of linked targets."""
        raise NotImplementedError

    def used_in(self, image_id: str) -> list[ArticleHead]:
        """Return the articles (trashed ones too) that use the image as hero, in the body or on a link."""
        raise NotImplementedError

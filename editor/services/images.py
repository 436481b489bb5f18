"""Pictures: their originals kept byte for byte, their small copies, and where they are used."""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault, UserError
from editor.core.files import sha256_hex, write_whole
from editor.core.messages import say
from editor.domain.article import Article, ArticleHead
from editor.domain.image import Image, image_file_name
from editor.services.signing import trusted_roots
from editor.storage import articles, images, media

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.images.thumbnails import Pixels
    from editor.services.image_library import ImageLibrary
    from editor.services.image_trash import ImageTrash
    from editor.storage.database import Database

_ID_DIGITS = 32


class Images:
    """The pictures of a newsroom. Made by the composition root; reads and `read` are safe on job threads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def read(self, data: bytes, name: str) -> Image:
        """Keep `data` as an original and return its value; the caller then applies `AddImage`.

        Content that the newsroom knows comes back as the known image, its original put back should it be gone.
        Raises `UserError` for what is no picture, `Fault` when the disk does not take it or the desk only reads.
        """
        if self._database.read_only:
            raise Fault(media.NOT_KEPT, self._database.read_only, can_retry=False)
        image = self.look(data, name)
        media.keep(self._database.folder, data, Path(image.name).suffix)
        return image

    def look(self, data: bytes, name: str) -> Image:
        """Return what `read` would, and keep nothing."""
        digest = sha256_hex(data)
        with self._database.reading() as connection:
            known = images.by_hash(connection, digest)
        if known is not None:
            return known
        from editor.images.detection import inspect
        from editor.images.probing import probe

        facts, inspection = probe(data), inspect(data, anchors=trusted_roots())
        return Image(
            id=digest[:_ID_DIGITS],
            sha256=digest,
            name=image_file_name(name, facts.suffix),
            media_type=facts.media_type,
            width=facts.width,
            height=facts.height,
            size=len(data),
            findings=inspection.findings,
            proposed=inspection.source_type,
            added_at=self._clock.now(),
        )

    def get(self, image_id: str) -> Image:
        """Return the image; `UserError` when there is none."""
        with self._database.reading() as connection:
            found = images.image(connection, image_id)
        if found is None:
            raise UserError(say("There is no picture “{id}” in this newsroom.", id=image_id))
        return found

    def find(self, hash_prefix: str) -> Image | None:
        """Return the image whose content hash or id begins with `hash_prefix`, or None."""
        with self._database.reading() as connection:
            return images.by_hash(connection, hash_prefix)

    def all(self) -> list[Image]:
        """Return all images that are not in the trash, by id."""
        with self._database.reading() as connection:
            return images.everything(connection)

    @cached_property
    def library(self) -> ImageLibrary:
        """Return the way to search all pictures of the newsroom."""
        from editor.services.image_library import ImageLibrary

        return ImageLibrary(self._database, self)

    @property
    def trash(self) -> ImageTrash:
        """Return the way to empty the trash of pictures."""
        from editor.services.image_trash import ImageTrash

        return ImageTrash(self._database)

    def in_trash(self) -> list[Image]:
        """Return all images that are in the trash, by id."""
        with self._database.reading() as connection:
            return images.everything(connection, in_trash=True)

    def original(self, image: Image) -> Path | None:
        """Return where the original lies, or None when there is none (or it is missing)."""
        return media.original(self._database.folder, image)

    def thumbnail(self, image: Image, pixels: int) -> bytes | None:
        """Return the picture as JPEG or PNG with its longer side at most `pixels`, or None without an original.

        Made once and kept under the newsroom's `cache/`. One that cannot be decoded any more gives None.
        """
        path = self._database.folder / "cache" / "thumbnails" / image.sha256[:2] / f"{image.sha256}-{pixels}"
        with contextlib.suppress(OSError):
            if image.has_file:
                return path.read_bytes()
        place = self.original(image)
        if place is None:
            return None
        from editor.images.thumbnails import thumbnail

        try:
            made = thumbnail(place.read_bytes(), pixels)
        except (OSError, UserError):
            return None
        with contextlib.suppress(OSError):  # on a full or read-only disk it is simply made again
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, made)
        return made

    def pixels(self, image: Image, side: int) -> Pixels | None:
        """Return the pixels of the original, its longer side at most `side`; None where there is none to decode."""
        place = self.original(image)
        if place is None:
            return None
        from editor.images.thumbnails import decoded

        try:
            return decoded(place.read_bytes(), side)
        except (OSError, UserError):
            return None

    def images_of(self, article: Article) -> dict[str, Image]:
        """Return by id: hero, body pictures, pictures of external links, heroes of linked targets."""
        wanted = [article.hero.image_id] if article.hero else []
        wanted += [link.external.picture.image_id for link in article.links if link.external and link.external.picture]
        with self._database.reading() as connection:
            targets = [link.article for link in article.links if link.article]
            wanted += [head.hero_image for head in articles.heads_of(connection, targets) if head.hero_image]
            found = images.images(connection, wanted)
            for digits in article.pictures_in_texts:
                if image := images.by_hash(connection, digits):
                    found[image.id] = image
        return found

    def used_in(self, image_id: str) -> list[ArticleHead]:
        """Return the articles (trashed ones too) that use the image as hero, in the body or on a link."""
        with self._database.reading() as connection:
            return articles.heads_of(connection, images.used_in(connection, image_id))

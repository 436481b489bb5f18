"""The trash of pictures: what may go for good, by a rule that is shown, and its going. Nothing else removes any."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.pictures_named import names_of
from editor.storage import backup_file, images, media, versions

if TYPE_CHECKING:
    from editor.storage.database import Database

RULE = say(
    "A picture is removed from the disk only here, and only when no article, no kept version and no backup needs it, "
    "and nothing that was done since the newsroom was opened could bring it back."
)
NOT_REMOVED = say("No picture was removed.")


class ImageTrash:
    """Empties the trash of pictures. Made by `Images`; `removable` runs as a job, `remove` is the main thread's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def removable(self, context: JobContext) -> list[Image]:
        """Return those of the pictures in the trash that nothing needs any more, by `RULE`."""
        folder = self._database.folder
        with self._database.reading() as connection:
            found = {image.id: image for image in images.everything(connection, in_trash=True)}
            needed = {one for one in found if images.used_in(connection, one)}
            if found.keys() - needed:
                needed |= self._of_versions(found, context)
        backed_up = {
            original.sha256
            for backup in backup_file.described(folder)
            for original in backup.manifest.beside
            if not original.is_spare
        }
        return [
            image
            for image in found.values()
            if image.id not in needed and image.sha256 not in backed_up and not self._was_touched(image)
        ]

    def remove(self, some: Iterable[Image]) -> list[Image]:
        """Remove those of `some` that are still in the trash and unused, for good; return them.

        Their rows go in one transaction, then their files: killed between, a file is left that belongs to nothing.
        Raises `Fault` when the disk does not take it.
        """
        gone: list[Image] = []
        with self._database.writing(NOT_REMOVED) as transaction:
            for image in some:
                stored = images.image(transaction.connection, image.id)
                is_free = stored is not None and stored.trashed_at is not None
                if is_free and not self._was_touched(image) and not images.used_in(transaction.connection, image.id):
                    gone.append(image)
            transaction.delete_images([image.id for image in gone])
        for image in gone:
            place = media.original(self._database.folder, image)
            with contextlib.suppress(OSError):
                if place is not None:
                    place.unlink()
        return gone

    def _of_versions(self, found: dict[str, Image], context: JobContext) -> set[str]:
        by_hash = {image.sha256[:HASH_IN_NAME]: image.id for image in found.values() if image.has_file}
        needed: set[str] = set()
        with self._database.reading() as connection:
            ids = versions.everything(connection)
            for number, version_id in enumerate(ids):
                context.report(number / len(ids), say("Looking through the kept versions"))
                try:
                    article = versions.version(connection, version_id)
                except Fault:  # what cannot be read may name any of them
                    return set(found)
                if article is not None:
                    named = set(names_of(article))
                    needed |= (named & found.keys()) | {by_hash[one] for one in named & by_hash.keys()}
        return needed

    def _was_touched(self, image: Image) -> bool:
        touched_ones = self._database.touched_images
        return image.id in touched_ones or image.sha256[:HASH_IN_NAME] in touched_ones

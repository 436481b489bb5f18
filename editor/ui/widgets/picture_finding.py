"""Which pictures a list shows: those of an article in their order, or those of the library that a query asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.i18n.interface import tr
from editor.services.image_library import Entry, LibraryQuery, counts, find
from editor.ui.jobs import Latest
from editor.ui.widgets.picture_list import Picture

if TYPE_CHECKING:
    from editor.services.images import Images
    from editor.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Wanted:
    """The question: the article's pictures, or those of the library that `query` asks for.

    `languages` are those of the editions: how many pictures lack alt text is counted for each.
    """

    article: Article | None
    query: LibraryQuery | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer. `counts` gives how many pictures each shelf of the library holds, `entries` the whole library."""

    pictures: tuple[Picture, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    is_compared: bool = True


class PictureFinder(QObject):
    """Made by the images panel. `found` carries a `Found`, `failed` what stood in the way.

    Behind the first look into the library every picture is compared with the others, once; then `found` comes again.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, images: Images, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._images = images
        self._jobs = jobs
        self._lane = Latest(jobs, self)
        self._wanted = Wanted(None)
        self._is_comparing = False

    def ask(self, wanted: Wanted) -> None:
        """Look for what is wanted; an older question is dropped."""
        self._wanted = wanted
        self._lane.submit(
            partial(find_pictures, self._images, wanted),
            title=say("Looking for pictures"),
            done=self._on_found,
            failed=self._on_failed,
        )

    def _on_found(self, found: Found) -> None:
        self.found.emit(found)
        if not found.is_compared and not self._is_comparing:
            self._is_comparing = True
            self._jobs.submit(
                partial(self._images.library.compare, found.entries),
                title=say("Comparing pictures"),
                done=self._on_compared,
                failed=self._on_not_compared,
                is_quiet=True,
            )

    def _on_compared(self, _nothing: None) -> None:
        self._is_comparing = False
        self.ask(self._wanted)

    def _on_not_compared(self, _error: Exception) -> None:
        # The list is a list without it; what is wrong with a file is said where the file is shown.
        self._is_comparing = False

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError | Fault):
            raise error
        self.failed.emit(error)


def find_pictures(images: Images, wanted: Wanted, context: JobContext) -> Found:
    """Return the pictures that are wanted. On a job's thread."""
    if wanted.query is None:
        return Found(tuple(_of_article(images, wanted.article)) if wanted.article else ())
    library = images.library
    entries = library.entries(context)
    is_compared = library.is_compared(entries)
    if is_compared:
        library.compare(entries, context)
    return Found(
        tuple(Picture(one.image, is_missing=one.is_missing) for one in find(entries, wanted.query, library.alike)),
        counts(entries, wanted.languages, library.alike),
        entries,
        is_compared,
    )


def _of_article(images: Images, article: Article) -> list[Picture]:
    known = images.images_of(article)
    pictures: dict[str, Picture] = {}

    def add(image: Image, role: str) -> None:
        is_missing = image.has_file and images.original(image) is None
        pictures.setdefault(image.id, Picture(image, role, is_missing=is_missing))

    if article.hero is not None and article.hero.image_id in known:
        add(known[article.hero.image_id], tr("Main picture"))
    by_hash = {image.sha256[:HASH_IN_NAME]: image for image in known.values() if image.has_file}
    for digits in article.pictures_in_texts:
        if image := by_hash.get(digits):
            add(image, tr("In the text"))
    for link in article.links:
        placed = link.external.picture if link.external else None
        if placed is not None and placed.image_id in known:
            add(known[placed.image_id], tr("On a card"))
    return list(pictures.values())

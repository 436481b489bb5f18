"""Which pictures a list shows: those of an article in their order, or those of the newsroom that hold some words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.i18n.interface import tr
from editor.ui.widgets.picture_list import Picture

if TYPE_CHECKING:
    from editor.services.images import Images

ALL, UNUSED, TRASH = "", "unused", "trash"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The question: the article's pictures, or with `is_library` the newsroom's that hold `words`.

    `shelf` is which of the newsroom's: all, those that no article uses, or those in the trash.
    """

    article: Article | None
    is_library: bool
    words: str
    shelf: str = ALL


def find_pictures(images: Images, wanted: Wanted, context: JobContext) -> list[Picture]:
    """Return the pictures that are wanted. On a job's thread."""
    if wanted.is_library:
        terms = _folded(wanted.words).split()
        shelves = {ALL: images.all, UNUSED: images.unused, TRASH: images.in_trash}
        found = [image for image in shelves[wanted.shelf]() if _holds(image, terms)]
        context.check()
        return [Picture(image) for image in sorted(found, key=_newest_first)]
    return _of_article(images, wanted.article) if wanted.article else []


def _of_article(images: Images, article: Article) -> list[Picture]:
    known = images.images_of(article)
    pictures: dict[str, Picture] = {}
    if article.hero is not None and article.hero.image_id in known:
        pictures[article.hero.image_id] = Picture(known[article.hero.image_id], tr("Main picture"))
    by_hash = {image.sha256[:HASH_IN_NAME]: image for image in known.values() if image.has_file}
    for digits in article.pictures_in_texts:
        if image := by_hash.get(digits):
            pictures.setdefault(image.id, Picture(image, tr("In the text")))
    for link in article.links:
        placed = link.external.picture if link.external else None
        if placed is not None and placed.image_id in known:
            pictures.setdefault(placed.image_id, Picture(known[placed.image_id], tr("On a card")))
    return list(pictures.values())


def _holds(image: Image, terms: list[str]) -> bool:
    text = _folded(" ".join((image.name, image.credit, *image.alt.values()))) if terms else ""
    return all(term in text for term in terms)


def _newest_first(image: Image) -> tuple[float, str]:
    return (-image.added_at.timestamp() if image.added_at else 0.0, image.id)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))

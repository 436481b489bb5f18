"""The newsroom's pictures as one library: each with what it is found by, where it is used and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.domain.image import Image
from editor.domain.source_type import OriginClass
from editor.services.image_swap import ImageSwap, plan_swap
from editor.services.likenesses import Likenesses
from editor.storage import images, media
from editor.storage.folding import fold

if TYPE_CHECKING:
    from editor.services.images import Images
    from editor.storage.database import Database

_STEP = 200


class Shelf(StrEnum):
    """A part of the library. `NO_ALT` is asked for in one language each: "no-alt:sw"."""

    ALL = ""
    AI_GENERATED = "ai-generated"
    AI_MODIFIED = "ai-modified"
    UNKNOWN = "unknown"
    NO_ALT = "no-alt"
    NO_CREDIT = "no-credit"
    UNUSED = "unused"
    MISSING = "missing"
    ALIKE = "alike"
    TRASH = "trash"


_ORIGINS = {
    OriginClass.AI_GENERATED: Shelf.AI_GENERATED,
    OriginClass.AI_MODIFIED: Shelf.AI_MODIFIED,
    OriginClass.UNKNOWN: Shelf.UNKNOWN,
}


class PictureOrder(StrEnum):
    """What the pictures of a shelf are sorted by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LARGEST = "largest"
    MOST_USED = "most-used"


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the library: `words` are what it is found by, `uses` counts articles, those in the trash too."""

    image: Image
    words: str
    uses: int
    is_missing: bool


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """What is looked for: pictures on `shelf` that hold all of `words`, in this order."""

    words: str = ""
    shelf: str = Shelf.ALL
    order: PictureOrder = PictureOrder.NEWEST


class ImageLibrary:
    """Reads what the newsroom's pictures have to be found by. Made by `Images`; for job threads, one at a time."""

    def __init__(self, database: Database, images: Images) -> None:
        self._database = database
        self.likenesses = Likenesses(images, database.folder)
        self.alike: dict[str, int] = {}
        self._compared: tuple[str, ...] = ()

    def entries(self, context: JobContext) -> tuple[Entry, ...]:
        """Return every picture, those of the trash too; no original is read, only whether it is there."""
        with self._database.reading() as connection:
            every = [*images.everything(connection), *images.everything(connection, in_trash=True)]
            uses = images.uses(connection)
        kept = media.kept(self._database.folder)
        found = []
        for number, image in enumerate(every):
            if number % _STEP == 0:
                context.check()
            places = uses.get(image.id, {})
            words = _words(image, places.values())
            found.append(Entry(image, words, len(places), image.has_file and image.sha256 not in kept))
        return tuple(found)

    def is_compared(self, entries: Sequence[Entry]) -> bool:
        """Say whether `compare` would find everything it needs kept, and read no picture."""
        return all(map(self.likenesses.knows, _present(entries)))

    def compare(self, entries: Sequence[Entry], context: JobContext) -> None:
        """Find out which pictures look alike; `alike` then gives, by id, the number of the group one is in."""
        present = _present(entries)
        as_it_is = tuple(image.id for image in present)
        if as_it_is != self._compared:
            self.alike, self._compared = self.likenesses.compare(present, context), as_it_is

    def present(self) -> dict[str, Image]:
        """Return by content hash the pictures with a file that are not in the trash."""
        with self._database.reading() as connection:
            every = images.everything(connection)
        return {image.sha256: image for image in every if image.has_file}

    def plan_swap(self, old: Image, new: Image, context: JobContext) -> ImageSwap:
        """Return what replacing `old` by `new` everywhere would touch; see `image_swap`."""
        return plan_swap(self._database, old, new, context)


def find(entries: Sequence[Entry], query: LibraryQuery, alike: Mapping[str, int]) -> list[Entry]:
    """Return what `query` asks for; `alike` gives, by id, the number of the group of look-alikes a picture is in."""
    language = query.shelf.partition(":")[2]
    terms = fold(query.words).split()
    found = [entry for entry in entries if query.shelf in _shelves_of(entry, (language,), alike)]
    if terms:
        found = [entry for entry in found if _holds(entry, terms)]
    found.sort(key=_ORDERS[query.order])
    if query.shelf == Shelf.ALIKE:
        found.sort(key=lambda entry: alike[entry.image.id])  # stable: within a group the order asked for
    return found


def counts(entries: Sequence[Entry], languages: Sequence[str], alike: Mapping[str, int]) -> Counter[str]:
    """Return how many pictures each shelf holds; those without alt text for each of `languages`."""
    shelves = [str(shelf) for shelf in Shelf if shelf is not Shelf.NO_ALT]
    counted = Counter(dict.fromkeys([*shelves, *map(no_alt_in, languages)], 0))
    for entry in entries:
        counted.update(_shelves_of(entry, languages, alike))
    return counted


def no_alt_in(language: str) -> str:
    """Return the shelf of pictures that have no alt text for readers of `language`."""
    return f"{Shelf.NO_ALT}:{language}"


def _shelves_of(entry: Entry, languages: Sequence[str], alike: Mapping[str, int]) -> Iterator[str]:
    image = entry.image
    if image.trashed_at is not None:
        yield Shelf.TRASH
        return
    yield Shelf.ALL
    if shelf := _ORIGINS.get(image.origin):
        yield shelf
    yield from (no_alt_in(language) for language in languages if language not in image.alt)
    if not image.credit:
        yield Shelf.NO_CREDIT
    if not entry.uses:
        yield Shelf.UNUSED
    if entry.is_missing:
        yield Shelf.MISSING
    if image.id in alike:
        yield Shelf.ALIKE


def _present(entries: Sequence[Entry]) -> list[Image]:
    return [entry.image for entry in entries if not entry.image.trashed_at and not entry.is_missing]


def _words(image: Image, said_there: Iterable[Sequence[str]]) -> str:
    parts = [image.name, image.credit, image.creator, image.ai_system, *image.alt.values()]
    return "\n".join([*parts, *(text for texts in said_there for text in texts)])


def _holds(entry: Entry, terms: Sequence[str]) -> bool:
    words = _folded(entry.words)
    return all(term in words for term in terms)


@lru_cache(maxsize=20_000)
def _folded(words: str) -> str:
    # Folded when first searched for, ten microseconds each; looking at a shelf needs none of it.
    return fold(words)


def _age(entry: Entry) -> float:
    return entry.image.added_at.timestamp() if entry.image.added_at else 0.0


_ORDERS: Mapping[PictureOrder, Callable[[Entry], tuple[float | str, str]]] = {
    PictureOrder.NEWEST: lambda entry: (-_age(entry), entry.image.id),
    PictureOrder.OLDEST: lambda entry: (_age(entry), entry.image.id),
    PictureOrder.NAME: lambda entry: (fold(entry.image.name), entry.image.id),
    PictureOrder.LARGEST: lambda entry: (-entry.image.width * entry.image.height, entry.image.id),
    PictureOrder.MOST_USED: lambda entry: (-entry.uses, entry.image.id),
}

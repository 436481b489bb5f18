"""The newsroom's pictures as one library: each with what it is found by, where it is used and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
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


class PictureOrder(StrEnum):
    """What the pictures of a shelf are sorted by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LARGEST = "largest"
    MOST_USED = "most-used"


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the library: `words` are folded, `uses` counts articles, those in the trash too."""

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
        self._folded: dict[str, tuple[str, str]] = {}
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
            words = self._words(image, places.values())
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

    def _words(self, image: Image, said_there: Iterable[Sequence[str]]) -> str:
        parts = [image.name, image.credit, image.creator, image.ai_system, *image.alt.values()]
        parts += [text for texts in said_there for text in texts]
        plain = "\n".join(parts)
        known = self._folded.get(image.id)
        if known is None or known[0] != plain:
            known = self._folded[image.id] = (plain, fold(plain))
        return known[1]


def find(entries: Sequence[Entry], query: LibraryQuery, alike: Mapping[str, int]) -> list[Entry]:
    """Return what `query` asks for; `alike` gives, by id, the number of the group of look-alikes a picture is in."""
    is_on = _test(query.shelf, alike)
    terms = fold(query.words).split()
    found = [entry for entry in entries if is_on(entry) and all(term in entry.words for term in terms)]
    found.sort(key=_ORDERS[query.order])
    if query.shelf == Shelf.ALIKE:
        found.sort(key=lambda entry: alike[entry.image.id])  # stable: within a group the order asked for
    return found


def counts(entries: Sequence[Entry], languages: Sequence[str], alike: Mapping[str, int]) -> Counter[str]:
    """Return how many pictures each shelf holds; those without alt text for each of `languages`."""
    tests = {str(shelf): _test(shelf, alike) for shelf in Shelf if shelf is not Shelf.NO_ALT}
    tests |= {no_alt_in(language): _test(no_alt_in(language), alike) for language in languages}
    counted: Counter[str] = Counter()
    for entry in entries:
        for shelf, is_on in tests.items():
            counted[shelf] += is_on(entry)
    return counted


def _present(entries: Sequence[Entry]) -> list[Image]:
    return [entry.image for entry in entries if not entry.image.trashed_at and not entry.is_missing]


def no_alt_in(language: str) -> str:
    """Return the shelf of pictures that have no alt text for readers of `language`."""
    return f"{Shelf.NO_ALT}:{language}"


def _test(shelf: str, alike: Mapping[str, int]) -> Callable[[Entry], bool]:
    name, _colon, language = shelf.partition(":")
    if name == Shelf.TRASH:
        return lambda entry: entry.image.trashed_at is not None
    tests: dict[str, Callable[[Entry], bool]] = {
        Shelf.ALL: lambda _entry: True,
        Shelf.AI_GENERATED: lambda entry: entry.image.origin is OriginClass.AI_GENERATED,
        Shelf.AI_MODIFIED: lambda entry: entry.image.origin is OriginClass.AI_MODIFIED,
        Shelf.UNKNOWN: lambda entry: entry.image.origin is OriginClass.UNKNOWN,
        Shelf.NO_ALT: lambda entry: language not in entry.image.alt,
        Shelf.NO_CREDIT: lambda entry: not entry.image.credit,
        Shelf.UNUSED: lambda entry: not entry.uses,
        Shelf.MISSING: lambda entry: entry.is_missing,
        Shelf.ALIKE: lambda entry: entry.image.id in alike,
    }
    is_on = tests[name]
    return lambda entry: entry.image.trashed_at is None and is_on(entry)


def _age(entry: Entry) -> float:
    return entry.image.added_at.timestamp() if entry.image.added_at else 0.0


_ORDERS: Mapping[PictureOrder, Callable[[Entry], tuple[float | str, str]]] = {
    PictureOrder.NEWEST: lambda entry: (-_age(entry), entry.image.id),
    PictureOrder.OLDEST: lambda entry: (_age(entry), entry.image.id),
    PictureOrder.NAME: lambda entry: (fold(entry.image.name), entry.image.id),
    PictureOrder.LARGEST: lambda entry: (-entry.image.width * entry.image.height, entry.image.id),
    PictureOrder.MOST_USED: lambda entry: (-entry.uses, entry.image.id),
}

"""Reads the newsroom into the snapshots that pages are made from, and knows where made parts are kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.files import sha256_hex
from editor.domain.article import Article
from editor.domain.check_choices import CheckChoices
from editor.domain.image import Image
from editor.domain.statement import public_image
from editor.services.known_articles import KnownArticles
from editor.services.themes import theme_of
from editor.storage import articles as stored
from editor.storage.kept_bodies import PLACE, KeptBodies
from editor.storage.standing import in_sets

if TYPE_CHECKING:
    from editor.domain.settings import NewsroomSettings
    from editor.publish.snapshot import Snapshot
    from editor.publish.theme import Theme
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

# Everything under this folder of a newsroom can be made again.
KEPT = "cache"
# Where copies of pictures are there, and where a bundle of all that is published is kept ready.
COPIES = "copies"
READY = Path("ready") / "bundle"


def ready_place(newsroom: Path) -> Path | None:
    """Return the real path of where a bundle is kept ready; None where links lead to what is not the newsroom's own."""
    place = os.path.join(os.path.realpath(newsroom), KEPT, READY)  # noqa: PTH118 - compared as the system spells it
    return Path(place) if os.path.realpath(place) == place else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What the newsroom is, so far as it is known without reading its articles.

    `stamps` say by id when and how often each article was changed, `trash` those in it; `read` returns the articles
    of some ids, `read_listed` the same as lists show them, without their words and links; `leading` returns the ids of
    those that lead to one of some ids, or to its translations, `members` those outside the trash in one of some
    translation sets.
    """

    settings: NewsroomSettings
    images: Mapping[str, Image]
    stamps: dict[str, str]
    trash: dict[str, str]
    original: Callable[[Image], Path | None]
    read: Callable[[Collection[str]], list[Article]]
    read_listed: Callable[[Collection[str]], list[Article]]
    leading: Callable[[Collection[str]], set[str]]
    members: Callable[[Collection[str]], set[str]]


class Snapshots:
    """Takes snapshots. Made by the services that need them; safe on every thread."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._known: KnownArticles | None = None
        self._guard = threading.Lock()

    def theme(self, settings: NewsroomSettings) -> Theme:
        """Return the theme that pages wear by `settings`; raise `UserError` for one that cannot be used."""
        return theme_of(self._newsroom.folder, settings.theme)

    @property
    def newsroom_folder(self) -> Path:
        """Return the newsroom's folder."""
        return self._newsroom.folder

    @property
    def copies_folder(self) -> Path:
        """Return where copies of pictures are kept."""
        return self._newsroom.folder / KEPT / COPIES

    @property
    def bodies_file(self) -> Path:
        """Return the file in which rendered bodies and content hashes are kept."""
        return self._newsroom.folder / KEPT / PLACE

    @property
    def ready_place(self) -> Path | None:
        """Return where a bundle of the whole newsroom is kept ready, as `ready_place` does."""
        return ready_place(self._newsroom.folder)

    def pages_memory(self, place: Path) -> Path:
        """Return the file that remembers how the pages of the bundle at `place` were made."""
        return self._newsroom.folder / KEPT / "pages" / f"{sha256_hex(os.fsencode(place))[:16]}.json"

    def standing_file(self, place: Path) -> Path:
        """Return the file that says what the newsroom was when the bundle at `place` was made."""
        return self.pages_memory(place).with_suffix(".standing")

    def original(self, image: Image) -> Path | None:
        """Return where an image's original lies, or None when it is not there."""
        return self._images.original(image)

    def whole(self, at: datetime) -> Snapshot:
        """Return the whole newsroom, read at one moment."""
        with self._newsroom.moment():
            return self.of(self.present(), at)

    def of(self, present: Present, at: datetime) -> Snapshot:
        """Return the whole newsroom with its articles, in the same `Newsroom.moment` as what is `present`."""
        from editor.publish.snapshot import Snapshot

        articles, versions = self._all_articles()
        return Snapshot(
            settings=present.settings,
            articles=articles,
            images=present.images,
            original=present.original,
            at=at,
            versions=versions,
        )

    def _all_articles(self) -> tuple[Mapping[str, Article], Mapping[str, str]]:
        """Return all articles and the hashes of their content, by id; only what was changed is read again."""
        with self._guard, self._newsroom.reading() as connection:
            if self._known is None:
                self._known = KnownArticles(KeptBodies(self.bodies_file))
            return self._known.read(connection)

    def present(self) -> Present:
        """Return what the newsroom is now. What is read of it later is of the same moment inside `Newsroom.moment`."""
        with self._newsroom.moment(), self._newsroom.reading() as connection:
            settings = _of_pages(self._newsroom.settings)
            return Present(
                settings=settings,
                images={image.id: public_image(image, settings.picture_prompts) for image in self._images.all()},
                stamps=stored.stamps(connection),
                trash=stored.stamps(connection, in_trash=True),
                original=self.original,
                read=self._read,
                read_listed=self._read_listed,
                leading=self._leading,
                members=self._members,
            )

    def _read(self, ids: Collection[str]) -> list[Article]:
        with self._newsroom.reading() as connection:
            return stored.articles(connection, ids)

    def _read_listed(self, ids: Collection[str]) -> list[Article]:
        with self._newsroom.reading() as connection:
            return stored.listed(connection, ids)

    def _leading(self, ids: Collection[str]) -> set[str]:
        with self._newsroom.reading() as connection:
            return stored.leading_to_sets_of(connection, ids)

    def _members(self, sets: Collection[str]) -> set[str]:
        with self._newsroom.reading() as connection:
            return in_sets(connection, sets)

    def of_these(
        self, settings: NewsroomSettings, articles: Iterable[Article], images: Iterable[Image], at: datetime
    ) -> Snapshot:
        """Return a newsroom of these articles and pictures alone; of none, what its settings alone decide."""
        from editor.publish.snapshot import Snapshot

        settings = _of_pages(settings)
        return Snapshot(
            settings=settings,
            articles={article.id: article for article in articles},
            images={image.id: public_image(image, settings.picture_prompts) for image in images},
            original=self.original,
            at=at,
        )

    def around(self, article: Article, at: datetime) -> Snapshot:
        """Return what the page of `article` needs: its set, the articles it leads to with theirs, their pictures."""
        with self._newsroom.moment():
            targets = self._articles.targets_of(article).values()
            found = {target.id: target for target in targets if target.trashed_at is None}
            for translation_set in {article.translation_set, *(target.translation_set for target in found.values())}:
                found |= {member.id: member for member in self._articles.members(translation_set)}
            images = dict(self._images.images_of(article))
            for hero in {one.hero.image_id for one in found.values() if one.hero} - images.keys():
                images[hero] = self._images.get(hero)
            return self.of_these(self._newsroom.settings, found.values(), images.values(), at)


def _of_pages(settings: NewsroomSettings) -> NewsroomSettings:
    """Return `settings` without what no page shows: a problem that is accepted must not make every page anew."""
    return replace(settings, checks=CheckChoices())

"""Reads the newsroom into the snapshots that pages are made from, and knows where made parts are kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import replace
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
from editor.storage.kept_bodies import PLACE

if TYPE_CHECKING:
    from editor.domain.settings import NewsroomSettings
    from editor.publish.snapshot import Snapshot
    from editor.publish.theme import Theme
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

# Everything under this folder of a newsroom can be made again.
KEPT = "cache"


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
    def copies_folder(self) -> Path:
        """Return where copies of pictures are kept."""
        return self._newsroom.folder / KEPT / "copies"

    @property
    def bodies_file(self) -> Path:
        """Return the file in which rendered bodies are kept."""
        return self._newsroom.folder / KEPT / PLACE

    def pages_memory(self, place: Path) -> Path:
        """Return the file that remembers how the pages of the bundle at `place` were made."""
        return self._newsroom.folder / KEPT / "pages" / f"{sha256_hex(os.fsencode(place))[:16]}.json"

    def original(self, image: Image) -> Path | None:
        """Return where an image's original lies, or None when it is not there."""
        return self._images.original(image)

    def whole(self, at: datetime) -> Snapshot:
        """Return the whole newsroom, read at one moment."""
        from editor.publish.snapshot import Snapshot

        with self._newsroom.moment():
            settings = _of_pages(self._newsroom.settings)
            articles, versions = self._all_articles()
            images = {image.id: public_image(image, settings.picture_prompts) for image in self._images.all()}
        return Snapshot(
            settings=settings, articles=articles, images=images, original=self.original, at=at, versions=versions
        )

    def _all_articles(self) -> tuple[Mapping[str, Article], Mapping[str, str]]:
        """Return all articles and the hashes of their content, by id; only what was changed is read again."""
        with self._guard, self._newsroom.reading() as connection:
            if self._known is None:
                self._known = KnownArticles(self._newsroom.folder / KEPT / "versions.json")
            return self._known.read(connection)

    def of_settings(self, at: datetime) -> Snapshot:
        """Return the newsroom without an article: what its settings alone decide."""
        from editor.publish.snapshot import Snapshot

        settings = _of_pages(self._newsroom.settings)
        return Snapshot(settings=settings, articles={}, images={}, original=self.original, at=at)

    def around(self, article: Article, at: datetime) -> Snapshot:
        """Return what the page of `article` needs: its set, the articles it leads to with theirs, their pictures."""
        from editor.publish.snapshot import Snapshot

        with self._newsroom.moment():
            settings = _of_pages(self._newsroom.settings)
            targets = self._articles.targets_of(article).values()
            found = {target.id: target for target in targets if target.trashed_at is None}
            for translation_set in {article.translation_set, *(target.translation_set for target in found.values())}:
                found |= {member.id: member for member in self._articles.members(translation_set)}
            images = dict(self._images.images_of(article))
            for hero in {one.hero.image_id for one in found.values() if one.hero} - images.keys():
                images[hero] = self._images.get(hero)
            images = {key: public_image(image, settings.picture_prompts) for key, image in images.items()}
        return Snapshot(settings=settings, articles=found, images=images, original=self.original, at=at)


def _of_pages(settings: NewsroomSettings) -> NewsroomSettings:
    """Return `settings` without what no page shows: a problem that is accepted must not make every page anew."""
    return replace(settings, checks=CheckChoices())

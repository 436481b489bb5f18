"""One article as readers will see it, from the words as they are being typed: the pages of the export, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, Use, copies_for, hash_in
from editor.domain.settings import Edition
from editor.domain.statement import public_image
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.publish.bodies import Bodies
    from editor.publish.composing import Composer
    from editor.publish.site import Site
    from editor.publish.theme import Theme
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

# The open article, the parts of it, and what it was a few keys ago.
_BODIES = 16


class Preview:
    """Makes pages of single articles. Made by the composition root; safe on job threads."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._images = images
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)
        self._rendered: Bodies | None = None

    def page(self, article: Article, locale: str, *, dark: bool | None = None) -> str:
        """Return the whole page of `article` in the edition of `locale`, the words taken from the value itself.

        A locale without an edition is shown as one with standard settings. `dark` fixes the scheme of colours.
        """
        from editor.publish.rendering import page_html

        site, edition = self._site(article, locale)
        scheme = "" if dark is None else "dark" if dark else "light"
        return page_html(self._composer(site, scheme).article(edition, article), self._theme())

    def path(self, article: Article, locale: str) -> str:
        """Return the page's path inside a bundle: `sw/drums-in-nara/index.html`. Its links are relative to it."""
        from editor.domain.site_places import PAGE

        site, edition = self._site(article, locale)
        return f"{site.page(edition, article)}/{PAGE}"

    def text(self, article: Article, locale: str) -> str:
        """Return the page as plain text."""
        from editor.publish.text import page_text

        site, edition = self._site(article, locale)
        return page_text(site.subject(edition, article), site)

    def resource(self, path: str) -> tuple[bytes, str] | None:
        """Return (bytes, media type) of what a page refers to by its path inside the bundle, or None."""
        from editor.domain.site_places import IMAGES

        theme = self._theme()
        for file in (theme.stylesheet, theme.consent, *theme.files.values()):
            if file.path == path:
                return file.data, file.type
        folder, _, name = path.rpartition("/")
        return self._copy(name) if folder == IMAGES else None

    def _copy(self, name: str) -> tuple[bytes, str] | None:
        from editor.images.derivatives import Derivatives

        digits = hash_in(name)
        found = self._images.find(digits) if digits else None
        image = public_image(found, self._newsroom.settings.picture_prompts) if found else None
        if image is None or name not in {copy.name for copy in copies_for(image, Use)}:
            return None
        data = Derivatives(self._snapshots.copies_folder).read(image, self._snapshots.original(image), name)
        return data, MEDIA_TYPES[name.rpartition(".")[2]]

    def _site(self, article: Article, locale: str) -> tuple[Site, Edition]:
        from editor.publish.site import of_one

        snapshot = self._snapshots.around(article, self._clock.now())
        edition = snapshot.settings.edition(locale) or Edition(locale=locale)
        return of_one(snapshot, edition, article), edition

    def _composer(self, site: Site, scheme: str) -> Composer:
        from editor.publish.bodies import Bodies
        from editor.publish.composing import Composer
        from editor.publish.frames import Frames
        from editor.publish.rendering import picture_html

        if self._rendered is None:
            self._rendered = Bodies(_BODIES)
        theme = self._theme()
        frames = Frames(site, theme, scheme=scheme)
        return Composer(site, frames, self._rendered, lambda picture, language: picture_html(picture, language, theme))

    def _theme(self) -> Theme:
        return self._snapshots.theme(self._newsroom.settings)

"""One article as readers will see it, from the words as they are being typed: the pages of the export, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.domain.article import Article

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


class Preview:
    """Makes pages of single articles. Made by the composition root; safe on job threads."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock

    def page(self, article: Article, locale: str, *, dark: bool | None = None) -> str:
        """Return the whole page of `article` in the edition of `locale`, the words taken from the value itself.

        A locale without an edition is shown as one with standard settings. `dark` fixes the scheme of colours.
        """
        raise NotImplementedError

    def path(self, article: Article, locale: str) -> str:
        """Return the page's path inside a bundle: `sw/drums-in-nara/index.html`. Its links are relative to it."""
        raise NotImplementedError

    def text(self, article: Article, locale: str) -> str:
        """Return the page as plain text."""
        raise NotImplementedError

    def resource(self, path: str) -> tuple[bytes, str] | None:
        """Return (bytes, media type) of what a page refers to by its path inside the bundle, or None."""
        raise NotImplementedError

"""What a person should look at before an article goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.domain.problem import Problem

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


class Checking:
    """Runs the checks. Made by the composition root; safe on job threads."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock

    def problems(self, article_id: str | None = None) -> list[Problem]:
        """Return what the checks find in one article, or in the settings and all articles that are not in the trash."""
        raise NotImplementedError

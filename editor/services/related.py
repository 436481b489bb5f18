"""The cards under an article, suggestions for more of them, and what tells of articles elsewhere."""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.card import Card, cards_of

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.related_index import Following, Suggestion
    from editor.services.telling import Telling
    from editor.storage.database import Database

FEW = 300  # articles that are read at once on a thread, in less time than a process takes to start


class Related:
    """Cards and suggestions. Made by the composition root; usable on every thread.

    What all articles are about is read at the first suggestion, after that only what has changed: here while they are
    few, else in the process beside the window, for on a thread that would keep the interpreter from the keys; what it
    read it keeps beside the database for the next session.
    """

    def __init__(self, database: Database, articles: Articles, images: Images, process: NewsroomProcess) -> None:
        self._database = database
        self._articles = articles
        self._images = images
        self._process = process
        self._lock = threading.Lock()

    def cards(self, article: Article) -> list[Card]:
        """Return the cards of `article` in link order; links whose target is not there are left out."""
        return list(cards_of(article, self._articles.targets_of(article), self._images.images_of(article)))

    def suggestions(self, article: Article, context: JobContext, limit: int = 10) -> list[Suggestion]:
        """Return at most `limit` articles that `article` does not link to yet, the best first.

        For a job: the first call ever in a newsroom of ten thousand reads them all, the first of a later session takes
        half a second, the others milliseconds. Raises `Cancelled` when stopped, and `Fault` when the process beside
        ends before it answers.
        """
        from editor.related import about
        from editor.services.related_index import Beside
        from editor.storage import articles as stored

        known = about(article)
        linked = frozenset(link.article for link in article.links if link.article)
        with self._database.reading() as connection:
            count, _ = stored.stamp_of_all(connection)
        if count <= FEW:
            with self._lock:
                self._few.follow()
                return self._few.like(known, linked, limit)
        with self._process.asked(Beside(known, linked, limit), context) as conversation:
            found = conversation.hear()
            conversation.hear_out()
        if not isinstance(found, list):
            raise TypeError(found)
        return found

    @cached_property
    def telling(self) -> Telling:
        """Return the service that reads what tells of articles elsewhere."""
        from editor.services.telling import Telling

        return Telling(self._process)

    @cached_property
    def _few(self) -> Following:
        from editor.services.related_index import Following

        return Following(self._database)

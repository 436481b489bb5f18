"""The timeline of an article in any edition, as its readers will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.domain.edition import is_out, member_for
from editor.domain.settings import Edition

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.article import Article
    from editor.services.articles import Articles
    from editor.services.newsroom import Newsroom
    from editor.timeline import Timeline as Timeline  # noqa: PLC0414 - panels may not import the pure rooms


class Timelines:
    """Puts timelines into words. Made by the composition root; usable on every thread."""

    def __init__(self, articles: Articles, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._newsroom = newsroom
        self._clock = clock

    def of(self, article: Article, locale: str) -> Timeline:
        """Return the timeline of `article` (as given, stored or not) in the edition of `locale`, which need not exist.

        An entry leads to what readers of that edition see of its target: the member of the target's translation set
        that the edition shows, or the target itself while none of the set is out.
        """
        from editor.timeline import timeline

        settings, at = self._newsroom.settings, self._clock.now()
        edition = settings.edition(locale) or Edition(locale=locale)
        targets = {}
        for key, target in self._articles.targets_of(article).items():
            out = [member for member in self._articles.members(target.translation_set) if is_out(member, at)]
            targets[key] = member_for(edition, out) or target
        return timeline(article, targets, settings=settings, edition_locale=locale, at=at)

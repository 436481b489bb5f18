"""The timeline of an article in any edition, as its readers will see it, and what could still join it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.earlier import Earlier, earlier_articles
from editor.domain.edition import is_out, member_for
from editor.domain.settings import Edition

if TYPE_CHECKING:
    from datetime import datetime

    from editor.core.clock import Clock
    from editor.services.articles import Articles
    from editor.services.newsroom import Newsroom
    from editor.timeline import Timeline as Timeline  # noqa: PLC0414 - panels may not import the pure rooms

MOST_TAGGED = 200  # of the newest articles that share a tag; a tag of years has thousands


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
        return self.side_by_side(article, (locale,))[locale]

    def side_by_side(self, article: Article, locales: Sequence[str], most: int | None = None) -> dict[str, Timeline]:
        """Return the timelines of `article` in the editions of `locales`, all from one read of what they lead to.

        Only the newest `most` entries of each are put into words.
        """
        from editor.timeline import timeline

        settings, at = self._newsroom.settings, self._clock.now()
        wanted = {link.article for link in article.links if link.article and link.on_timeline}
        read = {one.id: one for one in self._articles.with_translations(wanted)}
        sets: defaultdict[str, list[Article]] = defaultdict(list)
        for one in read.values():
            if one.trashed_at is None:
                sets[one.translation_set].append(one)
        found = {}
        for locale in locales:
            edition = settings.edition(locale) or Edition(locale=locale)
            targets = {key: _led(edition, read[key], sets, at) for key in wanted if key in read}
            found[locale] = timeline(
                article,
                targets,
                settings=settings,
                edition_locale=locale,
                at=at,
                waiting=_waiting(locale, targets, sets, at),
                most=most,
            )
        return found

    def earlier(self, article: Article) -> tuple[Earlier, ...]:
        """Return what could join the timeline of `article`, by its links and tags, the newest first."""
        tagged = self._articles.tagged(article.tags, MOST_TAGGED) if article.tags else []
        near = [link.article for link in article.links if link.article]
        known = {one.id: one for one in self._articles.with_translations([*near, *tagged])}
        beyond = {link.article for key in near if key in known for link in known[key].links if link.on_timeline}
        known |= {one.id: one for one in self._articles.with_translations(beyond - known.keys() - {""})}
        return earlier_articles(article, known, tagged, self._clock.now())


def _led(edition: Edition, target: Article, sets: Mapping[str, Sequence[Article]], at: datetime) -> Article:
    """Return what readers of `edition` see of `target`."""
    out = [member for member in sets.get(target.translation_set, ()) if is_out(member, at)]
    return member_for(edition, out) or target


def _waiting(
    locale: str, targets: Mapping[str, Article], sets: Mapping[str, Sequence[Article]], at: datetime
) -> dict[str, Article]:
    """Return by the ids that links name the translations into the language of `locale` that are not out yet."""
    return {
        key: member
        for key, target in targets.items()
        if target.language != locale
        for member in sets.get(target.translation_set, ())
        if member.language == locale and not is_out(member, at)
    }

"""Whether a newsroom differs from what it was at an earlier export in the words of some articles, and in nothing else.

Then which files there are, where they lie and whom they show is the same, and all but those that show the words too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.edition import could_be_out, hour_of
from editor.publish.bodies import Bodies
from editor.publish.dependencies import Dependencies
from editor.publish.site import Site
from editor.publish.sitemap import NEWS_FOR
from editor.publish.snapshot import Snapshot


def reworded(before: Site, after: Snapshot, until: datetime | None, bodies: Bodies) -> dict[str, Article] | None:
    """Return by id the articles whose words are others in `after` than in `before`; None where anything else is too.

    Bookkeeping counts with words: when an article was changed last stands in e-books, whose words were signed on pages.

    `until` is the first instant at which time alone changes what `before` shows (`same_until`).
    """
    then = before.snapshot
    if after.at < then.at or (until is not None and after.at >= until):
        return None
    if after.settings != then.settings or after.images != then.images or len(after.articles) != len(then.articles):
        return None
    changed = {}
    for article in after.articles.values():
        was = then.articles.get(article.id)
        if was is None or (was is not article and _frame(was) != _frame(article)):
            return None
        if was is not article and was != article:
            changed[article.id] = article
    return changed if not changed or _shows_same_pictures(before, after, changed, bodies) else None


def same_until(site: Site) -> datetime | None:
    """Return the first instant after the site's own at which time alone changes what it shows, None for never."""
    at = site.snapshot.at
    hours = [
        hour
        for article in site.snapshot.articles.values()
        if (hour := hour_of(article)) is not None and hour > at and could_be_out(article, hour)
    ]
    news = [
        old
        for edition in site.editions
        for article in site.shown(edition)
        if article.published is not None and (old := article.published + NEWS_FOR) >= at
    ]
    return min((*hours, *news), default=None)


def _frame(article: Article) -> Article:
    """Return `article` without what no page but its own and those that name it can show.

    A field that is not named here counts as frame: it costs time, and never a page that is out of date.
    """
    return replace(
        article,
        headline="",
        standfirst="",
        body="",
        ai_ranges=(),
        reactions="",
        authorship=Authorship.NOT_STATED,
        hero=replace(article.hero, caption="") if article.hero else None,
        links=(),
        translated_from="",
        approved_by="",
        approved_at=None,
        reviewed_by="",
        reviewed_at=None,
        reviewed_version="",
        extra={},
        changed_at=None,
    )


def _shows_same_pictures(before: Site, after: Snapshot, changed: Mapping[str, Article], bodies: Bodies) -> bool:
    """Say whether pages of the `changed` articles show the pictures that they showed, in the same places."""
    if not after.images:
        return True
    now = before.reworded(after, changed)
    then_uses, now_uses = (Dependencies(site, bodies, "").uses for site in (before, now))
    return all(
        {(image.id, use) for image, use in then_uses(edition, before.snapshot.articles[article.id])}
        == {(image.id, use) for image, use in now_uses(edition, article)}
        for edition in before.editions
        for article in changed.values()
    )

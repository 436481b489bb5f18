"""What of an article may not change for an edit to be one of words, after which only what shows them is another.

Then which files there are, where they lie and whom they show is the same, and all but those that show the words too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from operator import attrgetter

from editor.core.files import sha256_hex
from editor.domain.article import Article
from editor.domain.edition import could_be_out, hour_of
from editor.publish.bodies import Bodies
from editor.publish.dependencies import Dependencies
from editor.publish.site import Site
from editor.publish.sitemap import NEWS_FOR

# What no page but its own and those that name it can show. A field that is not named here counts as frame: it costs
# time, and never a page that is out of date.
_WORDS = frozenset(
    {
        *("headline", "standfirst", "body", "ai_ranges", "reactions", "authorship", "links", "extra", "changed_at"),
        *("translated_from", "approved_by", "approved_at", "reviewed_by", "reviewed_at", "reviewed_version"),
    }
)
_framed = attrgetter(*(field.name for field in fields(Article) if field.name not in {*_WORDS, "hero"}))
_DIGITS = 32


class Framing:
    """Tells an edit of words from every other, on one site. Bookkeeping counts with words: no list shows it."""

    def __init__(self, site: Site, bodies: Bodies) -> None:
        self._site = site
        self._uses = Dependencies(site, bodies, "").uses

    def frame(self, article: Article) -> str:
        """Return a hash of all of `article` but its words, and of the pictures that its pages show.

        While it is the same, and what there is beside articles too, only words are others. Before the hash stands what
        `set_and_former` reads.
        """
        pictures = [
            sorted({(image.id, use.value) for image, use in self._uses(edition, article)})
            for edition in (self._site.editions if self._site.snapshot.images else ())
        ]
        hero = article.hero and article.hero.image_id  # its caption is words
        said = repr((_framed(article), hero, pictures))
        digest = sha256_hex(said.encode("utf-8", "surrogatepass"))[:_DIGITS]
        return f"{'+' if article.former_slugs else '-'}{digest}{article.translation_set}"


def set_and_former(frame: str) -> tuple[str, bool]:
    """Return of an article by its frame which translation set it is in, and whether it has earlier addresses."""
    return frame[1 + _DIGITS :], frame[0] == "+"


def same_until(site: Site, among: Collection[str] | None = None) -> datetime | None:
    """Return the first instant after the site's own at which time alone changes what it shows, None for never.

    With `among` only as far as it shows the articles of these ids.
    """
    at, articles = site.snapshot.at, site.snapshot.articles
    looked_at = articles.values() if among is None else [articles[one] for one in among]
    hours = [
        hour
        for article in looked_at
        if (hour := hour_of(article)) is not None and hour > at and could_be_out(article, hour)
    ]
    news = [
        old
        for edition in site.editions
        for article in (site.shown(edition) if among is None else looked_at)
        if article.published is not None and (old := article.published + NEWS_FOR) >= at
    ]
    return min((*hours, *news), default=None)

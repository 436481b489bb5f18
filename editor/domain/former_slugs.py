"""The addresses that an article had while readers could see it: who comes to one of them is led on to the present one.

One that another article has taken since is that one's (`publish.redirects`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from editor.domain.article import Article, FormerSlug
from editor.domain.edition import could_be_out
from editor.domain.slug import composed, slug_key


def remembered(before: Article, after: Article, at: datetime) -> tuple[FormerSlug, ...]:
    """Return the earlier addresses of `after`, which `before` was until the instant.

    An address that readers may have met is kept when the article leaves it, and when it is taken from readers, for
    then its address follows the headline again. What is the present address of an article that is out is no former one.
    """
    found = list(after.former_slugs)
    is_left = slug_key(before.slug) != slug_key(after.slug) or not could_be_out(after, at)
    if is_left and could_be_out(before, at):
        found = [one for one in found if slug_key(one.slug) != slug_key(before.slug)]
        found.append(FormerSlug(slug=before.slug, until=at))
    if could_be_out(after, at):
        found = [one for one in found if slug_key(one.slug) != slug_key(after.slug)]
    return tuple(found)


def named_anew(article: Article, slugs: Iterable[str]) -> tuple[FormerSlug, ...]:
    """Return the earlier addresses of `article` as a person has them now: known ones as they were, others undated."""
    known = {slug_key(one.slug): one for one in article.former_slugs}
    wanted = {slug_key(slug): composed(slug) for slug in slugs if slug_key(slug) != slug_key(article.slug)}
    return tuple(known.get(key, FormerSlug(slug=slug)) for key, slug in wanted.items())

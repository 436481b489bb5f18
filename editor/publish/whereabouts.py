"""Where an article's page stands among the others: what its words for machines say besides the article itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from editor.core.clock import instant_text
from editor.domain.article import Article
from editor.i18n.zones import shown_zone, zone_named

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The page at bundle path `page`, its dates by the clocks of `zone`.

    `trail` leads to it from the front page: (name, bundle path) of each page above it. `translations` are the other
    articles of its set that readers can see, each with its page; `authors` gives the page of those who have one, by
    name; `related` are the public addresses of what its cards lead to.
    """

    page: str
    zone: str = "UTC"
    trail: tuple[tuple[str, str], ...] = ()
    translations: tuple[tuple[Article, str], ...] = ()
    authors: Mapping[str, str] = field(default_factory=dict)
    related: tuple[str, ...] = ()


@lru_cache(maxsize=1024)  # a page names an instant several times
def moment_text(instant: datetime, zone: str) -> str:
    """Return `instant` as RFC 3339 with the offset that the clocks of `zone` had then; "Z" where RFC 3339 has none."""
    local = instant.astimezone(zone_named(shown_zone(zone))).replace(microsecond=0)
    offset = local.utcoffset() or timedelta()
    return instant_text(instant) if not offset or offset % _MINUTE else local.isoformat()

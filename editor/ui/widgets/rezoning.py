"""What changes in an article when its dates are read in another zone."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Article, ZoneSource
from editor.domain.edition import zone_for
from editor.domain.link import Link
from editor.domain.settings import NewsroomSettings
from editor.ui.widgets.wall_time import keeping_wall_time


def fields_in_zone(article: Article, zone: str, settings: NewsroomSettings) -> dict[str, object]:
    """Return the fields of `article` for the display zone `zone` ("" is the newsroom's).

    Where the zone is known, only what clocks show changes. Where it was assumed, what the source said are clock times:
    those stay, and the instants of the article's dates and of its external links move.
    """
    fields: dict[str, object] = {"display_zone": zone}
    if article.zone_source is not ZoneSource.ASSUMED:
        return fields
    was, now = zone_for(article, settings), zone or settings.display_zone

    def moved(link: Link) -> Link:
        outside = link.external
        if outside is None or outside.published is None:
            return link
        return replace(link, external=replace(outside, published=keeping_wall_time(outside.published, was, now)))

    for name in ("published", "updated"):
        if (instant := getattr(article, name)) is not None:
            fields[name] = keeping_wall_time(instant, was, now)
    if any(link.external and link.external.published for link in article.links):
        fields["links"] = tuple(moved(link) for link in article.links)
    return fields

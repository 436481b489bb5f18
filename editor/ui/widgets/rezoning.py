"""What changes in an article when its dates are read in another zone, and what has to be asked first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, ZoneSource
from editor.domain.edition import zone_for
from editor.domain.link import Link
from editor.domain.settings import NewsroomSettings
from editor.ui.widgets.wall_time import keeping_wall_time, unclear_wall_time, zone_of

_FIELDS = ("published", "updated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A clock time that the new zone's clocks show twice or skip. `key` is a field's name or a link's id.

    `headline` is that of the external article whose date it is, "" for a date of the article itself. `choices` are the
    two instants that it may mean.
    """

    key: str
    headline: str
    wall: str
    choices: tuple[datetime, datetime]


Said = Mapping[str, datetime]


def unclear_in_zone(
    article: Article, zone: str, settings: NewsroomSettings, said: Said | None = None
) -> tuple[Unclear, ...]:
    """Return what nobody but a person can say before the dates of `article` are read in `zone` ("" is the newsroom's).

    Only where the zone was assumed: there the source's clock times stay, and one of them may mean two instants. What
    `said` answers, by key, is left out; an instant that the date of now cannot mean answers nothing.
    """
    if article.zone_source is not ZoneSource.ASSUMED:
        return ()
    was, now = zone_for(article, settings), zone or settings.display_zone
    found = []
    for key, headline, instant in _dates(article):
        choices = unclear_wall_time(instant, was, now)
        if choices and (said or {}).get(key) not in choices:
            found.append(Unclear(key=key, headline=headline, wall=_wall(instant, was), choices=choices))
    return tuple(found)


def fields_in_zone(
    article: Article, zone: str, settings: NewsroomSettings, said: Said | None = None
) -> dict[str, object]:
    """Return the fields of `article` for the display zone `zone` ("" is the newsroom's).

    Where the zone is known, only what clocks show changes. Where it was assumed, what the source said are clock times:
    those stay, and the instants of the article's dates and of its external links move. `said` holds by the key of
    each `Unclear` which of its instants is meant; `UserError` where it does not say. What it says of other dates, of
    one that was changed since it was asked about, counts for nothing.
    """
    fields: dict[str, object] = {"display_zone": zone}
    if article.zone_source is not ZoneSource.ASSUMED:
        return fields
    was, now = zone_for(article, settings), zone or settings.display_zone
    for one in unclear_in_zone(article, zone, settings, said):
        raise UserError(
            say("Clocks in {zone} show {time} twice, or skip it.", zone=now, time=one.wall),
            say("Choose the zone in the Timeline panel: it asks which instant is meant."),
        )
    moved = {}
    for key, _, instant in _dates(article):
        meant = (said or {}).get(key)
        choices = unclear_wall_time(instant, was, now) or ()
        moved[key] = meant if meant in choices else keeping_wall_time(instant, was, now)
    fields |= {name: moved[name] for name in _FIELDS if name in moved}
    if any(link.id in moved for link in article.links):
        fields["links"] = tuple(_dated(link, moved.get(link.id)) for link in article.links)
    return fields


def _dates(article: Article) -> Iterator[tuple[str, str, datetime]]:
    """Yield (key, headline, instant) of each date that is read in the article's zone."""
    for name in _FIELDS:
        if (instant := getattr(article, name)) is not None:
            yield name, "", instant
    for link in article.links:
        if link.external is not None and link.external.published is not None:
            yield link.id, link.external.headline or link.external.summary, link.external.published


def _dated(link: Link, instant: datetime | None) -> Link:
    if link.external is None or instant is None:
        return link
    return replace(link, external=replace(link.external, published=instant))


def _wall(instant: datetime, zone: str) -> str:
    return f"{instant.astimezone(zone_of(zone)):%Y-%m-%d %H:%M}"

"""Which articles an edition carries, at which instant, and in which zone it shows them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from itertools import chain

from editor.domain.article import Article, ArticleHead, Status
from editor.domain.one_language import language_key
from editor.domain.settings import Edition, NewsroomSettings


def member_for(edition: Edition, members: Sequence[Article]) -> Article | None:
    """Return the member of one translation set that `edition` shows, or None when it carries none of them."""
    oldest_first = sorted(members, key=_age)
    if (own := _in_language(edition.locale, oldest_first)) is not None:
        return own
    if edition.fallback is not None:
        return next((one for tag in edition.fallback if (one := _in_language(tag, oldest_first)) is not None), None)
    return next((article for article in oldest_first if article.is_source), next(iter(oldest_first), None))


def is_out(article: Article, at: datetime) -> bool:
    """Say whether readers may see `article` at the instant: published, not trashed, its hour come."""
    return article.status is Status.PUBLISHED and article.trashed_at is None and not waits(article, at)


def hour_of(article: Article | ArticleHead) -> datetime | None:
    """Return the instant before which nobody may see anything of `article`, None where there is none.

    It is the later of its embargo and its publishing date, which lies ahead where an article is scheduled.
    """
    return max(filter(None, (article.embargo, article.published)), default=None)


def waits(article: Article, at: datetime) -> bool:
    """Say whether the hour of `article` is still to come at the instant."""
    hour = hour_of(article)
    return hour is not None and hour > at


def waiting(articles: Iterable[Article | ArticleHead], at: datetime) -> list[datetime]:
    """Return the hours of those that are published and wait for theirs, the next one first."""
    ready = (one for one in articles if one.status is Status.PUBLISHED and one.trashed_at is None)
    return sorted(hour for one in ready if (hour := hour_of(one)) is not None and hour > at)


def could_be_out(article: Article, at: datetime) -> bool:
    """Say whether readers may have met `article` at the instant: it is out, or was and is withdrawn."""
    return article.status in {Status.PUBLISHED, Status.WITHDRAWN} and not waits(article, at)


def carried(edition: Edition, articles: Iterable[Article]) -> list[Article]:
    """Return what `edition` shows of `articles`, newest first, undated ones last, ties by id.

    An article counts together with its translations: a section may be called differently in each language, and one of
    the edition's sections carries them all.
    """
    sets: dict[str, list[Article]] = {}
    for article in articles:
        sets.setdefault(article.translation_set, []).append(article)
    inside = [members for members in sets.values() if _is_in_sections(edition, members)]
    shown = [member for members in inside if (member := member_for(edition, members))]
    return sorted(shown, key=newest_first)


def zone_for(article: Article, settings: NewsroomSettings, locale: str = "") -> str:
    """Return the IANA name of the zone that a page of `article` shows its dates in, in the edition of `locale`.

    The article's own goes before the edition's, and that before the newsroom's. Without `locale` it is the zone in
    which the newsroom itself reads the article's dates.
    """
    return article.display_zone or zone_of_edition(settings, locale)


def zone_of_edition(settings: NewsroomSettings, locale: str) -> str:
    """Return the zone of the edition of `locale`: its own, else the newsroom's."""
    edition = settings.edition(locale)
    return (edition.display_zone if edition else "") or settings.display_zone


def empty_sections(edition: Edition, used: Container[str]) -> tuple[str, ...]:
    """Return the sections of `edition` in which no article stands; `used` are those in which one does."""
    return tuple(name for name in edition.sections if name and name not in used)


def _is_in_sections(edition: Edition, members: Iterable[Article]) -> bool:
    return not edition.sections or any(article.section in edition.sections for article in members)


def _in_language(tag: str, oldest_first: Sequence[Article]) -> Article | None:
    """Return the article in the language of `tag`, the one that is tagged just so before others."""
    exact = (article for article in oldest_first if article.language == tag)
    alike = (article for article in oldest_first if language_key(article.language) == language_key(tag))
    return next(chain(exact, alike), None)


def _age(article: Article) -> tuple[str, str]:
    return (article.created_at.isoformat() if article.created_at else "", article.id)


def newest_first(article: Article) -> tuple[float, str]:
    """Return what the articles of a list are ordered by: the newest first, undated ones last, ties by id."""
    return (-article.published.timestamp() if article.published else float("inf"), article.id)

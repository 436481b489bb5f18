"""The timeline under an article: its dated links in order and in the words of one edition. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from editor.core.messages import nsay, say
from editor.domain.article import Article, ZoneSource
from editor.domain.concern import Concern, Mark
from editor.domain.edition import is_out, zone_for
from editor.domain.house_style import HouseStyle
from editor.domain.link import Link
from editor.domain.settings import NewsroomSettings
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.dates import format_instant, shown_zone
from editor.i18n.relative import ago

LONG_SILENCE = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of a timeline. `date` is in the edition's words, `headline` in `language`.

    `ago` says the same instant from now, in the edition's words too, while it is less than a day past. `article` is the
    id of the newsroom's own article it leads to, else `url` may lead outside. `marks` say what a person should look at;
    readers see the entry all the same, if they may see its target.
    """

    link_id: str
    instant: datetime
    date: str
    headline: str
    language: str
    article: str = ""
    url: str = ""
    ago: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A link that is meant for the timeline and cannot stand there, and why."""

    link_id: str
    headline: str
    language: str
    mark: Mark
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A timeline in one edition: the zone its dates are of, how that zone is known, and the entries, newest first.

    `count` is how many entries it has where `entries` holds the newest of them alone. `trouble` is what is wrong with
    the whole of it.
    """

    zone: str
    zone_source: ZoneSource
    entries: tuple[TimelineEntry, ...]
    left_out: tuple[LeftOut, ...] = ()
    count: int = 0
    trouble: Mark | None = None


def timeline(
    article: Article,
    targets: Mapping[str, Article],
    *,
    settings: NewsroomSettings,
    edition_locale: str,
    at: datetime | None = None,
    waiting: Mapping[str, Article] | None = None,
    most: int | None = None,
) -> Timeline:
    """Return the timeline of `article` as readers of the edition see it at the instant `at`.

    `targets` maps the ids that links name to the articles that readers of this edition are led to; `waiting` those
    ids to a translation into the edition's language that is not out yet. Entries stand newest first, ties in link
    order, and only the newest `most` are returned. Without `at` nothing is said of them but what every reader sees:
    no marks, and not how long ago it was. Dates are in the edition's long house style and the page's zone:
    the article's, else the edition's, else the newsroom's.
    """
    asked = zone_for(article, settings, edition_locale)
    zone = shown_zone(asked)
    style, override = settings.style_of(edition_locale)

    def dated(instant: datetime) -> str:
        return _date(instant, zone, style, override)

    found = [_placed(link, targets, article, at, dated) for link in article.links if link.on_timeline]
    entries = [one for one in found if isinstance(one, TimelineEntry)]
    entries.sort(key=attrgetter("instant"), reverse=True)  # stable: ties keep the links' order
    marked = list(_with_silences(_with_duplicates(entries))) if at else entries
    drafts = {link.id: waiting[link.article] for link in article.links if waiting and link.article in waiting}
    return Timeline(
        zone=zone,
        zone_source=article.zone_source if article.display_zone else ZoneSource.GIVEN,
        entries=tuple(
            _worded(
                entry,
                ago(entry.instant, at, style, override),
                (*entry.marks, *_untranslated(entry, edition_locale, drafts.get(entry.link_id))),
            )
            if at
            else entry
            for entry in marked[:most]
        ),
        left_out=tuple(one for one in found if isinstance(one, LeftOut)),
        count=len(marked),
        trouble=None if zone == asked else _unknown_zone(asked, zone),
    )


@lru_cache(maxsize=32_768)  # an article stands on the timelines of many others
def _date(instant: datetime, zone: str, style: str, override: HouseStyle | None) -> str:
    return format_instant(instant, zone, style, override=override)


def _worded(entry: TimelineEntry, said_ago: str, marks: tuple[Mark, ...]) -> TimelineEntry:
    """Return `entry` with these words: `replace` takes four times as long."""
    return TimelineEntry(
        link_id=entry.link_id,
        instant=entry.instant,
        date=entry.date,
        headline=entry.headline,
        language=entry.language,
        article=entry.article,
        url=entry.url,
        ago=said_ago,
        marks=marks,
    )


def _placed(
    link: Link, targets: Mapping[str, Article], article: Article, at: datetime | None, dated: Callable[[datetime], str]
) -> TimelineEntry | LeftOut:
    if link.external is not None:
        return _outside(link, article.language, at, dated)
    target = targets.get(link.article)
    if target is None or target.translation_set == article.translation_set:
        return _not_there(link, target, article.language)
    if target.published is None:
        words = say("This article has no publication date yet, so it has no place on the timeline.")
        mark = Mark(Concern.NO_DATE, words, target.id)
        return LeftOut(
            link_id=link.id, headline=target.headline, language=target.language, article=target.id, mark=mark
        )
    return TimelineEntry(
        link_id=link.id,
        instant=target.published,
        date=dated(target.published),
        headline=target.headline,
        language=target.language,
        article=target.id,
        marks=(*_unseen(target, at), *_future(target.published, at, target.id)) if at else (),
    )


def _outside(
    link: Link, language: str, at: datetime | None, dated: Callable[[datetime], str]
) -> TimelineEntry | LeftOut:
    outside = link.external
    assert outside is not None  # noqa: S101 - the caller asked
    headline, language = outside.headline or outside.summary, outside.language or language
    if outside.published is None:
        words = say("This link has no date. Give it one, or show it as a card only.")
        return LeftOut(link_id=link.id, headline=headline, language=language, mark=Mark(Concern.NO_DATE, words))
    return TimelineEntry(
        link_id=link.id,
        instant=outside.published,
        date=dated(outside.published),
        headline=headline,
        language=language,
        url=outside.url,
        marks=tuple(_future(outside.published, at)) if at else (),
    )


def _not_there(link: Link, target: Article | None, language: str) -> LeftOut:
    if target is not None:
        words = say("This is the article itself in another language, so it does not stand on its own timeline.")
        return LeftOut(
            link_id=link.id,
            headline=target.headline,
            language=target.language,
            article=target.id,
            mark=Mark(Concern.ITSELF, words),
        )
    words = (
        say("This article is not in the newsroom yet. It joins the timeline when it arrives.")
        if link.pending
        else say("This article is not there any more.")
    )
    headline = link.pending or link.article
    return LeftOut(link_id=link.id, headline=headline, language=language, mark=Mark(Concern.NOT_THERE, words))


def _unseen(target: Article, at: datetime) -> Iterator[Mark]:
    if is_out(target, at):
        return
    if target.trashed_at is not None:
        words = say("This article is in the trash, so readers do not see it.")
    elif target.embargo is not None and target.embargo > at:
        words = say("This article is under embargo, so readers do not see it yet.")
    else:
        status = STATUS_WORDS[target.status]
        words = say("Readers do not see this article: its status is “{status}”.", status=status)
    yield Mark(Concern.UNSEEN, words, target.id)


def _future(instant: datetime, at: datetime, article: str = "") -> Iterator[Mark]:
    if instant > at:
        yield Mark(Concern.FUTURE, say("This date lies in the future."), article)


def _with_duplicates(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Yield the entries; one that repeats an earlier one says so."""
    seen: set[object] = set()
    for entry in entries:
        signs = {sign for sign in (entry.article, entry.url, (entry.instant, entry.headline.casefold())) if sign}
        if signs & seen:
            again = Mark(Concern.DUPLICATE, say("This stands on the timeline twice."))
            yield replace(entry, marks=(*entry.marks, again))
        else:
            yield entry
        seen |= signs


def _with_silences(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Yield the entries; one before which nothing stands for longer than `LONG_SILENCE` says so."""
    held = list(entries)
    for newer, older in pairwise(held):
        silence = newer.instant - older.instant
        if silence > LONG_SILENCE:
            words = nsay("Nothing for {n} day before this.", "Nothing for {n} days before this.", silence.days)
            yield replace(newer, marks=(*newer.marks, Mark(Concern.SILENCE, words)))
        else:
            yield newer
    yield from held[-1:]


def _untranslated(entry: TimelineEntry, locale: str, draft: Article | None) -> Sequence[Mark]:
    """Return what there is to say of an own article that this edition shows in another language than its own."""
    if not entry.article or entry.language == locale:
        return ()
    if draft is not None:
        words = say(
            "Its translation is not published yet: its status is “{status}”.", status=STATUS_WORDS[draft.status]
        )
        return (Mark(Concern.UNTRANSLATED, words, draft.id),)
    return (Mark(Concern.UNTRANSLATED, say("Not translated for this edition."), entry.article),)


def _unknown_zone(asked: str, shown: str) -> Mark:
    words = say(
        "This computer does not know the time zone “{zone}”. The dates are shown in {shown}.", zone=asked, shown=shown
    )
    return Mark(Concern.ZONE, words)

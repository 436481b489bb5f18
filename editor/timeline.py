"""The timeline under an article: its dated links in order and in the words of one edition. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from editor.core.messages import Message, say
from editor.domain.article import Article, ZoneSource
from editor.domain.edition import is_out, zone_for
from editor.domain.link import Link
from editor.domain.settings import NewsroomSettings
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.dates import format_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of a timeline. `date` is in the edition's words, `headline` in `language`.

    `article` is the id of the newsroom's own article it leads to, else `url` may lead outside. `problems` say what a
    person should look at; readers see the entry all the same, if they may see its target.
    """

    link_id: str
    instant: datetime
    date: str
    headline: str
    language: str
    article: str = ""
    url: str = ""
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A link that is meant for the timeline and cannot stand there, and why."""

    link_id: str
    headline: str
    language: str
    problem: Message
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A timeline in one edition: the zone its dates are of, how that zone is known, and the entries, newest first."""

    zone: str
    zone_source: ZoneSource
    entries: tuple[TimelineEntry, ...]
    left_out: tuple[LeftOut, ...] = ()


def timeline(
    article: Article,
    targets: Mapping[str, Article],
    *,
    settings: NewsroomSettings,
    edition_locale: str,
    at: datetime,
) -> Timeline:
    """Return the timeline of `article` as readers of the edition see it at the instant `at`.

    `targets` maps the ids that links name to the articles that readers of this edition are led to. Entries stand
    newest first, ties in link order. Dates are in the edition's long house style and the page's zone: the
    article's, else the edition's, else the newsroom's.
    """
    zone = zone_for(article, settings, edition_locale)
    style, override = settings.style_of(edition_locale)
    entries: list[TimelineEntry] = []
    left_out: list[LeftOut] = []
    for link in article.links:
        if not link.on_timeline:
            continue
        found = _entry(link, targets, article.language, at)
        if isinstance(found, TimelineEntry):
            date = format_instant(found.instant, zone, style, override=override)
            entries.append(replace(found, date=date))
        else:
            left_out.append(found)
    entries.sort(key=lambda entry: entry.instant, reverse=True)  # stable: ties keep the links' order
    return Timeline(
        zone=zone,
        zone_source=article.zone_source if article.display_zone else ZoneSource.GIVEN,
        entries=tuple(_with_duplicates(entries)),
        left_out=tuple(left_out),
    )


def _entry(link: Link, targets: Mapping[str, Article], language: str, at: datetime) -> TimelineEntry | LeftOut:
    if link.external is not None:
        return _external_entry(link, language, at)
    target = targets.get(link.article)
    if target is None:
        return LeftOut(
            link_id=link.id,
            headline=link.pending or link.article,
            language=language,
            problem=say("This article is not in the newsroom yet. It joins the timeline when it arrives.")
            if link.pending
            else say("This article is not there any more."),
        )
    if target.published is None:
        return LeftOut(
            link_id=link.id,
            headline=target.headline,
            language=target.language,
            article=target.id,
            problem=say("This article has no publication date yet, so it has no place on the timeline."),
        )
    return TimelineEntry(
        link_id=link.id,
        instant=target.published,
        date="",
        headline=target.headline,
        language=target.language,
        article=target.id,
        problems=(*_unseen(target, at), *_future(target.published, at)),
    )


def _external_entry(link: Link, language: str, at: datetime) -> TimelineEntry | LeftOut:
    outside = link.external
    assert outside is not None  # noqa: S101 - the caller asked
    headline, language = outside.headline or outside.summary, outside.language or language
    if outside.published is None:
        return LeftOut(
            link_id=link.id,
            headline=headline,
            language=language,
            problem=say("This link has no date. Give it one, or show it as a card only."),
        )
    return TimelineEntry(
        link_id=link.id,
        instant=outside.published,
        date="",
        headline=headline,
        language=language,
        url=outside.url,
        problems=tuple(_future(outside.published, at)),
    )


def _unseen(target: Article, at: datetime) -> Iterator[Message]:
    if is_out(target, at):
        return
    if target.trashed_at is not None:
        yield say("This article is in the trash, so readers do not see it.")
    elif target.embargo is not None and target.embargo > at:
        yield say("This article is under embargo, so readers do not see it yet.")
    else:
        yield say(
            "Readers do not see this article: its status is “{status}”.",
            status=STATUS_WORDS[target.status],
        )


def _future(instant: datetime, at: datetime) -> Iterator[Message]:
    if instant > at:
        yield say("This date lies in the future.")


def _with_duplicates(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Yield the entries; one that repeats an earlier one says so."""
    seen: set[object] = set()
    for entry in entries:
        marks = {mark for mark in (entry.article, entry.url, (entry.instant, entry.headline.casefold())) if mark}
        if marks & seen:
            again = say("This stands on the timeline twice.")
            yield replace(entry, problems=(*entry.problems, again))
        else:
            yield entry
        seen |= marks

"""Which earlier articles belong on a timeline and are not there yet, by links and tags, each with its reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edition import is_out
from editor.domain.edits import EditArticle, change_article
from editor.domain.link import External, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """One article that could join a timeline: an own one by `article`, else the `external` that another one shows.

    `link_id` names the link of the article itself that shows it as a card only, "" where there is none.
    """

    instant: datetime
    headline: str
    language: str
    reason: Message
    article: str = ""
    external: External | None = None
    link_id: str = ""


def earlier_articles(
    article: Article, known: Mapping[str, Article], tagged: Iterable[str], at: datetime
) -> tuple[Earlier, ...]:
    """Return what could join the timeline of `article`, the newest first, each translation set and address once.

    `known` holds by id what `article` links to, what those show on their timelines, and what shares its tags, whose
    ids are `tagged`. Only what is dated before the article itself (before `at`, where it has no date) is earlier, and
    of the newsroom's own only what readers see at the instant `at`.
    """
    before = article.published or at
    taken = set(_signs_of_timeline(article, known))
    found: list[Earlier] = []
    for one in (*_cards(article, known), *_beyond(article, known), *_sharing(article, known, tagged)):
        if one.instant >= before or (one.article and not is_out(known[one.article], at)):
            continue
        signs = set(_signs(one, known))
        if not signs & taken:
            found.append(one)
            taken |= signs
    return tuple(sorted(found, key=lambda one: one.instant, reverse=True))


def pull_in(article: Article, chosen: Iterable[Earlier], ids: Iterable[str]) -> EditArticle:
    """Return the one edit that puts `chosen` on the timeline of `article`; `ids` are fresh ones for new links."""
    fresh, wanted = iter(ids), tuple(chosen)
    shown = {one.link_id for one in wanted if one.link_id}
    kept = (replace(link, on_timeline=True) if link.id in shown else link for link in article.links)
    new = (
        Link(id=next(fresh), article=one.article, external=one.external, on_card=False, on_timeline=True)
        for one in wanted
        if not one.link_id
    )
    return change_article(article, say("Pull in earlier articles"), links=(*kept, *new))


def _cards(article: Article, known: Mapping[str, Article]) -> Iterator[Earlier]:
    """Yield what the article links to and does not show on its timeline."""
    reason = say("Linked as a card")
    for link in article.links:
        if not link.on_timeline and (found := _of_link(link, known, article.language, reason)):
            yield replace(found, link_id=link.id)


def _beyond(article: Article, known: Mapping[str, Article]) -> Iterator[Earlier]:
    """Yield what stands on the timelines of the articles that this one links to."""
    for near in article.links:
        through = known.get(near.article)
        if through is None:
            continue
        reason = say("On the timeline of “{headline}”", headline=through.headline)
        for link in through.links:
            if link.on_timeline and (found := _of_link(link, known, through.language, reason)):
                yield found


def _sharing(article: Article, known: Mapping[str, Article], tagged: Iterable[str]) -> Iterator[Earlier]:
    """Yield what has tags in common with the article, of several translations first the one in its language."""
    own = {tag.casefold() for tag in article.tags}
    there = [known[key] for key in tagged if key in known]
    for target in sorted(there, key=lambda one: one.language != article.language):
        if target.published is not None:
            shared = ", ".join(tag for tag in target.tags if tag.casefold() in own)
            yield _of_article(target, target.published, say("Same tags: {tags}", tags=shared))


def _of_link(link: Link, known: Mapping[str, Article], language: str, reason: Message) -> Earlier | None:
    outside, target = link.external, known.get(link.article)
    if outside is not None and outside.published is not None:
        return Earlier(
            instant=outside.published,
            headline=outside.headline or outside.summary,
            language=outside.language or language,
            reason=reason,
            external=replace(outside, language=outside.language or language),
        )
    if target is not None and target.published is not None and target.trashed_at is None:
        return _of_article(target, target.published, reason)
    return None


def _of_article(target: Article, published: datetime, reason: Message) -> Earlier:
    return Earlier(
        instant=published, headline=target.headline, language=target.language, reason=reason, article=target.id
    )


def _signs_of_timeline(article: Article, known: Mapping[str, Article]) -> Iterator[object]:
    """Yield by what the article itself, and what stands on its timeline, would be known again."""
    yield article.translation_set
    nothing = Message()
    for link in article.links:
        if link.on_timeline and (found := _of_link(link, known, article.language, nothing)):
            yield from _signs(found, known)
        elif link.on_timeline and link.article:
            yield link.article


def _signs(one: Earlier, known: Mapping[str, Article]) -> Iterator[object]:
    """Yield by what `one` would be known again: its set, its address, its headline of that instant."""
    if one.article:
        yield one.article
        yield known[one.article].translation_set
    elif one.external is not None and one.external.url:
        yield one.external.url
    yield one.instant, one.headline.casefold()

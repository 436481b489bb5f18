"""Edits of an article's links: add, remove, move, show elsewhere. Each is one `EditArticle` over the whole tuple."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import EditArticle, change_article
from editor.domain.link import External, Link
from editor.domain.slug import slug_key


def link_of(article: Article, link_id: str) -> Link | None:
    """Return the link with this id, or None."""
    return next((link for link in article.links if link.id == link_id), None)


def link_to(article: Article, target_id: str) -> Link | None:
    """Return the link that leads to the newsroom's article with this id, or None."""
    return next((link for link in article.links if target_id and link.article == target_id), None)


def leads_to(link: Link, article: Article) -> bool:
    """Say whether `link` leads to `article`: by its id, or waiting for something that is called as it is."""
    names = {slug_key(article.id), slug_key(article.slug)}
    return link.article == article.id or (bool(link.pending) and slug_key(link.pending) in names)


def said_by(links: Iterable[Link]) -> list[Link]:
    """Return the links without what differs between two files that say the same: ids, of pictures too."""
    return [
        replace(link, id="", external=replace(link.external, picture=None) if link.external else None) for link in links
    ]


def carried_by(member: Article, edited: Article) -> tuple[Link, ...]:
    """Return the links that `member` has when `edited`, of the same translation set, has those that it has.

    None leads to the member itself. Its own to `edited`, which cannot have one to itself, stay behind what they stood
    behind.
    """
    found = [link for link in edited.links if not leads_to(link, member)]
    for place, own in enumerate(member.links):
        if leads_to(own, edited) and not any(leads_to(link, edited) for link in found):
            said, earlier = said_by(found), said_by(member.links[:place])
            found.insert(next((said.index(one) + 1 for one in reversed(earlier) if one in said), 0), own)
    return tuple(found)


def add_links(article: Article, links: Iterable[Link], at: int | None = None) -> EditArticle:
    """Return the edit that puts `links` before the link at index `at`, or last."""
    place = len(article.links) if at is None else max(0, min(at, len(article.links)))
    return _edit(article, say("Add link"), (*article.links[:place], *links, *article.links[place:]))


def put_on_timeline(article: Article, target_ids: Iterable[str], new_ids: Iterable[str]) -> EditArticle | None:
    """Return the one edit that shows these articles on the timeline, linking to those that are not linked yet.

    None where all of them stand there already. `new_ids` are fresh ones for new links, as many as there are targets.
    """
    fresh, wanted = iter(new_ids), dict.fromkeys(target_ids)
    links = [replace(link, on_timeline=True) if link.article in wanted else link for link in article.links]
    linked = {link.article for link in links}
    links += [
        Link(id=next(fresh), article=target, on_card=False, on_timeline=True)
        for target in wanted
        if target not in linked
    ]
    return None if tuple(links) == article.links else _edit(article, say("Add to the timeline"), links)


def remove_link(article: Article, link_id: str) -> EditArticle:
    """Return the edit that takes the link away."""
    return _edit(article, say("Remove link"), (link for link in article.links if link.id != link_id))


def move_link(article: Article, link_id: str, to: int) -> EditArticle | None:
    """Return the edit that puts the link at index `to` of the new order; None when it stands there already."""
    link = link_of(article, link_id)
    if link is None:
        return None
    others = [one for one in article.links if one.id != link_id]
    to = max(0, min(to, len(others)))
    if article.links.index(link) == to:
        return None
    return _edit(article, say("Move link"), (*others[:to], link, *others[to:]))


def show_link(
    article: Article, link_id: str, *, on_card: bool | None = None, on_timeline: bool | None = None
) -> EditArticle | None:
    """Return the edit that shows the link as a card, on the timeline, both or neither; None when it does already."""
    link = link_of(article, link_id)
    if link is None:
        return None
    shown = replace(
        link,
        on_card=link.on_card if on_card is None else on_card,
        on_timeline=link.on_timeline if on_timeline is None else on_timeline,
    )
    return None if shown == link else _edit(article, say("Show link elsewhere"), _with(article, shown))


def change_external(article: Article, link_id: str, external: External) -> EditArticle | None:
    """Return the edit that says something else of an external article; None when nothing is different."""
    link = link_of(article, link_id)
    if link is None or link.external == external:
        return None
    return _edit(article, say("Change external article"), _with(article, replace(link, external=external)))


def _with(article: Article, changed: Link) -> Iterable[Link]:
    return (changed if link.id == changed.id else link for link in article.links)


def _edit(article: Article, label: Message, links: Iterable[Link]) -> EditArticle:
    return change_article(article, label, links=tuple(links))

"""A link as readers see it: a card whose words and labels are computed from the target, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.labels import label_row
from editor.domain.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One related article. `article` is the target's id when it is the newsroom's own, else `url` may lead outside.

    `labels` are keys of page words. `picture` may have no file: it is then shown as a frame with its words.
    """

    link_id: str
    headline: str
    summary: str
    language: str
    labels: tuple[str, ...]
    picture: Image | None = None
    article: str = ""
    url: str = ""


def card_of(link: Link, targets: Mapping[str, Article], images: Mapping[str, Image], language: str) -> Card | None:
    """Return the card of `link`, or None while its target is not there. `language` stands in where none is stated."""
    if link.external is not None:
        outside = link.external
        picture = images.get(outside.picture.image_id) if outside.picture else None
        return Card(
            link_id=link.id,
            headline=outside.headline,
            summary=outside.summary,
            language=outside.language or language,
            labels=label_row(outside.authorship, picture),
            picture=picture,
            url=outside.url,
        )
    target = targets.get(link.article)
    if target is None:
        return None
    picture = images.get(target.hero.image_id) if target.hero else None
    return Card(
        link_id=link.id,
        headline=target.headline,
        summary=target.standfirst,
        language=target.language,
        labels=label_row(target.authorship, picture),
        picture=picture,
        article=target.id,
    )


def cards_of(article: Article, targets: Mapping[str, Article], images: Mapping[str, Image]) -> Iterator[Card]:
    """Yield the cards of `article` in link order; links whose target is not there are left out."""
    for link in article.links:
        if link.on_card and (card := card_of(link, targets, images, article.language)):
            yield card

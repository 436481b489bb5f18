"""What a row says of a link, computed from its target and never stored."""

from __future__ import annotations

from collections.abc import Mapping

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.card import card_of
from editor.domain.image import Image
from editor.domain.link import Link
from editor.domain.told import is_only_address, publisher_of
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.dates import format_instant
from editor.i18n.direction import isolate
from editor.i18n.interface import interface_language, tr, words
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.link_row import LinkRowWords


def row_words(
    link: Link, article: Article, targets: Mapping[str, Article], pictures: Mapping[str, Image], zone: str
) -> LinkRowWords:
    """Return the row of `link`, one of `article`'s; dates are those of `zone`, in the interface language."""
    card = card_of(link, targets, pictures, article.language)
    headline = (card.headline or card.summary) if card else (link.pending or tr("An article that is gone"))
    return LinkRowWords(
        link_id=link.id,
        headline=headline or tr("No headline yet"),
        note=_note(link, targets.get(link.article), article.language, zone),
        language=card.language if card else "",
        labels=card.labels if card else (),
        trouble=trouble_of(link, targets.get(link.article)),
        is_external=link.external is not None,
        has_picture=bool(card and card.picture),
        on_card=link.on_card,
        on_timeline=link.on_timeline,
    )


def trouble_of(link: Link, target: Article | None) -> Message:
    """Return what a person should know of a link that readers do not see as it is meant, or nothing."""
    if link.pending:
        return say("Not in the newsroom yet. The link joins when the article arrives.")
    if link.article and target is None:
        return say("This article is not there any more.")
    if target is not None and target.trashed_at is not None:
        return say("This article is in the trash, so readers do not see it.")
    if not link.is_shown:
        return say("Shown nowhere: choose card or timeline.")
    if link.on_timeline and (link.external or target) and _published(link, target) is None:
        return say("It has no date yet, so it has no place on the timeline.")
    is_bare = link.external is not None and is_only_address(link.external)
    bare = say("Only its address is known yet. Open it and type its headline, or paste its page.")
    return bare if is_bare else Message()


def picture_of(link: Link, targets: Mapping[str, Article], pictures: Mapping[str, Image]) -> Image | None:
    """Return the picture on the card of `link`, or None."""
    target = targets.get(link.article)
    placement = link.external.picture if link.external else (target.hero if target else None)
    return pictures.get(placement.image_id) if placement else None


def _published(link: Link, target: Article | None) -> object:
    return link.external.published if link.external else (target.published if target else None)


def _note(link: Link, target: Article | None, language: str, zone: str) -> str:
    outside = link.external
    published = outside.published if outside else (target.published if target else None)
    own = outside.language if outside else (target.language if target else "")
    parts = [tr("Outside the newsroom")] if outside else []
    if outside and (publisher := publisher_of(outside)):
        parts.append(isolate(publisher))
    if target is not None:
        parts.append(words(STATUS_WORDS[target.status]))
    if published is not None:
        parts.append(format_instant(published, zone, interface_language(), form="date"))
    if own and own != language:
        parts.append(language_words(own))
    return " · ".join(parts)

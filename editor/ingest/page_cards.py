"""The related articles of a page text: which picture, headline, label row and summary belong to one card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.core.errors import FileError
from editor.core.messages import say
from editor.ingest.furniture import Furniture
from editor.ingest.page_blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCard:
    """One card as the page shows it; `labels` are keys of page words. It has a headline or a summary."""

    alt: str = ""
    headline: str = ""
    labels: tuple[str, ...] = ()
    summary: str = ""


def cards_in(blocks: Sequence[Block], furniture: Furniture) -> list[PageCard]:
    """Return the cards in their order.

    A picture with its label opens a full card: headline, label row, summary. A label row binds to the block after it;
    every other block is a card that has a summary alone. Raises `FileError` for a picture or a label that has nothing
    to belong to.
    """
    cards: list[PageCard] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if furniture.picture_label(block):
            card, at = _full_card(blocks, at, furniture)
            cards.append(card)
        elif labels := furniture.row(block):
            at += 1
            if _is_text(blocks, at, furniture):
                cards.append(PageCard(labels=labels, summary=blocks[at].text))
                at += 1
            elif not _bound_back(cards, labels):
                raise FileError(
                    say("This label belongs to no text: {label}", label=block.text),
                    say("A label stands above the text that it is about."),
                    line=block.line,
                )
        else:
            cards.append(PageCard(summary=block.text))
            at += 1
    return cards


def _bound_back(cards: list[PageCard], labels: tuple[str, ...]) -> bool:
    """Bind labels that no text follows to the text before them, which then was a headline; say whether that can be."""
    last = cards.pop() if cards else PageCard(headline="none")
    if last.headline and last.summary:
        cards.append(replace(last, summary=""))
    elif last.headline or last.alt or (last.labels and not _bound_back(cards, last.labels)):
        return False
    cards.append(PageCard(headline=last.summary, labels=labels))
    return True


def _full_card(blocks: Sequence[Block], at: int, furniture: Furniture) -> tuple[PageCard, int]:
    """Return the card that the picture at `at` opens, and where the next one begins."""
    picture = blocks[at]
    card = PageCard(alt=" ".join(picture.lines[:-1]), labels=(furniture.picture_label(picture),))
    at += 1
    if _is_text(blocks, at, furniture):
        card, at = replace(card, headline=blocks[at].text), at + 1
    if at < len(blocks) and (labels := furniture.row(blocks[at])):
        card, at = replace(card, labels=labels), at + 1
        if _is_text(blocks, at, furniture):
            card, at = replace(card, summary=blocks[at].text), at + 1
    elif card.headline and _is_text(blocks, at, furniture):
        card, at = replace(card, summary=blocks[at].text), at + 1
    if not card.headline and not card.summary:
        raise FileError(
            say("This picture among the related articles has no headline: {alt}", alt=card.alt),
            say("Below a picture stands the headline of its article."),
            line=picture.line,
        )
    return card, at


def _is_text(blocks: Sequence[Block], at: int, furniture: Furniture) -> bool:
    return at < len(blocks) and not furniture.row(blocks[at]) and not furniture.picture_label(blocks[at])

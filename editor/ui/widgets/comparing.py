"""Reads two states of an article and says what differs between them: on a thread, since long texts take a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.version import VersionHead
from editor.ui.widgets.field_words import FieldWords

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.history import GroupDifference, History
    from editor.services.images import Images
    from editor.services.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What shall be compared: the version `chosen` with the version `other`, or with `present` where that is ""."""

    present: Article
    chosen: str
    other: str
    heads: tuple[VersionHead, ...]
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came of a comparison: `then` is the chosen version, `before` the earlier of the two states."""

    comparison: Comparison
    then: Article
    before: Article
    differences: tuple[GroupDifference, ...]
    words: FieldWords


def compare(
    articles: Reading, images: Images, history: History, comparison: Comparison, context: JobContext
) -> Compared:
    """Return what differs; raises `Fault` when a version cannot be read."""
    then = articles.version(comparison.chosen)
    context.check()
    other = articles.version(comparison.other) if comparison.other else comparison.present
    before, after = (then, other) if _is_earlier(comparison) else (other, then)
    words = _words(articles, images, comparison.zone, (before, after))
    return Compared(
        comparison=comparison,
        then=then,
        before=before,
        differences=history.differences(before, after, words.said, context),
        words=words,
    )


def _is_earlier(comparison: Comparison) -> bool:
    """Say whether the chosen version is the earlier of the two; `heads` stand newest first."""
    ids = [head.id for head in comparison.heads]
    return not comparison.other or ids.index(comparison.chosen) >= ids.index(comparison.other)


def _words(articles: Reading, images: Images, zone: str, states: tuple[Article, ...]) -> FieldWords:
    linked = {link.article for state in states for link in state.links if link.article}
    pictures = {key: image for state in states for key, image in images.images_of(state).items()}
    return FieldWords(
        zone=zone,
        headlines={head.id: head.headline for head in articles.heads_of(linked)},
        pictures={key: image.name or " ".join(image.alt.values()) for key, image in pictures.items()},
    )

"""A newsroom's own words for what stands around its articles: the labels, headings and buttons of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLabel:
    """The words of one label in one locale, as a newsroom has written or approved them.

    They hold whatever a later Makala ships. `english` is what the label's English was then: when it is another now,
    the words may say something else than they should. `reviewed_by` is "" while nobody has approved them.
    """

    text: str
    english: str
    reviewed_by: str = ""
    reviewed_at: datetime | None = None

    @property
    def is_reviewed(self) -> bool:
        """Say whether somebody has read these words and found them right."""
        return bool(self.reviewed_by)


# Locale -> the label's key -> its words.
PageLabels = Mapping[str, Mapping[str, PageLabel]]


def with_label(labels: PageLabels, locale: str, key: str, label: PageLabel | None) -> dict[str, dict[str, PageLabel]]:
    """Return `labels` with this one in its place; None takes the newsroom's words away."""
    changed = {tag: dict(words) for tag, words in labels.items()}
    words = changed.setdefault(locale, {})
    if label is None:
        words.pop(key, None)
    else:
        words[key] = label
    return {tag: kept for tag, kept in changed.items() if kept}

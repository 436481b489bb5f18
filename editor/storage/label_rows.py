"""Turns the newsroom's own page labels into rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from editor.core.clock import instant_text
from editor.domain.page_label import PageLabel, PageLabels
from editor.storage.spoilt_rows import understood


def label_values(labels: PageLabels) -> Iterator[dict[str, Any]]:
    """Yield the columns of every label's row."""
    for locale, words in labels.items():
        for key, label in words.items():
            yield {
                "locale": locale,
                "label": key,
                "words": label.text,
                "english": label.english,
                "reviewed_by": label.reviewed_by,
                "reviewed_at": instant_text(label.reviewed_at) if label.reviewed_at else None,
            }


def labels_from(rows: Iterable[Sequence[Any]]) -> dict[str, dict[str, PageLabel]]:
    """Return the labels of their rows: locale, key, words, English, who reviewed them and when."""
    found: dict[str, dict[str, PageLabel]] = {}
    for locale, key, label in map(_label_from, rows):
        found.setdefault(locale, {})[key] = label
    return found


@understood
def _label_from(row: Sequence[Any]) -> tuple[str, str, PageLabel]:
    locale, key, text, english, reviewed_by, reviewed_at = row
    at = datetime.fromisoformat(reviewed_at) if reviewed_at else None
    return locale, key, PageLabel(text=text, english=english, reviewed_by=reviewed_by, reviewed_at=at)

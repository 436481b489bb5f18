"""Reads and writes the part of `newsroom.yaml` that holds the newsroom's own words for the labels of its pages."""

from __future__ import annotations

from editor.core.clock import instant_text
from editor.core.messages import say
from editor.domain.page_label import PageLabel, PageLabels
from editor.i18n.page_words import check_label
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.ingest.fields import Fields
from editor.ingest.picture_words import without_empty

LABELS = "page-labels"


def read_labels(top: Fields, elsewhere: dict[str, object]) -> dict[str, dict[str, PageLabel]]:
    """Return the labels under `page-labels` by locale and key; unknown keys of one go to `elsewhere`.

    Raises `FileError` with the line for what no page could show.
    """
    found: dict[str, dict[str, PageLabel]] = {}
    for tag, fields in top.named_fields(LABELS).items():
        if not is_language_tag(tag):
            top.refuse(LABELS, say("“{value}” is no language tag.", value=tag))
        words = found.setdefault(canonical_tag(tag), {})
        for key in fields.unknown():
            label = fields.fields(key)
            if label is None:
                continue
            text = label.text("text")
            if wrong := check_label(key, text):
                label.refuse("text", wrong[0], say("The label is “{key}” in “{locale}”.", key=key, locale=tag))
            words[key] = PageLabel(
                text=text,
                english=label.text("english"),
                reviewed_by=label.text("reviewed-by"),
                reviewed_at=label.instant("reviewed-at"),
            )
            elsewhere.update({f"{LABELS}.{tag}.{key}.{name}": value for name, value in label.unknown().items()})
    return {tag: words for tag, words in found.items() if words}


def label_fields(labels: PageLabels) -> dict[str, object]:
    """Return what `read_labels` reads, locales and keys in order."""
    return {tag: {key: _fields(label) for key, label in sorted(words.items())} for tag, words in sorted(labels.items())}


def _fields(label: PageLabel) -> dict[str, object]:
    return without_empty(
        {
            "text": label.text,
            "english": label.english,
            "reviewed-by": label.reviewed_by,
            "reviewed-at": instant_text(label.reviewed_at) if label.reviewed_at else "",
        }
    )

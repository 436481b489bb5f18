"""Labels come back from their rows."""

from __future__ import annotations

from editor.domain.page_label import PageLabel
from editor.storage.label_rows import label_values, labels_from
from tests.builders import NOON

LABELS = {
    "ar": {"related": PageLabel(text="مقالات", english="Related articles", reviewed_by="N", reviewed_at=NOON)},
    "sw": {
        "decline": PageLabel(text="Kataa", english="Decline"),
        "related": PageLabel(text="Habari", english="Related articles"),
    },
}


def test_labels_come_back() -> None:
    assert labels_from(tuple(values.values()) for values in label_values(LABELS)) == LABELS
    assert labels_from([]) == {}

"""Labels in `newsroom.yaml`: written and read, refused at the line where a page could not show them."""

from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.page_label import PageLabel
from editor.ingest.fields import Fields
from editor.ingest.label_fields import LABELS, label_fields, read_labels
from editor.ingest.yaml_text import read_yaml
from editor.ingest.yaml_writing import write_yaml
from tests.builders import NOON

OWN = {
    "sw": {
        "by_line": PageLabel(text="Na {names}", english="By {names}", reviewed_by="N", reviewed_at=NOON),
        "of_a_later_makala": PageLabel(text="x", english="X"),
    }
}


def test_labels_come_back() -> None:
    elsewhere: dict[str, object] = {}
    text = write_yaml({LABELS: label_fields(OWN)})
    assert read_labels(Fields(read_yaml(text)), elsewhere) == OWN
    assert elsewhere == {}


def test_unknown_keys_are_kept_elsewhere() -> None:
    elsewhere: dict[str, object] = {}
    text = "page-labels:\n  sw:\n    related: {text: Habari, english: R, mood: calm}\n  fr: {}\n"
    read_labels(Fields(read_yaml(text)), elsewhere)
    assert elsewhere == {"page-labels.sw.related.mood": "calm"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("page-labels:\n  sw:\n    by_line:\n      text: Na\n", 4, "{names} is missing"),
        ("page-labels:\n  sw:\n    related:\n      text: <b>x</b>\n", 4, "is markup"),
        ("page-labels:\n  sw:\n    related: {english: x}\n", 3, "needs words"),
        ("page-labels:\n  no tag: {related: {text: x}}\n", 1, "no language tag"),
    ],
)
def test_what_no_page_could_show_is_refused_at_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FileError) as caught:
        read_labels(Fields(read_yaml(text)), {})
    assert caught.value.line == line
    assert said in str(caught.value.message)

"""The Chinese mark is read wherever it stands, and its three labels are told apart."""

from __future__ import annotations

import pytest

from editor.images.detectors.tc260 import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import TC260, png, with_comment


@pytest.mark.parametrize(
    ("label", "term", "confidence"),
    [("1", "trainedAlgorithmicMedia", "claimed"), ("2", "", "possible"), ("3", "", "possible")],
)
def test_a_label_says_how_sure_it_is(label: str, term: str, confidence: str) -> None:
    mark = f'{{"Label": "{label}", "ContentProducer": "maker"}}'
    (finding,) = find(gather(picture("JPEG", stating(TC260, AIGC=mark))))
    assert (finding.source_type, finding.confidence, finding.system) == (term, confidence, "maker")


def test_an_object_in_a_comment_counts() -> None:
    (finding,) = find(gather(with_comment('{"AIGC": {"Label": 1}}')))
    assert (finding.place, finding.key) == ("JPEG comment", "AIGC")
    (finding,) = find(gather(png({"AIGC": '{"AIGC": {"Label": "1"}}'})))
    assert finding.key == "AIGC"


def test_what_is_no_mark_is_nothing() -> None:
    for text in ("1", "{}", '{"Label": "9"}', '{"Label": ["1"]}', "not json"):
        assert list(find(gather(png({"AIGC": text})))) == []

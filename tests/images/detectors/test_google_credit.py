"""Google's credit counts where it is exactly that, in the field for credits."""

from __future__ import annotations

from editor.images.detectors.google_credit import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import with_iim

PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"


def test_made_and_edited_are_told_apart() -> None:
    (made,) = find(gather(picture("PNG", stating(PHOTOSHOP, Credit="Made with Google AI"))))
    (edited,) = find(gather(with_iim({110: "Edited with Google AI"})))
    assert made.source_type == "trainedAlgorithmicMedia"
    assert edited.source_type == "compositeWithTrainedAlgorithmicMedia"
    assert (made.place, edited.place) == ("XMP", "IPTC-IIM")


def test_a_sentence_about_it_is_nothing() -> None:
    assert list(find(gather(with_iim({110: "Not made with Google AI", 120: "Made with Google AI"})))) == []

"""A generator's name counts in the fields that name programs, whole and alone."""

from __future__ import annotations

import pytest

from editor.images.detectors.named_tool import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import png, with_exif, with_iim


@pytest.mark.parametrize(
    "data",
    [
        with_exif({0x0131: "midjourney"}),
        png({"Software": "Midjourney"}),
        with_iim({65: "Midjourney"}),
        picture("TIFF", stating("http://ns.adobe.com/xap/1.0/", CreatorTool="Midjourney")),
    ],
)
def test_each_field_that_names_a_program_counts(data: bytes) -> None:
    (finding,) = find(gather(data))
    assert (finding.system, finding.source_type) == ("Midjourney", "trainedAlgorithmicMedia")


def test_captions_artists_and_longer_names_are_left_alone() -> None:
    tags = {0x010E: "Midjourney", 0x013B: "Adobe Firefly", 0x0131: "Stable Diffusion Viewer 2", 0x0110: "Fooocus"}
    assert list(find(gather(with_exif(tags)))) == []
    assert list(find(gather(with_iim({120: "ComfyUI", 80: "InvokeAI"})))) == []

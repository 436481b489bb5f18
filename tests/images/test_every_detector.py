"""Every detector survives whatever a file holds, and says nothing about files that say nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pictures

from editor.images.metadata import gather
from editor.images.registry import DETECTORS, Detector
from tests.images.marked import as_attribute, picture

every_detector = pytest.mark.parametrize("detector", DETECTORS.values(), ids=list(DETECTORS))
_MARKED = [picture(kind, as_attribute()) for kind in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")]


@every_detector
@pytest.mark.parametrize("data", [b"", b"\0" * 64, b"GIF8", b"words"], ids=["empty", "zeros", "head", "words"])
def test_it_survives_what_is_no_picture(detector: Detector, data: bytes) -> None:
    assert list(detector.find(gather(data))) == []


@every_detector
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("data", _MARKED, ids=["jpeg", "png", "webp", "avif", "tiff", "gif"])
def test_it_survives_truncated_files(detector: Detector, data: bytes) -> None:
    for length in range(0, len(data), max(1, len(data) // 40)):
        list(detector.find(gather(data[:length])))


@every_detector
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_it_says_nothing_about_ordinary_files(detector: Detector, kind: str) -> None:
    stream = BytesIO()
    Pictures.effect_noise((40, 30), 60).save(stream, kind)
    assert list(detector.find(gather(stream.getvalue()))) == []


@every_detector
def test_it_is_called_what_it_signs_with(detector: Detector) -> None:
    for data in _MARKED:
        assert {finding.detector for finding in detector.find(gather(data))} <= {detector.id}

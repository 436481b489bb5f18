"""The record of an edit behind the picture is a hint, never a class."""

from __future__ import annotations

from editor.images.detectors.samsung_edit import find
from editor.images.metadata import gather
from tests.images.samples import with_exif


def test_it_says_edited_and_no_more() -> None:
    (finding,) = find(gather(with_exif({}) + b"{}PhotoEditor_Re_Edit_Data"))
    assert (finding.source_type, finding.confidence) == ("", "possible")


def test_bytes_that_are_no_picture_are_not_searched() -> None:
    assert list(find(gather(b"PhotoEditor_Re_Edit_Data"))) == []

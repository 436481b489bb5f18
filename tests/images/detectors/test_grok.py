"""Grok is known by a signature beside an artist who is a number; one without the other is nobody's."""

from __future__ import annotations

from editor.images.detectors.grok import find
from editor.images.metadata import gather
from tests.images.samples import with_exif

SIGNATURE = "Signature: " + "Ab1+" * 20 + "=="
NUMBER = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"


def test_both_together_are_found_once() -> None:
    comment = b"ASCII\0\0\0" + SIGNATURE.encode()
    (finding,) = find(gather(with_exif({0x010E: SIGNATURE, 0x013B: NUMBER}, user_comment=comment)))
    assert (finding.system, finding.key) == ("Grok", "ImageDescription")
    (finding,) = find(gather(with_exif({0x013B: NUMBER}, user_comment=comment)))
    assert finding.key == "UserComment"


def test_one_alone_is_nothing() -> None:
    assert list(find(gather(with_exif({0x010E: SIGNATURE, 0x013B: "A. Person"})))) == []
    assert list(find(gather(with_exif({0x010E: f"{SIGNATURE} of the mayor", 0x013B: NUMBER})))) == []

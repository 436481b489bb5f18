"""The source type is found in every format and form, by the namespace and not by its prefix."""

from __future__ import annotations

import pytest

from editor.images.detectors.digital_source_type import find
from editor.images.metadata import Evidence, gather
from editor.images.packets import Packet, properties
from tests.images.marked import TERM, as_attribute, as_element, as_list, as_resource, picture

KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "HEIF"]


def values(data: bytes) -> list[str]:
    return [finding.value for finding in find(gather(data))]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("packet", [as_attribute(), as_element(), as_resource(), as_list()])
def test_it_is_found_in_every_format_and_form(kind: str, packet: bytes) -> None:
    assert values(picture(kind, packet)) == [TERM]


def test_a_png_may_keep_it_in_an_ordinary_text_chunk() -> None:
    assert values(picture("PNG", as_attribute(), text_chunk=True)) == [TERM]


def test_prefix_and_scheme_do_not_matter() -> None:
    https = TERM.replace("http:", "https:", 1)
    assert values(picture("JPEG", as_attribute(https, prefix="iptcExt"))) == [https]


def test_another_namespace_with_the_usual_prefix_is_not_it() -> None:
    foreign = as_attribute().replace(b"http://iptc.org/std/", b"http://other.example/")
    assert values(picture("JPEG", foreign)) == []


def test_the_place_and_the_key_are_said() -> None:
    (finding,) = find(Evidence(b"", "JPEG", tuple(properties([Packet("XMP", as_element())]))))
    assert (finding.place, finding.key) == ("XMP", "Iptc4xmpExt:DigitalSourceType")


def test_a_value_without_end_is_cut() -> None:
    (finding,) = find(gather(picture("PNG", as_element("x" * 100_000))))
    assert len(finding.value) == 300

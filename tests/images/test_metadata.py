"""A file is read once for all detectors: what it states, each thing once, and never an error."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image as Pictures
from PIL import PngImagePlugin, TiffImagePlugin

from editor.images.metadata import Evidence, gather
from editor.images.packets import DUBLIN_CORE, IPTC_EXT, Property
from editor.images.text_fields import Field
from tests.images.marked import TERM, as_attribute, picture, stating
from tests.images.samples import png, with_exif


def test_the_same_packet_in_two_places_counts_once() -> None:
    assert len(gather(picture("PNG", as_attribute())).stated(IPTC_EXT, "DigitalSourceType")) == 1


def test_a_packet_that_goes_on_in_further_segments_of_a_jpeg_is_read() -> None:
    digest = b"0123456789ABCDEF0123456789ABCDEF"
    note = b"http://ns.adobe.com/xmp/note/"
    first = as_attribute().replace(
        b"rdf:about", b'xmlns:xmpNote="%s" xmpNote:HasExtendedXMP="%s" rdf:about' % (note, digest)
    )
    rest = stating(DUBLIN_CORE, description="a long prompt " * 9000)
    pieces = [(at, rest[at : at + 60_000]) for at in range(0, len(rest), 60_000)]
    data = picture("JPEG", first)
    for at, piece in pieces:  # each before the last, as segments may stand in any order
        body = b"http://ns.adobe.com/xmp/extension/\0" + digest + struct.pack(">II", len(rest), at) + piece
        data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:]
    assert len(pieces) > 2
    assert [one.value for one in gather(data).stated(IPTC_EXT, "DigitalSourceType")] == [TERM]
    (said,) = gather(data).stated(DUBLIN_CORE, "description")
    assert said.value == ("a long prompt " * 9000).strip()
    other = data.replace(b'HasExtendedXMP="0', b'HasExtendedXMP="9')
    assert gather(other).stated(DUBLIN_CORE, "description") == []
    assert gather(data[: len(data) // 2]).stated(DUBLIN_CORE, "description") == []


def test_a_packet_kept_as_hexadecimal_text_is_read() -> None:
    for kind, block in (("xmp", as_attribute()), ("exif", b"Exif\0\0" + _exif())):
        evidence = gather(png({f"Raw profile type {kind}": f"\n{kind}\n  {len(block)}\n{block.hex()}\n"}))
        if kind == "xmp":
            assert [one.value for one in evidence.stated(IPTC_EXT, "DigitalSourceType")] == [TERM]
        else:
            assert evidence.texts("Software") == [Field("EXIF", "Software", "heron")]
    assert gather(png({"Raw profile type exif": "no hexadecimal"})).texts("Software") == []


def test_iim_kept_as_hexadecimal_text_is_read_under_a_name_of_two_words() -> None:
    block = b"8BIM\x04\x04\0\0\0\0\0\x0a" + b"\x1c\x02\x6e\0\x05heron"
    evidence = gather(png({"Raw profile type iptc": f"\nIPTC profile\n  {len(block)}\n{block.hex()}\n"}))
    assert evidence.fields == (Field("IPTC-IIM", "Credit", "heron"),)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # filtered where the pictures are opened
@pytest.mark.parametrize("tag", [33723, 34377], ids=["as numbers", "in Photoshop's resources"])
def test_iim_in_a_tiff_is_read(tag: int) -> None:
    block = b"\x1c\x01\x5a\0\x03\x1b%G" + b"\x1c\x02\x6e\0\x07Z\xc3\xbcrich"
    block += b"\0" * (-len(block) % 4)
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[tag] = block if tag == 33723 else b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block
    info.tagtype[tag] = 7 if tag == 33723 else 1
    stream = BytesIO()
    Pictures.new("RGB", (12, 8)).save(stream, "TIFF", tiffinfo=info)
    data = stream.getvalue()
    if tag == 33723:  # as Photoshop and exiftool say it: whole numbers of four bytes
        data = data.replace(struct.pack("<HHI", tag, 7, len(block)), struct.pack("<HHI", tag, 4, len(block) // 4))
    assert Field("IPTC-IIM", "Credit", "Zürich") in gather(data).fields


def test_pixels_are_never_decoded() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "heron", zip=False)
    info.add(b"tEXt", b"Source\0behind the pixels", after_idat=True)
    stream = BytesIO()
    Pictures.new("RGB", (12, 8)).save(stream, "PNG", pnginfo=info)
    data = stream.getvalue()
    start = data.index(b"IDAT") + 4
    spoilt = data[:start] + b"\xff" * 8 + data[start + 8 :]
    assert {field.value for field in gather(spoilt).fields} == {"heron", "behind the pixels"}


def test_when_it_was_made_is_the_creation_before_the_file() -> None:
    packet = stating("http://ns.adobe.com/xap/1.0/", CreateDate="2026-03-01T08:00:00+03:00", ModifyDate="2026-04-01")
    assert gather(picture("WEBP", packet)).created == "2026-03-01T05:00:00Z"
    assert gather(png({"Creation Time": "Mon, 2 Mar 2026 09:00"})).created == "2026-03-02"
    assert gather(png({})).created == ""


def test_texts_are_asked_for_by_key_and_place() -> None:
    fields = (Field("EXIF", "Software", "a"), Field("PNG text", "software", "b"))
    evidence = Evidence(b"", "PNG", (Property("XMP", "n", "a", "v"),) * 2, fields)
    assert evidence.texts("SOFTWARE") == list(fields)
    assert evidence.texts("Software", place="EXIF") == [fields[0]]
    assert len(evidence.stated("n", "a")) == 1


def test_what_is_no_picture_gives_nothing() -> None:
    assert gather(b"words") == Evidence(b"words")
    assert gather(with_exif({})).format == "JPEG"


def _exif() -> bytes:
    exif = Pictures.Exif()
    exif[0x0131] = "heron"
    return exif.tobytes().removeprefix(b"Exif\0\0")

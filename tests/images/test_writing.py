"""Metadata made from our record: it reads back whole, within its bytes, and is never cut inside a character."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pictures
from PIL import IptcImagePlugin

from editor.domain.image import Image
from editor.domain.statement import Statement, statement_of
from editor.images.iptc import promise_of
from editor.images.reading_back import stated_in
from editor.images.writing import metadata_of, shortened

FULL = Statement(
    source_type="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    ai_system='Maler <2> & "Söhne"',
    ai_system_version="2.1",
    alt={
        "ar": "طبلان في ضباب الصباح على الجسر القديم",
        "de": "Zwei Trommeln im Nebel der großen Brücke",
        "ja": "朝霧の中、古い橋に置かれた二つの太鼓🥁",
        "sw": "Ngoma mbili kwenye ukungu",
    },
    creator="Jürgen Müller",
    credit="Böll / Agentur für Straßenbilder & Söhne",
    rights="© 2026 Zeitung",
    terms="Nur für Nachrichten",
    license_page="https://x.example/l?a=1&b=2",
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING",
    created="2026-05-01T12:30:00Z",
)
KINDS = {"jpg": "JPEG", "webp": "WEBP", "avif": "AVIF"}


def written(said: Statement, ending: str) -> bytes:
    stream = BytesIO()
    Pictures.new("RGB", (40, 30), "#7c8f8a").save(stream, KINDS[ending], **metadata_of(said).options(ending))
    return stream.getvalue()


@pytest.mark.parametrize("ending", KINDS)
def test_every_field_comes_back_from_every_format(ending: str) -> None:
    assert metadata_of(FULL).said == FULL
    assert stated_in(written(FULL, ending)) == promise_of(FULL)
    offered = Statement(source_type=FULL.source_type, license_page=FULL.license_page, licensor="https://x.example/buy")
    assert stated_in(written(offered, ending)) == promise_of(offered)


@pytest.mark.parametrize("ending", KINDS)
def test_it_costs_at_most_two_and_a_half_kilobytes(ending: str) -> None:
    long = "Ein sehr langer Satz über Brücken, Trommeln und den Nebel. " * 40
    languages = ("ar", "bn", "de", "en", "fa", "fr", "hi", "ja", "ko", "pt", "sw", "th", "zh")
    many = replace(FULL, alt=dict.fromkeys(languages, long), credit=long, rights=long, creator=long, ai_system=long)
    for said in (FULL, many, replace(FULL, alt=dict.fromkeys(languages, long[:120]))):
        assert len(written(said, ending)) - len(written(Statement(), ending)) <= 2500
        fitted = metadata_of(said).said
        assert stated_in(written(said, ending)) == promise_of(fitted)
        assert fitted.source_type == FULL.source_type
        assert fitted.alt
        assert fitted.credit


def test_who_says_nothing_writes_nothing() -> None:
    assert metadata_of(Statement()).options("jpg") == {}
    assert written(Statement(), "jpg").count(b"http") == 0


def test_iim_is_marked_as_utf8_and_cut_between_characters() -> None:
    with Pictures.open(BytesIO(written(replace(FULL, credit="ü" * 40), "jpg"))) as picture:
        info = IptcImagePlugin.getiptcinfo(picture)
    assert info is not None
    assert info[(1, 90)] == b"\x1b%G"
    assert info[(2, 110)] == "ü".encode() * 16
    assert info[(2, 120)] == FULL.alt["ar"].encode()
    assert (info[(2, 55)], info[(2, 60)]) == (b"20260501", b"123000+0000")


def test_exif_holds_utf8_and_the_time_of_a_day_only_where_it_is_known() -> None:
    exif = Pictures.Exif()
    exif.load(metadata_of(FULL).exif)
    assert exif.get_ifd(0x8769)[0x9003] == "2026:05:01 12:30:00"
    assert "Müller".encode() in metadata_of(FULL).exif
    day = metadata_of(replace(FULL, created="2026-05-01"))
    assert b"2026:05:01" not in day.exif
    assert b"20260501" in day.segment


def test_a_prompt_is_limited_by_itself() -> None:
    said = metadata_of(Statement(alt=FULL.alt, ai_prompt="Trommeln über dem Nebel " * 4000)).said
    assert 1900 < len(said.ai_prompt.encode()) <= 2000
    assert said.alt == FULL.alt


@given(st.text(), st.integers(0, 12))
def test_a_cut_leaves_whole_characters(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut.encode()) <= most
    assert text.startswith(cut)


@given(credit=st.text(), alt=st.text(), system=st.text())
def test_whatever_is_typed_reads_back(credit: str, alt: str, system: str) -> None:
    image = Image(id="1", credit=credit, alt={"de": alt}, ai_system=system, source_type="print")
    metadata = metadata_of(statement_of(image))
    assert stated_in(written(statement_of(image), "jpg")) == promise_of(metadata.said)

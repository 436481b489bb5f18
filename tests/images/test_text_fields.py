"""Every text of a file is found with its place and key, in whatever encoding; damage and bombs cost nothing."""

from __future__ import annotations

import struct
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pictures

from editor.images.metadata import gather
from editor.images.text_fields import (
    MAX_FIELDS,
    MAX_TEXT,
    Field,
    bounded,
    exif_fields,
    iim_fields,
    png_chunks,
    png_texts,
    user_comment,
)
from tests.images.samples import png, with_comment, with_exif, with_iim

WORDS = "Zürich 鷺 & <b>"


@pytest.mark.parametrize("chunk", ["tEXt", "zTXt", "iTXt"])
def test_each_kind_of_png_text_is_read(chunk: str) -> None:
    assert Field("PNG text", "Title", WORDS) in png_texts(png({"Title": WORDS}, chunk=chunk))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "TIFF", "PNG", "HEIF"])
def test_exif_fields_are_read_in_every_format(kind: str) -> None:
    fields = gather(with_exif({0x010E: WORDS, 0x0131: "x"}, kind=kind)).fields
    assert {Field("EXIF", "ImageDescription", WORDS), Field("EXIF", "Software", "x")} <= set(fields)


@pytest.mark.parametrize("coding", ["utf-16-be", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("is_big", [True, False])
def test_a_unicode_comment_is_read_in_either_order(coding: str, *, is_big: bool) -> None:
    assert user_comment(b"UNICODE\0" + WORDS.encode(coding), is_big=is_big).lstrip("\ufeff") == WORDS


@pytest.mark.parametrize("head", [b"ASCII\0\0\0", b"\0" * 8, b""])
def test_a_comment_under_another_head_is_read(head: bytes) -> None:
    assert user_comment(head + WORDS.encode()) == WORDS
    assert user_comment(b"JIS\0\0\0\0\0" + "鷺".encode("iso2022_jp")) == "鷺"


def test_windows_fields_are_read() -> None:
    exif = Pictures.Exif()
    exif[0x9C9C] = WORDS.encode("utf-16-le")
    assert list(exif_fields(exif)) == [Field("EXIF", "XPComment", WORDS)]


@pytest.mark.parametrize("is_utf8", [True, False])
def test_iim_is_read_in_the_coding_it_names(*, is_utf8: bool) -> None:
    assert Field("IPTC-IIM", "Credit", "Zürich") in gather(with_iim({110: "Zürich"}, is_utf8=is_utf8)).fields


def test_a_comment_has_no_key() -> None:
    assert Field("JPEG comment", "", WORDS) in gather(with_comment(WORDS)).fields


def test_a_text_bomb_gives_a_piece_and_no_more() -> None:
    body = b"Title\0\0" + zlib.compress(b"a" * (200 << 20), 9)
    bomb = png({})[:33] + struct.pack(">I", len(body)) + b"zTXt" + body + b"0000"
    tracemalloc.start()
    try:
        (field,) = png_texts(bomb)
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()
    assert len(field.value) == MAX_TEXT


def test_a_chunk_that_claims_more_than_there_is_ends_the_reading() -> None:
    cut = png({})[:33] + struct.pack(">I", 0xFFFFFFFF) + b"tEXta\0b"
    assert [kind for kind, _ in png_chunks(cut)] == [b"IHDR", b"tEXt"]
    assert list(png_chunks(b"no picture")) == []


def test_fields_are_bounded_in_number_and_length() -> None:
    assert len(bounded(Field("x", str(number), "") for number in range(10_000))) == MAX_FIELDS
    assert len(bounded(Field("x", str(number), "a" * MAX_TEXT) for number in range(20))) == 8


@given(st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    list(iim_fields(b"\x1c\x02" + data))
    list(png_texts(b"\x89PNG\r\n\x1a\n" + data))
    user_comment(b"UNICODE\0" + data)
    user_comment(data)

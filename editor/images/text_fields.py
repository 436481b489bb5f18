"""Gets the words out of a picture's file: PNG text, comments, EXIF and IPTC-IIM fields, each with place and key.

Bounded in length and number. Never decodes pixels, never raises for damaged bytes.
"""

from __future__ import annotations

import contextlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image as Pictures
from PIL.IptcImagePlugin import getiptcinfo
from PIL.TiffImagePlugin import TiffImageFile

from editor.images.opening import BROKEN

PNG_TEXT = "PNG text"
EXIF_PLACE = "EXIF"
IIM_PLACE = "IPTC-IIM"
COMMENT = "comment"
USER_COMMENT = "UserComment"

MAX_TEXT = 2 << 20
MAX_FIELDS = 400
_MAX_CHUNKS = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_EXIF_IFD = 0x8769
_TEXT_TAGS = MappingProxyType(
    {
        0x000B: "ProcessingSoftware",
        0x010E: "ImageDescription",
        0x010F: "Make",
        0x0110: "Model",
        0x0131: "Software",
        0x0132: "DateTime",
        0x013B: "Artist",
        0x8298: "Copyright",
        0x9003: "DateTimeOriginal",
        0x9004: "DateTimeDigitized",
        0x9286: USER_COMMENT,
        0x9C9B: "XPTitle",
        0x9C9C: "XPComment",
        0x9C9D: "XPAuthor",
        0x9C9E: "XPKeywords",
        0x9C9F: "XPSubject",
        0xA43B: "ImageEditingSoftware",
    }
)
_DATASETS = MappingProxyType(
    {
        5: "ObjectName",
        40: "SpecialInstructions",
        55: "DateCreated",
        65: "OriginatingProgram",
        70: "ProgramVersion",
        80: "By-line",
        105: "Headline",
        110: "Credit",
        115: "Source",
        116: "CopyrightNotice",
        120: "Caption",
    }
)
_CODED_CHARACTER_SET = (1, 90)
_UTF8_MARK = b"\x1b%G"


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a file: where it stands, what it is called there, and its words."""

    place: str
    key: str
    value: str


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (type, body) of each chunk of a PNG but its pixels, up to where it is cut off (PNG 3rd edition, 5.3)."""
    if not data.startswith(_PNG):
        return
    place = len(_PNG)
    for _ in range(_MAX_CHUNKS):
        if place + 8 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind != b"IDAT":
            yield kind, data[place + 8 : place + 8 + min(length, 8 * MAX_TEXT)]
        place += length + 12


def png_texts(data: bytes) -> Iterator[Field]:
    """Yield the texts of a PNG: tEXt, zTXt and iTXt chunks (PNG 3rd edition, 11.3.3)."""
    for kind, body in png_chunks(data):
        keyword, mark, rest = body.partition(b"\0")
        if not mark or len(keyword) > 79:
            continue
        text: bytes | None = None
        if kind == b"tEXt":
            text = rest
        elif kind == b"zTXt":
            text = _inflated(rest[1:])
        elif kind == b"iTXt" and len(rest) > 2:
            text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
            text = _inflated(text) if rest[0] else text
        if text:
            yield Field(PNG_TEXT, keyword.decode("latin-1").strip(), in_words(text[:MAX_TEXT]))


def picture_fields(picture: Pictures.Image) -> Iterator[Field]:
    """Yield the comment, EXIF and IIM fields of an opened picture, its PNG text excepted."""
    comment = picture.info.get("comment")
    if isinstance(comment, bytes | bytearray) and comment:
        yield Field(f"{picture.format} {COMMENT}", "", in_words(bytes(comment[:MAX_TEXT])))
    with contextlib.suppress(*BROKEN):
        exif = picture.getexif()
        yield from exif_fields(exif)
    for block in _iim_blocks(picture):
        yield from iim_fields(block)
    if isinstance(picture, TiffImageFile):
        with contextlib.suppress(*BROKEN):
            yield from _named_datasets(_tiff_datasets(picture))


def exif_fields(exif: Pictures.Exif) -> Iterator[Field]:
    """Yield the text fields of `exif`, UserComment in whichever encoding it is (Exif 3.0, 4.6.6)."""
    tags: dict[int, object] = dict(exif)
    with contextlib.suppress(*BROKEN):
        tags |= exif.get_ifd(_EXIF_IFD)
    for tag, name in _TEXT_TAGS.items():
        value = tags.get(tag)
        if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
            value = bytes(value)
        if isinstance(value, bytes | bytearray):
            value = bytes(value[:MAX_TEXT])
            if tag == 0x9286:
                value = user_comment(value, is_big=exif.endian == ">" if exif.endian else False)
            elif name.startswith("XP"):
                value = value.decode("utf-16-le", "replace")
            else:
                value = in_words(value)
        elif isinstance(value, str):
            value = _latin_or_utf8(value[:MAX_TEXT])
        else:
            continue
        if value := value.strip("\0 \t\r\n"):
            yield Field(EXIF_PLACE, name, value)


def user_comment(data: bytes, *, is_big: bool = False) -> str:
    """Return the words of an EXIF UserComment: eight bytes name the encoding, and many writers name it wrongly.

    UTF-16 is read in the order that gives sense, since some write it in theirs and not in the file's (`is_big`).
    """
    head, body = data[:8], data[8:]
    if head.rstrip(b"\0") not in {b"", b"ASCII", b"UNICODE", b"JIS"}:
        head, body = b"", data
    if head.startswith(b"UNICODE"):
        return _utf16(body, is_big=is_big)
    if head.startswith(b"JIS"):
        return body.decode("iso2022_jp", "replace")
    return in_words(body)


def iim_fields(data: bytes) -> Iterator[Field]:
    """Yield the texts of an IIM block, record 2 (IPTC-NAA IIM 4.2, 1.5)."""
    yield from _named_datasets(_datasets(data))


def _datasets(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield ((record, number), value) of each dataset."""
    place = found = 0
    while place + 5 <= len(data) and data[place] == 0x1C and found < MAX_FIELDS:
        record, number, length = struct.unpack_from(">BBH", data, place + 1)
        place += 5
        if length & 0x8000:  # an extended dataset: its length stands in so many further bytes
            size = length & 0x7FFF
            length = int.from_bytes(data[place : place + size], "big") if size <= 4 else len(data)
            place += min(size, 4)
        value = data[place : place + length]
        place += length
        found += 1
        yield (record, number), value


def _tiff_datasets(picture: TiffImageFile) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield the same from a TIFF, whose tag is mostly said to hold numbers: Pillow's own reader knows that."""
    for where, values in sorted((getiptcinfo(picture) or {}).items()):
        for value in values if isinstance(values, list) else [values]:
            yield where, value


def _named_datasets(datasets: Iterable[tuple[tuple[int, int], bytes]]) -> Iterator[Field]:
    is_utf8 = False
    for (record, number), value in datasets:
        if (record, number) == _CODED_CHARACTER_SET:
            is_utf8 = value.startswith(_UTF8_MARK)
        elif record == 2 and number in _DATASETS and value:
            words = value.decode("utf-8", "replace") if is_utf8 else in_words(value)
            yield Field(IIM_PLACE, _DATASETS[number], words)


def bounded(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return `fields`, each once, as far as a file has any business to hold some."""
    kept: dict[Field, None] = {}
    left = 8 * MAX_TEXT
    for one in fields:
        left -= len(one.value)
        if left < 0 or len(kept) >= MAX_FIELDS:
            break
        kept[one] = None
    return tuple(kept)


def in_words(data: bytes) -> str:
    """Return `data` as UTF-8 where it is that, else as Latin-1, which every byte is."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A text cut at our own limit may end within a letter.
        return data[: error.start].decode() if error.start > MAX_TEXT - 4 else data.decode("latin-1")


def _inflated(data: bytes) -> bytes | None:
    with contextlib.suppress(zlib.error):
        return zlib.decompressobj().decompress(data, MAX_TEXT)
    return None


def _latin_or_utf8(text: str) -> str:
    """Undo Pillow's reading of every EXIF text as Latin-1."""
    try:
        return in_words(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text


def _utf16(data: bytes, *, is_big: bool) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" not in data and len(data) > 1:
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    low, high = data[1::2].count(0), data[::2].count(0)
    if low != high:
        is_big = high > low
    return data.decode("utf-16-be" if is_big else "utf-16-le", "replace")


def _iim_blocks(picture: Pictures.Image) -> Iterator[bytes]:
    resources = picture.info.get("photoshop")
    block = resources.get(0x0404) if isinstance(resources, Mapping) else None
    if isinstance(block, bytes):
        yield block
    if isinstance(picture, TiffImageFile):
        with contextlib.suppress(*BROKEN):
            yield picture.get_photoshop_blocks().get(0x0404, {}).get("data", b"")

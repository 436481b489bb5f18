"""Pictures made to hurt whoever opens them, and odd ones that are harmless."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image as Pictures

from tests.images.heic import heic
from tests.images.marked import as_element, picture
from tests.images.samples import png


def encoded(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 24), **options: object) -> bytes:
    """Return a picture of one colour."""
    stream = BytesIO()
    Pictures.new(mode, size).save(stream, kind, **options)
    return stream.getvalue()


def huge_png() -> bytes:
    """Return a PNG of 400 megapixels, whole and valid, in some 50 kB."""
    packer, rows = zlib.compressobj(9), bytearray()
    for _ in range(20_000):
        rows += packer.compress(b"\0" * (20_000 // 8 + 1))
    rows += packer.flush()
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", bytes(rows)) + _chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """Return a PNG whose text is 200 MB when it is unpacked."""
    packer, text = zlib.compressobj(9), bytearray()
    for _ in range(200):
        text += packer.compress(b"a" * (1 << 20))
    text += packer.flush()
    plain = png({})
    return plain[:33] + _chunk(b"zTXt", b"Comment\0\0" + bytes(text)) + plain[33:]


def entity_bomb() -> bytes:
    """Return a PNG whose XMP would be 300 GB of words once its entities are put in."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>'.encode() + as_element("&l11;").partition(b"?>")[2]
    return picture("PNG", bomb)


def animated() -> bytes:
    """Return a GIF of three frames."""
    stream = BytesIO()
    frames = [Pictures.new("RGB", (8, 8), shade) for shade in ("red", "green", "blue")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def turned() -> bytes:
    """Return a JPEG whose EXIF says that it lies on its side."""
    exif = Pictures.Exif()
    exif[0x0112] = 6
    return encoded("JPEG", exif=exif)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


REFUSED: Mapping[str, Callable[[], bytes]] = {
    "400 megapixels": huge_png,
    "200 MB of text": text_bomb,
    "no bytes": lambda: b"",
    "zeros": lambda: b"\0" * 4096,
    "words called a picture": lambda: b"words",
    "a drawing that can hold programs": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "cut off": lambda: encoded("PNG", size=(400, 300))[:-20],
    "a HEIC that claims too much": lambda: heic(claimed=(30_000, 30_000)),
    "a HEIC cut off": lambda: heic()[:-30],
}
TAKEN: Mapping[str, Callable[[], bytes]] = {
    "an entity bomb in XMP": entity_bomb,
    "a JPEG called PNG": lambda: encoded("JPEG"),
    "CMYK": lambda: encoded("JPEG", "CMYK"),
    "sixteen bits": lambda: encoded("PNG", "I;16"),
    "palette": lambda: encoded("PNG", "P"),
    "grey with transparency": lambda: encoded("PNG", "LA"),
    "moving": animated,
    "30,000 pixels wide": lambda: encoded("PNG", "L", (30_000, 20)),
    "turned": turned,
    "HEIC": heic,
}

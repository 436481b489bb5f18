"""A HEIC picture put together box by box (ISO/IEC 14496-12 and 23008-12): nothing here can encode one."""

from __future__ import annotations

import struct

# A gradient from red to blue of 64 x 64 pixels, and the parameters to decode it by.
_HVCC = bytes.fromhex(
    "0103700000000000000000001ef000fcfdf8f800000f03200001001840010c01ffff03700000030090000003000003001eba0240210001"
    "002742010103700000030090000003000003001ea020810596eae4a6b9b0200000030020000003002122000100064401c173c089"
)
_PIXELS = bytes.fromhex(
    "0000002e2801af1980ef56a1d776f384cf23edcff5ea010272bf8e88954d4b664d9acf3132f80f56e8a0921b127fc658eae0"
)
SIZE = (64, 64)


def heic(*, xmp: bytes = b"", exif: bytes = b"", claimed: tuple[int, int] = SIZE) -> bytes:
    """Return a HEIC picture with an XMP packet and an EXIF block (a TIFF) inside; `claimed` is the size it states."""
    items = [(b"hvc1", b"", _PIXELS)]
    if exif:
        items.append((b"Exif", b"", struct.pack(">I", 0) + exif))
    if xmp:
        items.append((b"mime", b"application/rdf+xml\0", xmp))
    head = _box(b"ftyp", b"heic" + struct.pack(">I", 0) + b"mif1heic")
    length = len(head) + len(_meta(items, claimed, 0)) + 8
    return head + _meta(items, claimed, length) + _box(b"mdat", b"".join(body for _, _, body in items))


def _meta(items: list[tuple[bytes, bytes, bytes]], claimed: tuple[int, int], start: int) -> bytes:
    kinds, places, references = b"", b"", b""
    for number, (kind, content_type, body) in enumerate(items, 1):
        kinds += _full(b"infe", struct.pack(">HH4s", number, 0, kind) + b"\0" + content_type, version=2)
        places += struct.pack(">HHHII", number, 0, 1, start, len(body))
        start += len(body)
        if number > 1:
            references += _box(b"cdsc", struct.pack(">HHH", number, 1, 1))
    own = _box(b"ipco", _box(b"hvcC", _HVCC) + _full(b"ispe", struct.pack(">II", *claimed)))
    which = _full(b"ipma", struct.pack(">IHBBB", 1, 1, 2, 0x81, 2))
    inside = _full(b"hdlr", struct.pack(">I4s12xB", 0, b"pict", 0))
    inside += _full(b"pitm", struct.pack(">H", 1))
    inside += _full(b"iloc", struct.pack(">BBH", 0x44, 0, len(items)) + places)
    inside += _full(b"iinf", struct.pack(">H", len(items)) + kinds)
    inside += _box(b"iprp", own + which)
    inside += _full(b"iref", references) if references else b""
    return _full(b"meta", inside)


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _full(kind: bytes, body: bytes, version: int = 0) -> bytes:
    return _box(kind, struct.pack(">B3x", version) + body)

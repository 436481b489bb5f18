"""Gathers once what a picture's file says about itself, for every detector. Bounded, offline, and never an error."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image as Pictures

from editor.core.errors import UserError
from editor.images.credentials import NO_CREDENTIALS, Credentials, read_credentials
from editor.images.opening import BROKEN, open_picture
from editor.images.packets import DUBLIN_CORE_TERMS, MAX_PACKET, PHOTOSHOP, XMP, Packet, Property, properties
from editor.images.text_fields import (
    EXIF_PLACE,
    PNG_TEXT,
    Field,
    bounded,
    exif_fields,
    iim_fields,
    picture_fields,
    png_chunks,
    png_texts,
)
from editor.images.wording import moment

_TIFF_XMP = 700  # XMP specification part 3, 1.1.2
_GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
_GIF_END = b"\x01\xff\xfe\xfd"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_MORE_HEAD = struct.Struct(">32sII")  # digest of the whole, its length, where this piece begins
_PNG_XMP = "XML:com.adobe.xmp"
_RAW = "Raw profile type "  # how ImageMagick keeps EXIF, IIM and XMP in a PNG: as hexadecimal text
_PROVENANCE = (DUBLIN_CORE_TERMS, "provenance")  # where credentials lie that are not in the file (C2PA 2.4, 11.4)
# When a picture was made: the creation date before that of the file.
_DATES = (
    (PHOTOSHOP, "DateCreated"),
    (XMP, "CreateDate"),
    (EXIF_PLACE, "DateTimeOriginal"),
    (EXIF_PLACE, "DateTimeDigitized"),
    (PNG_TEXT, "Creation Time"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What detectors look at: the bytes, the format's name ("" when they are no picture), XMP properties, texts."""

    data: bytes
    format: str = ""
    properties: tuple[Property, ...] = ()
    fields: tuple[Field, ...] = ()
    credentials: Credentials = NO_CREDENTIALS

    def stated(self, namespace: str, *names: str) -> list[Property]:
        """Return the properties of `namespace` that are called one of `names`, each statement once."""
        found = (one for one in self.properties if one.namespace == namespace and one.name in names)
        return list(dict.fromkeys(found))

    def texts(self, *keys: str, place: str = "") -> list[Field]:
        """Return the texts whose key is one of `keys` (letter case aside), at `place` where one is given."""
        wanted = {key.lower() for key in keys}
        return [one for one in self.fields if one.key.lower() in wanted and (not place or one.place == place)]

    @property
    def created(self) -> str:
        """Return when the picture was made, as a record keeps it; "" when nothing says it."""
        for group, name in _DATES:
            found = self.stated(group, name) if "/" in group else self.texts(name, place=group)
            if found and (when := moment(found[0].value)):
                return when
        return ""


def gather(data: bytes, anchors: str = "") -> Evidence:
    """Return what can be read of `data`; a damaged picture gives what stands before the damage, never an error.

    `anchors` is the PEM of the roots whose signatures are trusted.
    """
    try:
        with open_picture(data) as picture:
            kind = picture.format or ""
            packets = {packet.data: packet for packet in _packets(picture, data)}
            stated = tuple(properties(packets.values()))
            fields = bounded(_fields(picture, data))
    except UserError:
        return Evidence(data)
    address = next((one.value for one in stated if (one.namespace, one.name) == _PROVENANCE), "")
    is_address = address.startswith(("http://", "https://"))
    credentials = read_credentials(data, kind, address=address if is_address else "", anchors=anchors)
    return Evidence(data, kind, stated, fields, credentials)


def _packets(picture: Pictures.Image, data: bytes) -> Iterator[Packet]:
    if xmp := _bytes(picture.info.get("xmp")):
        yield Packet("XMP", xmp)
        for extension in _extensions(getattr(picture, "applist", []), xmp):
            yield Packet("XMP", extension)
    if picture.format == "PNG":
        yield from _png_packets(data)
    elif picture.format == "TIFF":
        if tagged := _bytes(getattr(picture, "tag_v2", {}).get(_TIFF_XMP)):
            yield Packet("XMP", tagged)
    elif picture.format == "GIF":
        # An application extension whose blocks hold the packet whole (XMP part 3, 1.1.2).
        _, mark, rest = data.partition(_GIF_XMP)
        if mark:
            yield Packet("XMP", rest[:MAX_PACKET].partition(_GIF_END)[0])


def _png_packets(data: bytes) -> Iterator[Packet]:
    for field in png_texts(data):
        if field.key == _PNG_XMP:
            yield Packet("XMP", field.value.encode())
        elif field.key == f"{_RAW}xmp":
            yield Packet("XMP", _raw_profile(field.value))


def _extensions(segments: list[tuple[str, bytes]], xmp: bytes) -> Iterator[bytes]:
    """Yield what of a JPEG's XMP did not fit into one segment (XMP part 3, 1.1.3.1), where `xmp` names it."""
    parts: dict[bytes, dict[int, bytes]] = {}
    for marker, body in segments:
        if marker == "APP1" and body.startswith(_XMP_MORE) and len(body) > len(_XMP_MORE) + 40:
            name, _length, offset = _MORE_HEAD.unpack_from(body, len(_XMP_MORE))
            parts.setdefault(name, {})[offset] = body[len(_XMP_MORE) + _MORE_HEAD.size :]
    for name, pieces in parts.items():
        if name in xmp:
            yield b"".join(pieces[offset] for offset in sorted(pieces))[:MAX_PACKET]


def _fields(picture: Pictures.Image, data: bytes) -> Iterator[Field]:
    if picture.format != "PNG":
        yield from picture_fields(picture)
        return
    for kind, body in png_chunks(data):
        if kind == b"eXIf":
            yield from _exif_of(body)
    for field in png_texts(data):
        if field.key in {f"{_RAW}exif", f"{_RAW}APP1"}:
            yield from _exif_of(_raw_profile(field.value))
        elif field.key == f"{_RAW}iptc":
            # Behind the head of a Photoshop resource, whose name and length vary, stands the first IIM mark.
            profile = _raw_profile(field.value)
            yield from iim_fields(profile[max(profile.find(b"\x1c"), 0) :])
        elif field.key != _PNG_XMP:
            yield field


def _exif_of(block: bytes) -> Iterator[Field]:
    exif = Pictures.Exif()
    with contextlib.suppress(*BROKEN):
        exif.load(block)
        yield from exif_fields(exif)


def _raw_profile(text: str) -> bytes:
    # A line with a name, which may be two words, and one with the length.
    with contextlib.suppress(ValueError):
        return bytes.fromhex("".join(text.strip().split("\n")[2:]))
    return b""


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return bytes(value) if isinstance(value, bytes | bytearray) else b""

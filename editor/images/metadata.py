"""Gets the XMP packets out of a picture's bytes and reads single properties from them. Never resolves anything."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from PIL import Image as Pictures

from editor.core.errors import UserError
from editor.images.opening import BROKEN, open_picture

MAX_PACKET = 16 << 20
_TIFF_XMP = 700  # XMP specification part 3, 1.1.2
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RESOURCE = f"{_RDF} resource"
_GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
_GIF_END = b"\x01\xff\xfe\xfd"
# Where Pillow leaves a packet, by format; PNG writers use a text chunk of either kind (tEXt against the rules).
_PLACES = {"xmp": "XMP", "XML:com.adobe.xmp": "PNG text, XML:com.adobe.xmp"}


@dataclass(frozen=True, slots=True)
class Packet:
    """One XMP packet and where in the file it stands."""

    place: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Evidence:
    """What detectors look at: the bytes, the format's name ("" when they are no picture), the XMP packets."""

    data: bytes
    format: str = ""
    packets: tuple[Packet, ...] = ()


def gather(data: bytes) -> Evidence:
    """Return what can be read of `data`; a damaged picture gives what stands before the damage, never an error."""
    try:
        with open_picture(data) as picture:
            return Evidence(data, picture.format or "", (*_packets(picture), *_gif_packets(data)))
    except UserError:
        return Evidence(data)


def properties(packet: bytes, namespace: str, names: frozenset[str]) -> list[tuple[str, str]]:
    """Return (name, value) of each property of `namespace` in `packet`, as attribute, text or resource.

    The namespace's URI counts, whatever its prefix. A packet that declares a document type or is no XML gives what
    stands before that: no packet needs entities, and bombs are made of them.
    """
    reader = _PropertyReader(namespace, names)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    with contextlib.suppress(expat.ExpatError, _RefusedError, ValueError):
        parser.Parse(packet[:MAX_PACKET].strip(b"\0 \t\r\n"), True)  # noqa: FBT003 - expat's signature
    return reader.found


class _RefusedError(Exception):
    """The packet holds a document type."""


def _refuse(*_: object) -> None:
    raise _RefusedError


class _PropertyReader:
    """Listens to the parser; lives as long as one packet."""

    def __init__(self, namespace: str, names: frozenset[str]) -> None:
        self._wanted = {f"{namespace} {name}": name for name in names}
        self._open: list[str] = []  # name of the property we are in, then "" for each element inside it
        self._words: list[str] = []
        self.found: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an element's attributes, and remember when it is a property itself."""
        for key, value in attributes.items():
            if key in self._wanted and value.strip():
                self.found.append((self._wanted[key], value.strip()))
        if self._open:
            self._open.append("")
        elif tag in self._wanted:
            self._open, self._words = [self._wanted[tag]], []
        if self._open and attributes.get(_RESOURCE, "").strip():
            self.found.append((self._open[0], attributes[_RESOURCE].strip()))

    def text(self, words: str) -> None:
        """Take in text, where it is inside a property."""
        if self._open:
            self._words.append(words)

    def end(self, _: str) -> None:
        """Close an element; at a property's end its text counts, list wrappers or not."""
        if self._open:
            name = self._open.pop()
            if not self._open and (value := "".join(self._words).strip()):
                self.found.append((name, value))


def _packets(picture: Pictures.Image) -> Iterator[Packet]:
    with contextlib.suppress(*BROKEN):
        picture.load()  # PNG keeps text behind its pixels too
    seen: set[bytes] = set()
    for key, place in _PLACES.items():
        data = _bytes(picture.info.get(key))
        if data and data not in seen:
            seen.add(data)
            yield Packet(place, data)
    if picture.format == "TIFF":
        data = _bytes(getattr(picture, "tag_v2", {}).get(_TIFF_XMP))
        if data and data not in seen:
            yield Packet("TIFF tag 700", data)


def _gif_packets(data: bytes) -> Iterator[Packet]:
    """Yield the packet of a GIF: an application extension whose blocks hold it whole (XMP part 3, 1.1.2)."""
    _, mark, rest = data.partition(_GIF_XMP) if data.startswith(b"GIF8") else (b"", b"", b"")
    if mark:
        yield Packet("GIF application extension", rest.partition(_GIF_END)[0])


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return bytes(value) if isinstance(value, bytes | bytearray) else b""

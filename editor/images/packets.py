"""Reads the properties of XMP packets (ISO 16684-1). Never resolves anything: packets are XML from strangers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.parsers import expat

MAX_PACKET = 16 << 20
MAX_PROPERTIES = 10_000
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
EXIF = "http://ns.adobe.com/exif/1.0/"
TIFF = "http://ns.adobe.com/tiff/1.0/"
XMP = "http://ns.adobe.com/xap/1.0/"
XMP_EVENT = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RESOURCE = f"{_RDF} resource"
_ITEM = f"{_RDF} li"


@dataclass(frozen=True, slots=True)
class Packet:
    """One XMP packet and where in the file it stands."""

    place: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Property:
    """One value of one property; of a list, each item is one. `place` is where its packet stands."""

    place: str
    namespace: str
    name: str
    value: str


def properties(packets: Iterable[Packet]) -> Iterator[Property]:
    """Yield every property of `packets`, as attribute, text, list item or resource, structures' fields included.

    The namespace's URI counts, whatever its prefix. A packet that declares a document type or is no XML gives what
    stands before that: no packet needs entities, and bombs are made of them.
    """
    for packet in packets:
        reader = _Reader(packet.place)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = _refuse
        with contextlib.suppress(expat.ExpatError, _RefusedError, ValueError):
            parser.Parse(packet.data[:MAX_PACKET].strip(b"\0 \t\r\n"), True)  # noqa: FBT003 - expat's signature
        yield from reader.found


class _RefusedError(Exception):
    """The packet holds a document type, or more than anybody writes."""


def _refuse(*_: object) -> None:
    raise _RefusedError


class _Reader:
    """Listens to the parser; lives as long as one packet."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._owners: list[str] = []  # for each open element, the property that its text belongs to
        self._words: list[str] = []
        self.found: list[Property] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an element's attributes, and remember whose text stands in it."""
        self._say()
        is_rdf = tag.startswith(_RDF)
        above = self._owners[-1] if self._owners else ""
        self._owners.append(above if is_rdf else tag)
        for key, value in attributes.items():
            if key == _RESOURCE:
                self._keep(self._owners[-1], value)
            elif not key.startswith(_RDF):
                self._keep(key, value)

    def text(self, words: str) -> None:
        """Take in text, where it is inside a property."""
        if self._owners and self._owners[-1]:
            self._words.append(words)

    def end(self, _: str) -> None:
        """Close an element: the text that stood in it counts."""
        self._say()
        self._owners.pop()

    def _say(self) -> None:
        if self._words:
            self._keep(self._owners[-1], "".join(self._words))
            self._words.clear()

    def _keep(self, qualified: str, value: str) -> None:
        namespace, _, name = qualified.rpartition(" ")
        if not namespace or not (value := value.strip()):
            return
        if len(self.found) >= MAX_PROPERTIES:
            raise _RefusedError
        self.found.append(Property(self._place, namespace, name, value))

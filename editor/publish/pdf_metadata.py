"""What a PDF says of itself to machines: title, language, authors, and that AI had a part in it.

The web engine writes none of it. It is appended as an incremental update (ISO 32000-1, 7.5.6), every byte of the engine
staying where it is: an XMP packet (ISO 16684-1), the same in the older information dictionary, the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from markupsafe import escape

from editor.publish.legible import legible

_TRAILER = re.compile(rb"trailer\s*<<(?P<said>.*?)>>\s*startxref\s+(?P<table>\d+)\s+%%EOF\s*\Z", re.DOTALL)
_DICTIONARY = re.compile(rb"\d+ 0 obj\s*<<(?P<said>.*?)>>\s*endobj", re.DOTALL)
_NAMESPACES = (
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfMetadata:
    """What is said. `source_type` is the address of the IPTC's term for what the words come from, or "".

    `description` ends with the disclosure that readers see, where there is one.
    """

    title: str
    language: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    description: str = ""
    source_type: str = ""


def with_metadata(pdf: bytes, said: PdfMetadata) -> bytes:
    """Return the `pdf` of the web engine saying `said`. Raises `ValueError` for a PDF that is built otherwise."""
    trailer = _TRAILER.search(pdf[-2048:])
    if trailer is None:
        raise ValueError("a PDF without a plain trailer")
    table = int(trailer["table"])
    size, root, info = (_number(trailer["said"], name) for name in (b"Size", b"Root", b"Info"))
    packet = xmp(said).encode()
    catalog = {
        b"Lang": _string(said.language),
        b"Metadata": b"%d 0 R" % size,
        b"ViewerPreferences": b"<</DisplayDocTitle true>>",
    }
    words = {b"Title": said.title, b"Author": ", ".join(said.authors), b"Subject": said.description}
    objects = {
        root: b"<<%s>>" % _added(_dictionary(pdf, table, root), catalog),
        info: b"<<%s>>" % _added(_dictionary(pdf, table, info), {key: _string(text) for key, text in words.items()}),
        size: b"<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream" % (len(packet), packet),
    }
    made, lines = bytearray(pdf.rstrip(b"\r\n") + b"\n"), []
    for number, content in sorted(objects.items()):
        lines.append(b"%d 1\n%010d 00000 n \n" % (number, len(made)))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    ended = b"<</Size %d /Root %d 0 R /Info %d 0 R /Prev %d>>" % (size + 1, root, info, table)
    made += b"xref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (b"".join(lines), ended, start)
    return bytes(made)


def xmp(said: PdfMetadata) -> str:
    """Return the packet."""
    parts = (
        ["<dc:format>application/pdf</dc:format><xmp:CreatorTool>Makala</xmp:CreatorTool>"],
        _listed("dc:title", "Alt", said.title),
        _listed("dc:description", "Alt", said.description),
        _listed("dc:creator", "Seq", *said.authors),
        _listed("dc:publisher", "Bag", said.publisher),
        _listed("dc:language", "Bag", said.language),
        [f"<Iptc4xmpExt:DigitalSourceType>{escape(said.source_type)}</Iptc4xmpExt:DigitalSourceType>"]
        if said.source_type
        else [],
    )
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMESPACES)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {spaces}><rdf:Description rdf:about="">{"".join(chain(*parts))}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _listed(name: str, kind: str, *texts: str) -> list[str]:
    mark = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = [f"<rdf:li{mark}>{escape(legible(text))}</rdf:li>" for text in texts if text]
    return [f"<{name}><rdf:{kind}>{''.join(items)}</rdf:{kind}></{name}>"] if items else []


def _number(said: bytes, name: bytes) -> int:
    found = re.search(rb"/%s (\d+)" % name, said)
    if found is None:
        raise ValueError("a PDF whose trailer lacks what every one has")
    return int(found[1])


def _dictionary(pdf: bytes, table: int, number: int) -> bytes:
    """Return the inside of the object `number`, a dictionary, as the cross-reference table at `table` finds it."""
    head = re.compile(rb"xref\s+0 \d+\s+").match(pdf, table)
    entry = pdf[head.end() + 20 * number :][:20] if head else b""
    found = _DICTIONARY.match(pdf, int(entry[:10])) if entry[:10].isdigit() else None
    if found is None:
        raise ValueError("a PDF whose table leads nowhere")
    return found["said"]


def _added(before: bytes, values: dict[bytes, bytes]) -> bytes:
    fresh = [b"\n/%s %s" % (key, value) for key, value in values.items() if b"/%s" % key not in before]
    return before + b"".join(fresh)


def _string(text: str) -> bytes:
    """Return a text string (7.9.2.2), by its digits: nothing in it needs to be escaped."""
    return b"<%s>" % ("\ufeff" + legible(text)).encode("utf-16-be").hex().upper().encode()

"""Makes the metadata of an exported picture out of our record: XMP, IIM and EXIF, ready for the encode step.

Copies nothing from an original. Where each field goes stands in `editor.images.iptc` alone.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from PIL import Image as Pictures

from editor.domain.statement import Statement
from editor.images.iptc import FIELDS, RDF, SPACES, Dataset, Field, Form

# What the metadata of one file may cost its readers, prompts that a newsroom chose to publish aside.
MOST_BYTES = 2500
_MOST_PROMPT = 2000
_TEXTS = ("ai_system", "ai_system_version", "creator", "credit", "rights", "terms")
# What a format spends on keeping XMP and EXIF at all, measured.
_JPEG_HEADERS, _AVIF_BOXES = 40, 150
_EXIF_IFD, _DATE_TAKEN, _OFFSET_TAKEN = 0x8769, 0x9003, 0x9011
_UTF8_MARKER = b"\x1c\x01\x5a\x00\x03\x1b%G"  # dataset 1:90, ESC % G (IIM 4.2, 1:90)
_VERSION = b"\x1c\x02\x00\x00\x02\x00\x04"
_DATE, _TIME = Dataset(55, 8), Dataset(60, 11)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What goes into every file of one picture. `said` is the statement that fitted in, `segment` is for JPEG alone."""

    said: Statement
    xmp: bytes
    exif: bytes
    segment: bytes

    def options(self, ending: str) -> dict[str, Any]:
        """Return Pillow's options that write this into a file of the kind `ending`."""
        options: dict[str, Any] = {"xmp": self.xmp, "exif": self.exif} if self.xmp else {}
        if ending == "jpg" and self.segment:
            options["extra"] = self.segment
        return options


def metadata_of(said: Statement) -> Metadata:
    """Return the metadata of a picture that says `said`; where that is too much, less of its texts is in it."""
    made = _made(replace(said, ai_prompt=shortened(said.ai_prompt, _MOST_PROMPT)))
    for less in _ever_less(made.said):
        if _cost(made) <= MOST_BYTES:
            break
        made = _made(less)
    return made


def shortened(text: str, most: int) -> str:
    """Return as much of `text` as `most` bytes of UTF-8 hold, cut between characters."""
    return text.encode()[:most].decode(errors="ignore").rstrip()


def _ever_less(said: Statement) -> Iterator[Statement]:
    """Yield what may be left out: the ends of long texts, then languages from the last, then more of the ends.

    The source type stays whole to the end. Addresses are not cut; they go when nothing else is left to go.
    """
    for most in (400, 250):
        said = _within(said, most)
        yield said
    while len(said.alt) > 1:
        said = replace(said, alt=dict(list(said.alt.items())[:-1]))
        yield said
    for most in (160, 100, 64):
        said = _within(said, most)
        yield said
    yield replace(said, license_page="", licensor="")
    yield replace(said, license_page="", licensor="", source_type=shortened(said.source_type, 400))


def _within(said: Statement, most: int) -> Statement:
    """Return `said`, none of its texts longer than `most` bytes."""
    alt = {language: shortened(text, most) for language, text in said.alt.items()}
    return replace(said, alt=alt, **{name: shortened(getattr(said, name), most) for name in _TEXTS})


def _made(said: Statement) -> Metadata:
    return Metadata(said, _xmp(said), _exif(said), _segment(said))


def _cost(made: Metadata) -> int:
    """Return how many bytes the file grows by in the format where that is most, prompts aside."""
    prompt = len(made.said.ai_prompt.encode()) + len(made.said.ai_prompt_writer.encode())
    return len(made.xmp) + len(made.exif) - prompt + max(len(made.segment) + _JPEG_HEADERS, _AVIF_BOXES)


def _xmp(said: Statement) -> bytes:
    """Return the packet (XMP specification part 1), simple values as attributes; b"" when there is nothing to say."""
    stated = [(field, value) for field in FIELDS if (value := field.value(said))]
    if not stated:
        return b""
    used = sorted({field.space for field, _ in stated})
    spaces = "".join(f' xmlns:{prefix}="{SPACES[prefix]}"' for prefix in used)
    simple = "".join(f" {_tag(field)}={quoteattr(str(value))}" for field, value in stated if field.form is Form.TEXT)
    inside = "".join(_element(field, value) for field, value in stated if field.form is not Form.TEXT)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about=""{spaces}{simple}>{inside}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _tag(field: Field) -> str:
    return f"{field.space}:{field.property}"


def _element(field: Field, value: object) -> str:
    if isinstance(value, dict):
        items = "".join(f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag, text in value.items())
        inside = f"<rdf:Alt>{items}</rdf:Alt>"
    elif field.form is Form.LICENSOR:
        url = f"<plus:LicensorURL>{escape(str(value))}</plus:LicensorURL>"
        inside = f'<rdf:Seq><rdf:li rdf:parseType="Resource">{url}</rdf:li></rdf:Seq>'
    else:
        inside = f"<rdf:Seq><rdf:li>{escape(str(value))}</rdf:li></rdf:Seq>"
    return f"<{_tag(field)}>{inside}</{_tag(field)}>"


def _exif(said: Statement) -> bytes:
    """Return the EXIF block, its texts in UTF-8; b"" when there is nothing to say."""
    block = Pictures.Exif()
    for tag, text in ((field.exif, _text(field, said)) for field in FIELDS if field.exif):
        if tag and text:
            block[tag] = text.encode()  # as bytes: Pillow turns what is not ASCII in a str into question marks
    date, time = _created(said)
    if time:
        inner = block.get_ifd(_EXIF_IFD)
        inner[_DATE_TAKEN], inner[_OFFSET_TAKEN] = f"{date.replace('-', ':')} {time}", "+00:00"
    return block.tobytes() if len(block) or time else b""


def _segment(said: Statement) -> bytes:
    """Return the APP13 segment of a JPEG with the IIM datasets in it; b"" when there is nothing to say."""
    datasets = b"".join(_datasets(said))
    if not datasets:
        return b""
    body = _UTF8_MARKER + _VERSION + datasets
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(body)) + body + b"\0" * (len(body) % 2)
    content = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(content) + 2) + content


def _datasets(said: Statement) -> Iterator[bytes]:
    for field in FIELDS:
        if field.iim and (text := _text(field, said)):
            yield _dataset(field.iim, text)
    date, time = _created(said)
    if date:
        yield _dataset(_DATE, date.replace("-", ""))
    if time:
        yield _dataset(_TIME, f"{time.replace(':', '')}+0000")


def _dataset(place: Dataset, text: str) -> bytes:
    data = shortened(text, place.most).encode()
    return struct.pack(">BBBH", 0x1C, 2, place.number, len(data)) + data


def _created(said: Statement) -> tuple[str, str]:
    """Return the day and, where one is known, the time of day in UTC: `2026-01-14`, `12:00:00`."""
    date, _, time = said.created.partition("T")
    return date, time[:8]


def _text(field: Field, said: Statement) -> str:
    value = field.value(said)
    return value if isinstance(value, str) else next(iter(value.values()), "")

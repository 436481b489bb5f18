"""Pictures that state where they come from, in every way a file can."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image as Pictures
from PIL import PngImagePlugin

from tests.images.heic import heic

NAMESPACE = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
TERM = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def as_attribute(value: str = TERM, prefix: str = "Iptc4xmpExt") -> bytes:
    """Return a packet that states `value` as an attribute."""
    return packet_of(
        f'<rdf:Description rdf:about="" xmlns:{prefix}="{NAMESPACE}" {prefix}:DigitalSourceType="{value}"/>'
    )


def as_element(value: str = TERM, prefix: str = "ext") -> bytes:
    """Return a packet that states `value` as an element's text."""
    inside = f"<{prefix}:DigitalSourceType>{value}</{prefix}:DigitalSourceType>"
    return packet_of(f'<rdf:Description rdf:about="" xmlns:{prefix}="{NAMESPACE}">{inside}</rdf:Description>')


def as_resource(value: str = TERM) -> bytes:
    """Return a packet that states `value` as a resource."""
    inside = f'<e:DigitalSourceType rdf:resource="{value}"/>'
    return packet_of(f'<rdf:Description rdf:about="" xmlns:e="{NAMESPACE}">{inside}</rdf:Description>')


def as_list(value: str = TERM) -> bytes:
    """Return a packet that wraps `value` into a list, as some writers do."""
    inside = f"<e:DigitalSourceType><rdf:Bag><rdf:li>{value}</rdf:li></rdf:Bag></e:DigitalSourceType>"
    return packet_of(f'<rdf:Description rdf:about="" xmlns:e="{NAMESPACE}">{inside}</rdf:Description>')


def picture(kind: str, packet: bytes, *, text_chunk: bool = False) -> bytes:
    """Return a small picture of the kind with `packet` inside; a PNG's packet may be in an ordinary text chunk."""
    stream = BytesIO()
    made = Pictures.new("RGB", (12, 8), "#7c8f8a")
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        if text_chunk:
            info.add_text("XML:com.adobe.xmp", packet.decode())
        else:
            info.add_itxt("XML:com.adobe.xmp", packet.decode())
        made.save(stream, kind, pnginfo=info)
    elif kind == "TIFF":
        made.save(stream, kind, tiffinfo={700: packet})
    elif kind == "GIF":
        made.save(stream, kind)
        trailer = bytes([1]) + bytes(range(255, -1, -1)) + bytes(2)
        extension = b"\x21\xff\x0bXMP DataXMP" + packet + trailer
        return stream.getvalue()[:-1] + extension + b";"
    elif kind == "HEIF":
        return heic(xmp=packet)
    else:
        made.save(stream, kind, xmp=packet)
    return stream.getvalue()


def stating(namespace: str, **values: str) -> bytes:
    """Return a packet that states each of `values` as a property of `namespace`."""
    inside = "".join(f"<p:{name}>{escape(value)}</p:{name}>" for name, value in values.items())
    return packet_of(f'<rdf:Description rdf:about="" xmlns:p="{namespace}">{inside}</rdf:Description>')


def packet_of(description: str) -> bytes:
    """Return the packet around one or more descriptions."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_RDF}">{description}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()

"""Reads out of an exported picture what its file says about it, to be held against what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.images.iptc import FIELDS, RDF, SPACES, Form
from editor.images.opening import decoding, open_picture

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEM = f"{{{RDF}}}li"


def stated_in(data: bytes) -> dict[str, str | dict[str, str]]:
    """Return by field name (`iptc.FIELDS`) what the picture in `data` states in XMP; nothing where it has none.

    Raises `UserError` for what is no picture.
    """
    with open_picture(data) as picture, decoding():
        if picture.format == "PNG":
            picture.load()  # its text may stand behind the pixels
        packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    try:
        root = fromstring(packet)
    except (ParseError, DefusedXmlException, ValueError):
        return {}
    found: dict[str, str | dict[str, str]] = {}
    for about in root.iter(f"{{{RDF}}}Description"):
        for field in FIELDS:
            name = f"{{{SPACES[field.space]}}}{field.property}"
            value = about.get(name) or _value(about.find(name), field.form)
            if value:
                found[field.name] = value
    return found


def broken_promise(data: bytes, promised: Mapping[str, object]) -> Message | None:
    """Return in words in which fields the picture in `data` does not say what was promised; None when it does.

    A source type counts also where none was promised.
    """
    try:
        stated = stated_in(data)
    except UserError as error:
        return error.message
    broken = [
        field.name
        for field in FIELDS
        if (field.name in promised or field.name == "source_type")
        and stated.get(field.name, "") != promised.get(field.name, "")
    ]
    return say("Its file does not say what it should in: {fields}.", fields=", ".join(broken)) if broken else None


def _value(element: Element | None, form: Form) -> str | dict[str, str]:
    if element is None:
        return ""
    items = list(element.iter(_ITEM))
    if form is Form.ALTERNATIVES:
        return {item.get(_LANGUAGE, ""): _words(item) for item in items}
    return ", ".join(map(_words, items)) if items else _words(element)


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()

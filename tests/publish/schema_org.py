"""Holds JSON-LD against schema.org, offline: expanded by a processor nobody here wrote, judged by its own vocabulary.

The context is made from the vocabulary and knows its terms alone, so that a word that is none is lost in the expansion;
schema.org's own context would take any word for one of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]

TERMS = Path(__file__).parents[1] / "data" / "standards" / "schemaorg-terms.json"
_SPACE = "http://schema.org/"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def spoken(html: str) -> list[dict[str, Any]]:
    """Return the JSON-LD of a page."""
    return [json.loads(text) for text in _SCRIPT.findall(html)]


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return `document` expanded (JSON-LD 1.1), without a network."""
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": _load})
    return found


def faults(document: dict[str, Any]) -> list[str]:
    """Return what of `document` is no schema.org: unknown words, properties and values where they do not belong."""
    found = [fault for node in expanded(document) for fault in _node_faults(node)]
    return found + [f"lost: {word}" for word in sorted(_words(document) - set(_said(expanded(document))))]


@cache
def _terms() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TERMS.read_text(encoding="utf-8"))
    return found


def _load(url: str, _: object = None) -> dict[str, Any]:
    assert url == "https://schema.org", url
    return {"contextUrl": None, "contentType": "application/ld+json", "documentUrl": url, "document": _context()}


@cache
def _context() -> dict[str, Any]:
    terms = _terms()
    made: dict[str, Any] = {name: _SPACE + name for name in (*terms["classes"], *terms["members"])}
    for name, (_, ranges) in terms["properties"].items():
        made[name] = {"@id": _SPACE + name, "@type": "@id"} if ranges == ["URL"] else {"@id": _SPACE + name}
    return {"@context": made}


def _words(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_words, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = {key for key in value if not key.startswith("@")} | {value["@type"] for _ in [0] if "@type" in value}
    return own.union(*(_words(one) for key, one in value.items() if key != "@context"))


def _said(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _said(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key.removeprefix(_SPACE)
            if key == "@type":
                yield from (name.removeprefix(_SPACE) for name in one)
            yield from _said(one)


def _node_faults(node: dict[str, Any]) -> Iterator[str]:
    (kind,) = (name.removeprefix(_SPACE) for name in node["@type"])
    if kind not in _terms()["classes"]:
        yield f"no class: {kind}"
        return
    for key, values in node.items():
        if key.startswith("@"):
            continue
        name = key.removeprefix(_SPACE)
        if name in _terms()["superseded"]:
            yield f"superseded: {name}"
        domains, ranges = _terms()["properties"][name]
        if not _above(kind) & set(domains):
            yield f"{kind} has no {name}"
        for value in values:
            yield from _value_faults(f"{kind}.{name}", value, set(ranges))


def _value_faults(where: str, value: dict[str, Any], ranges: set[str]) -> Iterator[str]:
    if "@type" in value and "@value" not in value:
        if not _above(value["@type"][0].removeprefix(_SPACE)) & ranges:
            yield f"{where}: a {value['@type'][0]}"
        yield from _node_faults(value)
        return
    said = value.get("@value", value.get("@id"))
    if not any(_fits(said, kind) for kind in ranges):
        yield f"{where}: {said!r}"


def _fits(said: object, kind: str) -> bool:
    if kind in _PLAIN:
        return _PLAIN[kind](said)
    member = str(said).removeprefix("https://schema.org/")
    is_term = kind in _terms()["members"].get(member, ()) or str(said).startswith("http://cv.iptc.org/newscodes/")
    return "Enumeration" in _above(kind) and is_term


def _is_date(said: str) -> bool:
    try:
        datetime.fromisoformat(said)
    except ValueError:
        return False
    return True


def _is_number(said: object) -> bool:
    return isinstance(said, int) and not isinstance(said, bool)


_PLAIN: dict[str, Callable[[object], bool]] = {
    "Boolean": lambda said: isinstance(said, bool),
    "Integer": _is_number,
    "Number": _is_number,
    "Date": lambda said: isinstance(said, str) and said.isascii() and _is_date(said),
    "DateTime": lambda said: isinstance(said, str) and said.isascii() and _is_date(said),
    "URL": lambda said: isinstance(said, str) and re.match(r"https?://[^\s/]+", said) is not None,
    # Sizes in pixels are numbers to every search engine; the vocabulary has them among quantities.
    "QuantitativeValue": _is_number,
    "Distance": _is_number,
    **dict.fromkeys(("Text", "CssSelectorType", "XPathType"), lambda said: isinstance(said, str)),
}


@cache
def _above(kind: str) -> frozenset[str]:
    found = {kind}
    for above in _terms()["classes"].get(kind, ()):
        found |= _above(above)
    return frozenset(found)

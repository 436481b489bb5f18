"""Says of a bundle's pages whether they name their translations: every one of a set all the others, and itself.

Reads what is exported and knows nothing of how it was made (Google Search, localised versions; RFC 5646).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element


@dataclass(frozen=True)
class Named:
    """What a page says of its place: the address it has, and the addresses of the set by `hreflang`."""

    canonical: str
    alternates: Mapping[str, str]


def named_in(page: Element) -> Named:
    """Return what the head of `page` says; two alternates of one language are an `AssertionError`."""
    links = list(page.iter("link"))
    canonical = [link.get("href", "") for link in links if link.get("rel") == "canonical"]
    languages = [link for link in links if link.get("rel") == "alternate" and link.get("hreflang")]
    pairs = [(link.get("hreflang", ""), link.get("href", "")) for link in languages]
    assert len(dict(pairs)) == len(pairs), pairs
    assert len(canonical) <= 1, canonical
    return Named(canonical[0] if canonical else "", dict(pairs))


def wrong_alternates(pages: Mapping[str, Element], base: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of the pages of a bundle (by path) that lies at `base` ("https://news.example/")."""
    said = {path: named_in(page) for path, page in pages.items()}
    at = {_address(path, base): path for path in pages}
    for path, named in said.items():
        if any(meta.get("content") == "noindex" for meta in pages[path].iter("meta")):
            continue
        if named.canonical != _address(path, base):
            yield path, f"canonical is {named.canonical}"
        if named.alternates and not {_address(path, base)} <= set(named.alternates.values()):
            yield path, "does not name itself"
        if named.alternates and "x-default" not in named.alternates:
            yield path, "names nothing for everybody else"
        for lang, address in named.alternates.items():
            if address not in at:
                yield path, f"names {address}, which is not there"
            elif said[at[address]].alternates != named.alternates:
                yield path, f"{at[address]} names another set"
            elif lang != "x-default" and pages[at[address]].get("lang") != lang:
                yield path, f"{at[address]} is not in {lang}"


def _address(path: str, base: str) -> str:
    return base + quote(path.removesuffix("index.html"))

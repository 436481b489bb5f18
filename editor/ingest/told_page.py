"""Reads what a page says of itself: JSON-LD, Open Graph, `<title>`; or the plain words of a copied page. No network.

Sources: schema.org NewsArticle in JSON-LD 1.1, the Open Graph protocol, HTML's `meta` names. What is not stated stays
empty; nothing is guessed but the language of plain words.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.authorship import Authorship
from editor.domain.source_type import OriginClass, origin_of
from editor.domain.told import (
    MOST_ALT,
    MOST_HEADLINE,
    MOST_PUBLISHER,
    MOST_SUMMARY,
    Told,
    address_or_nothing,
    instant,
    plain,
    source_term,
)
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.ingest.languages import find_language
from editor.ingest.page_head import PageHead, page_head

_DEEPEST = 12  # of JSON-LD
_MOST_SOURCE = 2_000_000  # characters: what a page says of itself stands at its beginning
_HTML_SIGNS = ("<!doctype html", "<html", "<head", "<meta", "<title", "<body", "<article", "<script", "<h1", "<a href")
# What JSON-LD is wrapped into for programs that know none, and what may stand behind it.
_BEFORE = re.compile(r"\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)?\s*(?:\*/)?\s*")
_BEHIND = ("*/", "]]>", "-->", "//", "/*", ";")
_DATES = ("article:published_time", "og:published_time", "dc.date.issued", "dc.date", "date", "pubdate")


def is_html(text: str) -> bool:
    """Say whether `text` is the source of a page, or of a piece of one."""
    beginning = text[:100_000].lower()
    return any(sign in beginning for sign in _HTML_SIGNS)


def read_page(source: str, zone: ZoneInfo) -> Told:
    """Return what the page says of its article; times without an offset are those of `zone`.

    Raises `UserError` for a page that says neither headline nor summary.
    """
    page = page_head(source[:_MOST_SOURCE])
    objects = [one for script in page.scripts for one in _objects(_parsed(script), _DEEPEST)]
    stated = next(filter(_is_article, objects), {})
    image = _referred(_first(stated.get("image")), objects)
    site = _referred(_first(stated.get("publisher")), objects).get("name")
    told = Told(
        headline=_first_of((*_words(stated, "headline", "name"), *_headlines(page)), MOST_HEADLINE),
        summary=_first_of(
            (*_words(stated, "description"), *_meta(page, "og:description", "description")), MOST_SUMMARY
        ),
        url=next(filter(None, map(address_or_nothing, _addresses(stated, page))), ""),
        published=next(filter(None, (instant(one, zone) for one in _dates(stated, page))), None),
        language=_language((stated.get("inLanguage"), page.language, *_meta(page, "og:locale", "content-language"))),
        publisher=_first_of((site, *_meta(page, "og:site_name")), MOST_PUBLISHER),
        authorship=_authorship(stated.get("digitalSourceType")),
        picture=_first_of((*_words(image, "description", "caption"), *_meta(page, "og:image:alt")), MOST_ALT),
        picture_source=source_term(image.get("digitalSourceType")),
    )
    if not told.headline and not told.summary:
        raise UserError(
            say("This page says neither its headline nor what it is about."),
            say("Type them, or paste the words of the page."),
        )
    return told


def read_words(text: str) -> Told:
    """Return what the plain words of a page say: the first line its headline, the first long paragraph its summary.

    Raises `UserError` when there are no words.
    """
    lines = [line for line in map(str.strip, text[:100_000].split("\n")) if line]
    if not lines:
        raise UserError(say("There are no words in what was pasted."), say("Copy the page, or its address, again."))
    url = next((found for line in lines[:200] if (found := address_or_nothing(line))), "")
    words = [line for line in lines if not address_or_nothing(line)]
    headline = plain(words[0], MOST_HEADLINE) if words else ""
    summary = next((line for line in words[1:] if len(line) >= 80 or line.endswith((".", "。", "।", "؟", "?"))), "")
    language = find_language(" ".join(words))
    return Told(headline=headline, summary=plain(summary, MOST_SUMMARY), url=url, language=language)


def _meta(page: PageHead, *names: str) -> list[str]:
    return [page.meta[name] for name in names if name in page.meta]


def _headlines(page: PageHead) -> list[str]:
    """Return what may be the headline, the best first."""
    elements = [page.words[name] for name in ("h1", "title", "a") if name in page.words]
    return [*_meta(page, "og:title", "twitter:title", "dc.title"), *elements]


def _parsed(script: str) -> object:
    """Return what a script of JSON-LD holds; a damaged one says nothing. Lines may end within its texts."""
    bare = script[_BEFORE.match(script).end() :].rstrip()  # type: ignore[union-attr]  # it matches nothing at least
    for _ in _BEHIND:  # each once at most: a million of them would be cut off one by one
        bare = bare.removesuffix(next(filter(bare.endswith, _BEHIND), "")).rstrip()
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(one: Mapping[str, object]) -> bool:
    kinds = one.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names)


def _referred(one: Mapping[str, object], objects: list[Mapping[str, object]]) -> Mapping[str, object]:
    """Return the object that `one` names by its `@id` alone, else itself."""
    if one.keys() != {"@id"}:
        return one
    return next((other for other in objects if other.get("@id") == one["@id"] and len(other) > 1), one)


def _words(stated: Mapping[str, object], *names: str) -> list[object]:
    """Return texts of JSON-LD, in which many pages write HTML's names of signs."""
    values = (stated.get(name) for name in names)
    return [html.unescape(value) if isinstance(value, str) else value for value in values]


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if not depth:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth - 1)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one, depth - 1)


def _first(value: object) -> Mapping[str, object]:
    """Return the first object of what JSON-LD gives as one or as a list; nothing where it is a bare address."""
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, dict) else {}


def _first_of(values: tuple[object, ...], most: int) -> str:
    return next(filter(None, (plain(value, most) for value in values)), "")


def _addresses(stated: Mapping[str, object], page: PageHead) -> Iterator[object]:
    yield page.canonical
    yield from _meta(page, "og:url")
    yield stated.get("url")
    yield stated.get("mainEntityOfPage")
    yield _first(stated.get("mainEntityOfPage")).get("@id")
    yield page.saved_from
    if not page.words.keys() & {"title", "h1"}:
        yield page.anchor  # a link that was dragged here alone, without a page around it


def _dates(stated: Mapping[str, object], page: PageHead) -> Iterator[object]:
    yield stated.get("datePublished")
    yield from _meta(
        page, "article:published_time", "og:published_time", "dc.date.issued", "dc.date", "date", "pubdate"
    )
    yield from page.times[:5]


def _language(values: tuple[object, ...]) -> str:
    for value in values:
        said = value.get("alternateName") if isinstance(value, dict) else value
        if isinstance(said, str) and is_language_tag(tag := canonical_tag(plain(said, 40))):
            return tag
    return ""


def _authorship(value: object) -> Authorship:
    is_ai = origin_of(source_term(value)) is OriginClass.AI_GENERATED
    return Authorship.AI_GENERATED if is_ai else Authorship.NOT_STATED

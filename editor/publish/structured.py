"""What a page says about itself to machines: schema.org as JSON-LD, and the properties read by those who share it.

Dates here are RFC 3339 in UTC, whatever the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from editor.core.clock import instant_text
from editor.domain.article import Article
from editor.domain.derivative import Derivative
from editor.domain.image import Image
from editor.domain.settings import NewsroomSettings
from editor.domain.source_type import SOURCE_TYPES, term_of, uri_of
from editor.publish.addresses import absolute, linked
from editor.publish.pages import Property
from editor.publish.pictures import largest, path_in_bundle

# Members that schema.org's DigitalSourceEnumeration lacks (its terms of 2024): the IPTC URI stands in.
_NOT_IN_SCHEMA = frozenset({"humanEdits", "digitalCreation"})
_IN_SCRIPT = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def public_base(settings: NewsroomSettings) -> str:
    """Return the newsroom's base address, or "" when there is none that a page could name."""
    base = linked(settings.base_url)
    return "" if base.lower().startswith("mailto:") else base


def json_ld(article: Article, hero: Image | None, page: str, settings: NewsroomSettings) -> Markup:
    """Return schema.org's NewsArticle for the page at bundle path `page`, safe inside a script element."""
    base = public_base(settings)
    plain: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "description": article.standfirst,
        "inLanguage": article.language,
        "articleSection": article.section,
        "keywords": list(article.tags),
        "datePublished": instant_text(article.published) if article.published else None,
        "dateModified": instant_text(article.updated or article.published) if article.published else None,
        "author": [{"@type": "Person", "name": name} for name in article.byline],
        "publisher": _publisher(settings),
        "mainEntityOfPage": absolute(base, page) if base else None,
        "image": [_image(hero, base)] if hero and base and largest(hero) else None,
    }
    text = json.dumps({key: value for key, value in plain.items() if value}, ensure_ascii=False, sort_keys=True)
    return Markup(text.translate(_IN_SCRIPT))  # noqa: S704 - made safe here


def share_properties(article: Article, hero: Image | None, page: str, settings: NewsroomSettings) -> Iterator[Property]:
    """Yield Open Graph properties; those that need a public address only where there is one (ogp.me)."""
    base = public_base(settings)
    yield Property("og:type", "article")
    yield Property("og:title", article.headline)
    if article.standfirst:
        yield Property("og:description", article.standfirst)
    yield Property("og:site_name", settings.name)
    yield Property("og:locale", article.language.replace("-", "_"))
    if article.published:
        yield Property("article:published_time", instant_text(article.published))
    if article.updated:
        yield Property("article:modified_time", instant_text(article.updated))
    if article.section:
        yield Property("article:section", article.section)
    for tag in article.tags:
        yield Property("article:tag", tag)
    if base:
        yield Property("og:url", absolute(base, page))
        if hero and (copy := largest(hero)):
            yield from _share_image(hero, copy, article.language, base)


def _share_image(hero: Image, copy: Derivative, language: str, base: str) -> Iterator[Property]:
    yield Property("og:image", absolute(base, path_in_bundle(copy)))
    yield Property("og:image:width", str(copy.width))
    yield Property("og:image:height", str(copy.height))
    alt = hero.alt_for(language)
    if alt and alt[1]:
        yield Property("og:image:alt", alt[1])


def _publisher(settings: NewsroomSettings) -> dict[str, Any]:
    publisher = settings.publisher
    plain = {
        "@type": "NewsMediaOrganization",
        "name": publisher.name or settings.name,
        "url": linked(publisher.url),
        "logo": linked(publisher.logo),
        "publishingPrinciples": linked(publisher.policies),
    }
    return {key: value for key, value in plain.items() if value}


def _image(image: Image, base: str) -> dict[str, Any]:
    copy = largest(image)
    plain = {
        "@type": "ImageObject",
        "contentUrl": absolute(base, path_in_bundle(copy)) if copy else "",
        "width": copy.width if copy else 0,
        "height": copy.height if copy else 0,
        "creditText": image.credit,
        "digitalSourceType": _source_type(image.source_type),
    }
    return {key: value for key, value in plain.items() if value}


def _source_type(value: str) -> str:
    """Return schema.org's member for a term, else the IPTC URI; "" for what is not of the vocabulary."""
    term = term_of(value)
    entry = SOURCE_TYPES.get(term)
    if entry is None:
        return ""
    if term in _NOT_IN_SCHEMA or not entry.is_active:
        return uri_of(term)
    return f"https://schema.org/{term[0].upper()}{term[1:]}DigitalSource"

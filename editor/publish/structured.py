"""What a page says about itself to machines: schema.org as JSON-LD, and the properties read by those who share it.

Dates here are RFC 3339 in UTC, whatever the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from editor.core.clock import instant_text
from editor.domain.article import Article
from editor.domain.derivative import Derivative
from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.settings import Edition, NewsroomSettings
from editor.markup.rendering import PASSAGE_CLASS
from editor.publish.addresses import absolute, linked, public_base
from editor.publish.furniture import furniture
from editor.publish.image_object import image_objects
from editor.publish.pages import Property, Run
from editor.publish.pictures import carded, offered, path_in_bundle, shared

# What AI wrote of the text, named where it stands on the page.
_PASSAGES = {
    "@type": "WebPageElement",
    "cssSelector": f".{PASSAGE_CLASS}",
    "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
}
_IN_SCRIPT = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def json_ld(
    article: Article, own: Sequence[Image], others: Sequence[Image], page: str, settings: NewsroomSettings
) -> Markup:
    """Return schema.org's NewsArticle for the page at bundle path `page`, safe inside a script element.

    `own` are the article's pictures, the lead first; of `others`, those on its cards, what AI had a part in is named.
    """
    base = public_base(settings)
    plain: dict[str, Any] = {
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
        "image": _own(article, own, settings),
        "hasPart": _PASSAGES if article.ai_ranges else None,
    }
    here = {image.id for image in own}
    strangers = image_objects(
        [image for image in others if image.origin.is_ai and image.id not in here], settings, carded
    )
    return _script([{key: value for key, value in plain.items() if value}, *strangers])


def listed_json_ld(images: Sequence[Image], settings: NewsroomSettings) -> Markup | None:
    """Return what a list says of those of its pictures that AI had a part in; None when there is nothing to say."""
    nodes = image_objects([image for image in images if image.origin.is_ai], settings, carded)
    return _script(nodes) if nodes else None


def share_properties(
    article: Article, hero: Image | None, page: str, settings: NewsroomSettings, edition: Edition
) -> Iterator[Property]:
    """Yield Open Graph properties; those that need a public address only where there is one (ogp.me).

    Whoever shares the page has one place for words about its picture: the label, as `edition` has it, is there too.
    """
    base = public_base(settings)
    yield Property("og:type", "article")
    yield Property("og:title", article.headline)
    if article.standfirst:
        yield Property("og:description", article.standfirst)
    yield Property("og:site_name", edition.name.strip() or settings.name)
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
        if hero and (copy := shared(hero)):
            words = furniture(edition.locale, settings.page_labels)
            yield from _share_image(hero, copy, article.language, words, base)


def _share_image(
    hero: Image, copy: Derivative, language: str, words: Mapping[str, Run], base: str
) -> Iterator[Property]:
    yield Property("og:image", absolute(base, path_in_bundle(copy)))
    yield Property("og:image:width", str(copy.width))
    yield Property("og:image:height", str(copy.height))
    alt, label = hero.alt_for(language), image_label(hero)
    said = [alt[1] if alt else "", words[label].text if label else ""]
    if alt_words := " – ".join(filter(None, said)):
        yield Property("og:image:alt", alt_words)


def _own(article: Article, own: Sequence[Image], settings: NewsroomSettings) -> list[dict[str, Any]]:
    """Return the article's pictures, its lead in all the shapes that search engines want."""
    lead = [image for image in own if article.hero and image.id == article.hero.image_id]
    rest = [image for image in own if image not in lead]
    return [*image_objects(lead, settings, offered), *image_objects(rest, settings)]


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


def _script(nodes: list[dict[str, Any]]) -> Markup:
    whole: dict[str, Any] = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    text = json.dumps({"@context": "https://schema.org", **whole}, ensure_ascii=False, sort_keys=True)
    return Markup(text.translate(_IN_SCRIPT))  # noqa: S704 - made safe here

"""The properties read by those who share a page: Open Graph (ogp.me) and the cards of X, which read the same names.

Those that need a public address are there only where the site has one. Whoever shares the page has one place for words
about its picture: the label of what AI had a part in, as the edition has it, is there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, Derivative
from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.settings import Edition, NewsroomSettings
from editor.i18n.tags import territory_locale
from editor.publish.addresses import absolute, public_base
from editor.publish.furniture import furniture
from editor.publish.pages import Property, Run
from editor.publish.pictures import path_in_bundle, shared
from editor.publish.whereabouts import Whereabouts, moment_text


def article_properties(
    article: Article, hero: Image | None, place: Whereabouts, settings: NewsroomSettings, edition: Edition
) -> Iterator[Property]:
    """Yield the properties of the article's page at `place` in `edition`."""
    base = public_base(settings)
    yield Property("og:type", "article")
    yield from _of_any(article.headline, article.language, settings, edition)
    if article.standfirst.strip():
        yield Property("og:description", article.standfirst)
    own = territory_locale(article.language)
    others = dict.fromkeys(territory_locale(one.language) for one, _ in place.translations)
    yield from (Property("og:locale:alternate", other) for other in others if other != own)
    yield from _of_article(article, place)
    if base:
        pages = filter(None, (place.authors.get(name) for name in article.byline))
        yield from (Property("article:author", absolute(base, page)) for page in pages)
        yield Property("og:url", absolute(base, place.page))
    copy = shared(hero) if base else None
    yield Property("twitter:card", "summary_large_image" if copy else "summary")
    if hero and copy:
        yield from _share_image(hero, copy, article.language, furniture(edition.locale, settings.page_labels), base)


def list_properties(title: str, page: str, settings: NewsroomSettings, edition: Edition) -> Iterator[Property]:
    """Yield the properties of a page that is no article's: a front page, a list."""
    yield Property("og:type", "website")
    yield from _of_any(title, edition.locale, settings, edition)
    if base := public_base(settings):
        yield Property("og:url", absolute(base, page))
    yield Property("twitter:card", "summary")


def _of_article(article: Article, place: Whereabouts) -> Iterator[Property]:
    if article.published:
        yield Property("article:published_time", moment_text(article.published, place.zone))
    if (changed := article.changed_for_readers) and changed != article.published:
        yield Property("article:modified_time", moment_text(changed, place.zone))
    if article.section.strip():
        yield Property("article:section", article.section)
    yield from (Property("article:tag", tag) for tag in article.tags if tag.strip())


def _of_any(title: str, language: str, settings: NewsroomSettings, edition: Edition) -> Iterator[Property]:
    yield Property("og:title", title)
    yield Property("og:site_name", edition.name.strip() or settings.name)
    yield Property("og:locale", territory_locale(language))


def _share_image(
    hero: Image, copy: Derivative, language: str, words: Mapping[str, Run], base: str
) -> Iterator[Property]:
    yield Property("og:image", absolute(base, path_in_bundle(copy)))
    yield Property("og:image:type", MEDIA_TYPES[copy.format])
    yield Property("og:image:width", str(copy.width))
    yield Property("og:image:height", str(copy.height))
    alt, label = hero.alt_for(language), image_label(hero)
    said = [alt[1] if alt else "", words[label].text if label else ""]
    if alt_words := " – ".join(filter(None, said)):
        yield Property("og:image:alt", alt_words)
        yield Property("twitter:image:alt", alt_words)

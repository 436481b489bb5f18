"""Articles of an edition put together as a book: each a chapter in clean HTML, with its pictures and their words."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from editor.core.clock import instant_text
from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, Derivative, derivatives_of
from editor.domain.image import Image
from editor.domain.settings import Edition
from editor.domain.site_places import IMAGES, PAGE
from editor.domain.source_type import uri_of
from editor.i18n.direction import direction
from editor.publish.addresses import absolute, public_base
from editor.publish.bodies import Bodies
from editor.publish.clean import article_html, figure_html
from editor.publish.composing import Composer
from editor.publish.epub import PICTURES, Book, Chapter
from editor.publish.frames import Frames, site_name
from editor.publish.furniture import tag_of
from editor.publish.legible import legible
from editor.publish.links import place_of
from editor.publish.site import Site
from editor.publish.structured import text_source
from editor.publish.theme import load_theme
from editor.publish.xhtml import as_xhtml

# Of an article that no instant is known of; a book must say when it was last changed.
_LONG_AGO = "1980-01-01T00:00:00Z"

Read = Callable[[], bytes]
# A picture and the copies that are wanted of it.
Wanted = tuple[Image, tuple[Derivative, ...]]
Name = TypeVar("Name")


def clean_composer(site: Site, bodies: Bodies) -> Composer:
    """Return what composes pages whose pictures are drawn plainly."""
    return Composer(site, Frames(site, load_theme("")), bodies, figure_html)


def copies_in_book(site: Site, bodies: Bodies, articles: Iterable[Article]) -> list[Wanted]:
    """Return the pictures that the chapters of `articles` show, each once, with the one copy that goes along."""
    found = {image.id: image for article in articles for image in images_of(site, bodies, article)}
    return [(image, derivatives_of(image)[-1:]) for _, image in sorted(found.items()) if derivatives_of(image)]


def book_of(
    site: Site,
    bodies: Bodies,
    edition: Edition,
    articles: Sequence[Article],
    pictures: Mapping[str, Read],
    title: str = "",
) -> Book:
    """Return the book of `articles` in their order, in the words of `edition`.

    `pictures` reads by file name the copies that there are (`copies_in_book`). A link to another article of the book
    leads there, any other to the site, where that has a public address; else its words stand alone.
    """
    composer = clean_composer(site, bodies)
    names = {composer.path(edition, one): f"article-{number}.xhtml" for number, one in enumerate(articles, 1)}
    whole = [_chapter(composer, site, edition, one, names) for one in articles]
    languages = _once([tag_of(edition.locale), *(tag_of(one.language) for one in articles)])
    alone = articles[0].headline.strip() if len(articles) == 1 else ""
    return Book(
        identifier=_identifier(site, edition, articles),
        title=legible(title.strip() or alone or site_name(site.settings, edition)),
        locale=tag_of(edition.locale),
        direction=direction(edition.locale),
        languages=languages,
        creators=_once(legible(name.strip()) for one in articles for name in one.byline if name.strip()),
        publisher=legible(site.settings.publisher.name or site.settings.name),
        modified=_modified(articles),
        chapters=tuple(whole),
        pictures={
            name: (MEDIA_TYPES[name.rpartition(".")[2]], read)
            for name, read in pictures.items()
            if any(f'src="{PICTURES}/{quote(name)}"' in one.content for one in whole)
        },
        has_alt=not any(' alt=""' in one.content for one in whole),
    )


def _chapter(composer: Composer, site: Site, edition: Edition, article: Article, names: Mapping[str, str]) -> Chapter:
    base = public_base(site.settings)
    page = composer.path(edition, article)

    def address(name: str, value: str) -> str | None:
        if value.partition(":")[0].lower() in {"http", "https", "mailto"}:
            return value
        place = place_of(page, value).partition("#")[0]
        if name == "src":
            folder, _, file = place.rpartition("/")
            return f"{PICTURES}/{quote(file)}" if folder == IMAGES else None
        if place in names:
            return names[place]
        return absolute(base, place) if base and posixpath.basename(place) == PAGE else None

    html = article_html(composer.article(edition, article))
    return Chapter(
        name=names[page],
        title=legible(article.headline.strip() or article.slug),
        language=tag_of(article.language),
        content=as_xhtml(html, address),
        source_type=uri_of(source) if (source := text_source(article)) else "",
    )


def images_of(site: Site, bodies: Bodies, article: Article) -> Iterator[Image]:
    """Yield the pictures of the article itself, the lead first, then in the order of its texts."""
    hero = site.snapshot.images.get(article.hero.image_id) if article.hero else None
    typed = (site.snapshot.typed_image(one.path) for markdown in article.texts for one in bodies.pictures(markdown))
    yield from (image for image in (hero, *typed) if image is not None)


def _identifier(site: Site, edition: Edition, articles: Iterable[Article]) -> str:
    """Return a name that stays while the same articles are in the book, whatever they say."""
    said = " ".join([public_base(site.settings), edition.locale, *sorted(one.id for one in articles)])
    return f"urn:uuid:{uuid5(NAMESPACE_URL, said)}"


def _modified(articles: Iterable[Article]) -> str:
    known: list[datetime] = []
    for one in articles:
        known += [at for at in (one.changed_at, one.updated, one.published) if at is not None]
    return instant_text(max(known)) if known else _LONG_AGO


def _once(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))

"""Puts an edition's newest articles into a feed: stable ids, whole text, every address absolute.

Who reads a feed sees nothing of the page around the text: what AI had a part in is said in the text and the summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from uuid import NAMESPACE_URL, UUID, uuid5

from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.settings import Edition
from editor.publish.addresses import absolute, public_base
from editor.publish.composing import Composer
from editor.publish.feed import Feed, FeedPicture, Gone, Item
from editor.publish.frames import site_name
from editor.publish.furniture import tag_of
from editor.publish.legible import legible
from editor.publish.links import made_absolute
from editor.publish.pages import Run
from editor.publish.pictures import path_in_bundle, shared
from editor.publish.rendering import item_html
from editor.publish.site import Site
from editor.publish.theme import Theme

# As many as the feeds of large papers hold; a reader who comes by twice a day misses none.
NEWEST = 30


def fed(site: Site, edition: Edition) -> list[Article]:
    """Return what the feed of `edition` holds: the newest that have a date."""
    return list(islice((article for article in site.shown(edition) if article.published is not None), NEWEST))


def taken_out(site: Site, edition: Edition) -> list[Article]:
    """Return what the feed of `edition` says was withdrawn: those withdrawn last."""
    found = [(one.withdrawal.at, one.id, one) for one in site.withdrawn(edition) if one.withdrawal and one.published]
    return [article for *_, article in sorted(found, key=lambda one: one[:2], reverse=True)][:NEWEST]


def id_of(article: Article) -> str:
    """Return the id of an article for readers elsewhere: the same whatever becomes of its headline and address."""
    return f"urn:uuid:{_uuid(article.id)}"


def feed_of(composer: Composer, site: Site, edition: Edition, theme: Theme) -> Feed:
    """Return the feed of `edition`. Needs a public address of the site: there is no feed without."""
    settings = site.settings
    return Feed(
        title=legible(site_name(settings, edition)),
        publisher=legible(settings.publisher.name or settings.name),
        language=tag_of(edition.locale),
        home=absolute(public_base(settings), composer.index_path(edition, 1)),
        items=tuple(_items(composer, site, edition, theme)),
        gone=tuple(
            Gone(id=id_of(article), at=record.at, note=legible(record.note.strip()) if record.is_told else "")
            for article in taken_out(site, edition)
            if (record := article.withdrawal)
        ),
    )


def _items(composer: Composer, site: Site, edition: Edition, theme: Theme) -> Iterator[Item]:
    base = public_base(site.settings)
    for article in fed(site, edition):
        if article.published is None:
            continue
        page = composer.article(edition, article)
        url = absolute(base, composer.path(edition, article))
        hero = site.subject(edition, article).hero
        labels = " · ".join(label.text for label in page.labels)
        corrected = page.frame.words["correction"].text if article.told_corrections else ""
        summary = (article.standfirst.strip(), corrected and f"[{corrected}]", labels and f"[{labels}]")
        yield Item(
            id=id_of(article),
            url=url,
            title=legible(article.headline),
            summary=legible(" ".join(filter(None, summary))),
            html=made_absolute(item_html(page, theme), url),
            language=tag_of(article.language),
            authors=tuple(legible(name) for name in article.byline if name.strip()),
            tags=tuple(legible(tag) for tag in article.tags if tag.strip()),
            published=article.published,
            updated=article.changed_for_readers or article.published,
            picture=_picture(hero, article.language, edition.locale, page.frame.words, base) if hero else None,
        )


def _picture(hero: Image, language: str, locale: str, words: Mapping[str, Run], base: str) -> FeedPicture | None:
    copy = shared(hero)
    if copy is None:
        return None
    alt, label = hero.alt_for(language, locale), image_label(hero)
    said = [alt[1] if alt else "", words[label].text if label else ""]
    return FeedPicture(
        url=absolute(base, path_in_bundle(copy)),
        type="image/jpeg",
        width=copy.width,
        height=copy.height,
        about=legible(" – ".join(filter(None, said))),
        credit=legible(hero.credit.strip()),
    )


def _uuid(article_id: str) -> UUID:
    try:
        return UUID(article_id)
    except ValueError:
        return uuid5(NAMESPACE_URL, article_id)

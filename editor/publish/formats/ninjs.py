"""The format `ninjs`: one news item per article, `en/drums-in-nara.json`, and the pictures that they name.

An article lies once, in the edition of its language where that shows it. A withdrawn one is an item that cancels it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.domain.derivative import MEDIA_TYPES, Derivative
from editor.domain.image import Image
from editor.domain.settings import Edition
from editor.domain.site_places import IMAGES, PAGE
from editor.publish.bundle import BundleFile, FileRole, Means, at_hand
from editor.publish.ninjs import canceled, images_of, ninjs
from editor.publish.site import Site

TYPE = "application/json"


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield the item of every article that an edition shows or says was withdrawn, then their pictures."""
    site = means.site
    items, pictures = context.split(3, 2)
    homes = _homes(site)
    pages = {key: posixpath.join(site.page(edition, one), PAGE) for key, (edition, one) in homes.items()}
    wanted: dict[str, tuple[Image, dict[str, Derivative]]] = {}
    for done, (edition, article) in enumerate(homes.values()):
        items.report(done / len(homes), say("Preparing {headline}", headline=article.headline))
        subject, version = site.subject(edition, article), content_hash(article)
        for image, copies in images_of(subject, site, means.bodies):
            wanted.setdefault(image.id, (image, {}))[1].update({copy.name: copy for copy in copies})
        data = ninjs(subject, site, means.bodies, version, pages)
        yield _file(site.page(edition, article), data, article, version)
    for edition, article in _withdrawn(site, homes).values():
        version = content_hash(article)
        yield _file(site.page(edition, article), canceled(article, article.withdrawal, version), article, version)
    copied = [(image, tuple(copies.values())) for _, (image, copies) in sorted(wanted.items())]
    for copy in means.copies(copied, pictures):
        yield BundleFile(
            path=f"{IMAGES}/{copy.name}",
            make=copy.read,
            key=at_hand(copy.key),
            type=MEDIA_TYPES[copy.name.rpartition(".")[2]],
            role=FileRole.IMAGE,
            promised=copy.promised,
        )


def _homes(site: Site) -> dict[str, tuple[Edition, Article]]:
    found: dict[str, tuple[Edition, Article]] = {}
    for edition in site.editions:
        for article in site.shown(edition):
            if article.id not in found or edition.locale == article.language:
                found[article.id] = (edition, article)
    return found


def _withdrawn(site: Site, shown: dict[str, tuple[Edition, Article]]) -> dict[str, tuple[Edition, Article]]:
    found: dict[str, tuple[Edition, Article]] = {}
    for edition in site.editions:
        for article in site.withdrawn(edition):
            if article.id not in shown and (article.id not in found or edition.locale == article.language):
                found[article.id] = (edition, article)
    return found


def _file(page: str, data: bytes, article: Article, version: str) -> BundleFile:
    return BundleFile(
        path=f"{page}.json",
        make=at_hand(data),
        type=TYPE,
        role=FileRole.DATA,
        article=article.id,
        article_version=version,
    )

"""What a site has beside its pages: feeds and a web manifest per edition, sitemaps, and a word to robots."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from editor.domain.settings import Edition
from editor.domain.site_places import NEWS_SITEMAP, ROBOTS, SITEMAP, WEB_MANIFEST
from editor.i18n.direction import direction
from editor.publish.addresses import absolute, public_base
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.dependencies import Dependencies
from editor.publish.feed import Feed
from editor.publish.feed_forms import FORMS, FeedForm
from editor.publish.feeding import fed, feed_of, taken_out
from editor.publish.frames import site_name
from editor.publish.legible import legible
from editor.publish.makers import Asked, Makers
from editor.publish.site import Site
from editor.publish.sitemap import news_sitemap, sitemaps

_XML = "application/xml"


def site_files(makers: Makers, asked: Asked) -> Iterator[BundleFile]:
    """Yield those that are `asked` for; what needs a public address only where the site has one (the export says so).

    Feeds hold whole pages, and hold others when there are others.
    """
    site = makers.site
    base = public_base(site.settings)
    for edition in site.editions:
        if asked.ground():
            yield _web_manifest(site, edition)
        if base and (
            asked.overview() or asked.pages([one.id for one in (*fed(site, edition), *taken_out(site, edition))])
        ):
            yield from _feeds(makers, edition)
    news = news_sitemap(makers.composer, site) if base else None
    if news:
        yield BundleFile(path=NEWS_SITEMAP, make=at_hand(news), type=_XML, role=FileRole.DATA)
    if not asked.overview():
        return
    maps = sitemaps(makers.composer, site, makers.dependencies.known) if base else ()
    for name, data in maps:
        yield BundleFile(path=name, make=at_hand(data), type=_XML, role=FileRole.DATA)
    named = [absolute(base, name) for name in (base and SITEMAP, news and NEWS_SITEMAP) if name]
    robots = at_hand(_robots(named))
    yield BundleFile(path=ROBOTS, make=robots, type="text/plain; charset=utf-8", role=FileRole.TEXT)


def _feeds(makers: Makers, edition: Edition) -> Iterator[BundleFile]:
    site, dependencies = makers.site, makers.dependencies
    feed = cache(partial(feed_of, makers.composer, site, edition, makers.theme))  # one feed in several forms
    shown = cache(partial(_shown, dependencies, site, edition))
    for form in FORMS:
        path = posixpath.join(site.folder(edition), form.file)
        yield BundleFile(
            path=path,
            make=partial(_written, form, feed, absolute(public_base(site.settings), path)),
            key=partial(_key, form, shown),
            type=form.type,
            role=FileRole.FEED,
        )


def _shown(dependencies: Dependencies, site: Site, edition: Edition) -> str:
    """Return what all forms of the feed of `edition` follow from."""
    keys = [dependencies.edition_key(edition)]
    keys += [dependencies.key(edition, article) for article in fed(site, edition)]
    keys += [dependencies.version(article) + article.id for article in taken_out(site, edition)]
    return "\n".join(keys)


def _key(form: FeedForm, shown: Callable[[], str]) -> str:
    return hashlib.sha256(f"{form.file}\n{shown()}".encode()).hexdigest()


def _written(form: FeedForm, feed: Callable[[], Feed], address: str) -> bytes:
    return form.write(feed(), address)


def _web_manifest(site: Site, edition: Edition) -> BundleFile:
    name = legible(site_name(site.settings, edition))
    plain = {
        "name": name,
        "short_name": name,
        "lang": edition.locale,
        "dir": direction(edition.locale),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
    }
    data = (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()
    return BundleFile(
        path=posixpath.join(site.folder(edition), WEB_MANIFEST),
        make=at_hand(data),
        type="application/manifest+json",
        role=FileRole.DATA,
    )


def _robots(sitemaps: Iterable[str]) -> bytes:
    lines = ["User-agent: *", "Allow: /", *(f"Sitemap: {address}" for address in sitemaps)]
    return ("\n".join(lines) + "\n").encode()

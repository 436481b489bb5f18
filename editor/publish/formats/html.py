"""The format `html`: a page per article, a list per edition, pictures, a style sheet, feeds and sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, MadeCopy, Use, copies_for
from editor.domain.image import Image
from editor.domain.settings import Consent, Edition
from editor.domain.site_places import IMAGES, NOT_FOUND, PAGE
from editor.publish.bundle import BundleFile, FileRole, Means, at_hand
from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies
from editor.publish.frames import Frames
from editor.publish.list_files import HTML, list_files, made, not_found_file, page_file
from editor.publish.listing import Listing
from editor.publish.redirects import redirects
from editor.publish.rendering import entry_html, page_html, picture_html
from editor.publish.site import Site
from editor.publish.site_files import site_files
from editor.publish.theme import Theme

# How the work is shared between pages and pictures, for the progress that is shown.
_PAGES, _PICTURES = 3, 2


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield everything a web server needs."""
    site, theme = means.site, means.theme
    frames = Frames(site, theme)
    composer = Composer(site, frames, means.bodies, partial(picture_html, theme=theme))
    dependencies = Dependencies(site, means.bodies, theme.key)
    listing = Listing(site, frames, composer, partial(entry_html, theme=theme))
    uses: dict[str, tuple[Image, set[Use]]] = {}
    pages, pictures = context.split(_PAGES, _PICTURES)
    yield from _theme_files(theme, site)
    total = sum(len(site.shown(edition)) for edition in site.editions)
    done = 0
    for edition in site.editions:
        for article in site.shown(edition):
            pages.report(done / total, say("Writing {headline}", headline=article.headline))
            done += 1
            for image, use in dependencies.uses(edition, article):
                uses.setdefault(image.id, (image, set()))[1].add(use)
            yield _article_page(composer, dependencies, edition, article, theme)
        yield from _withdrawn_pages(composer, dependencies, site, edition, theme)
        yield from list_files(composer, listing, dependencies, site, edition, theme)
    yield from site_files(composer, dependencies, site, theme)
    yield from redirects(composer, site)
    if site.has_choice:
        yield page_file(PAGE, composer.choice, theme)
        yield not_found_file(listing, site, site.editions[0], NOT_FOUND, theme)
    wanted = [(image, copies_for(image, its)) for _, (image, its) in sorted(uses.items()) if image.has_file]
    for copy in means.copies(wanted, pictures):
        yield _picture_file(copy)


def _article_page(
    composer: Composer, dependencies: Dependencies, edition: Edition, article: Article, theme: Theme
) -> BundleFile:
    return BundleFile(
        path=composer.path(edition, article),
        make=partial(made, partial(composer.article, edition, article), theme),
        key=dependencies.key(edition, article),
        type=HTML,
        role=FileRole.PAGE,
        article=article.id,
        article_version=dependencies.version(article),
    )


def _withdrawn_pages(
    composer: Composer, dependencies: Dependencies, site: Site, edition: Edition, theme: Theme
) -> Iterator[BundleFile]:
    for article in site.withdrawn(edition):
        yield BundleFile(
            path=composer.path(edition, article),
            make=at_hand(page_html(composer.withdrawn(edition, article), theme).encode()),
            type=HTML,
            role=FileRole.PAGE,
            article=article.id,
            article_version=dependencies.version(article),
        )


def _picture_file(copy: MadeCopy) -> BundleFile:
    return BundleFile(
        path=f"{IMAGES}/{copy.name}",
        make=copy.read,
        key=copy.key,
        type=MEDIA_TYPES[copy.name.rpartition(".")[2]],
        role=FileRole.IMAGE,
        promised=copy.promised,
    )


def _theme_files(theme: Theme, site: Site) -> Iterator[BundleFile]:
    files = [theme.stylesheet, *theme.files.values()]
    if any(edition.consent is Consent.NOTICE for edition in site.editions):
        files.append(theme.consent)
    if any(site.shown(edition) for edition in site.editions):
        files.append(theme.search)
    for file in {file.path: file for file in files}.values():
        yield BundleFile(path=file.path, make=at_hand(file.data), type=file.type, role=FileRole.THEME)

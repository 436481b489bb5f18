"""The format `html`: a page per article, a list per edition, pictures, a style sheet, feeds and sitemaps."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, MadeCopy, copies_for
from editor.domain.settings import Consent, Edition
from editor.domain.site_places import IMAGES, NOT_FOUND, PAGE
from editor.publish.bundle import BundleFile, FileRole, Means, at_hand
from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies, uses_of
from editor.publish.frames import Frames
from editor.publish.layout import Edited
from editor.publish.list_files import HTML, list_files, not_found_file, page_file
from editor.publish.listing import Listing
from editor.publish.makers import Asked, Makers
from editor.publish.moving import left_over
from editor.publish.redirects import redirects
from editor.publish.rendering import Drawing, entry_html, page_html, picture_html
from editor.publish.site import Site
from editor.publish.site_files import site_files
from editor.publish.snapshot import Known
from editor.publish.theme import Theme

# How the work is shared between finding what pages show and copying pictures, for the progress that is shown.
_PAGES, _PICTURES = 1, 2


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield everything a web server needs."""
    makers = _makers(means)
    site, theme = makers.site, makers.theme
    making, copying = context.split(_PAGES, _PICTURES)
    asked = Asked(site)
    yield from _theme_files(theme, site)
    total = sum(len(site.shown(edition)) for edition in site.editions)
    done = 0
    for edition in site.editions:
        for article in site.shown(edition):
            making.report(done / total, say("Preparing {headline}", headline=article.headline))
            done += 1
            yield _article_page(makers, edition, article)
        yield from _withdrawn_pages(makers, edition, asked)
        yield from list_files(makers, edition, asked)
    yield from site_files(makers, asked)
    yield from redirects(makers.composer, site, asked)
    if site.has_choice:
        yield page_file(PAGE, makers.composer.choice, theme)
        yield not_found_file(makers.listing, site, site.editions[0], NOT_FOUND, theme)
    yield from pictures(means, copying)


def touched(means: Means, edited: Edited) -> Iterator[BundleFile]:
    """Yield each file that shows something of what was `edited`: no other one of the site can differ."""
    makers = _makers(means, known=means.known)
    site = makers.site
    asked = Asked(site, edited)
    for edition in site.editions:
        for one in site.shown(edition).ids:
            if one in edited.pages:
                yield _article_page(makers, edition, site.snapshot.articles[one])
        yield from _withdrawn_pages(makers, edition, asked)
        yield from list_files(makers, edition, asked)
    yield from site_files(makers, asked)
    if asked.overview() or any(site.snapshot.articles[one].former_slugs for one in edited.articles):
        yield from redirects(makers.composer, site, asked)


def gone(site: Site, edited: Edited, there: Collection[str], yielded: Collection[str]) -> set[str]:
    """Return which of the files `there` are none of `site`, once those that `touched` has `yielded` are."""
    return set() if edited.before is None else left_over(site, edited.before, there, yielded)


def pictures(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield the copies of the pictures that pages show; raise `Fault` for an original that is missing or changed."""
    uses = uses_of(means.site, means.bodies) if means.uses is None else means.uses
    shown = [(means.site.snapshot.images[one], uses[one]) for one in sorted(uses)]
    wanted = [(image, copies_for(image, its)) for image, its in shown if image.has_file]
    for copy in means.copies(wanted, context):
        yield _picture_file(copy)


def _makers(means: Means, known: Known | None = None) -> Makers:
    site, theme = means.site, means.theme
    frames = Frames(site, theme)
    composer = Composer(site, frames, means.bodies, partial(picture_html, theme=theme))
    dependencies = Dependencies(site, means.bodies, theme.key, means.known)
    listing = Listing(site, frames, composer, partial(entry_html, theme=theme), known)
    return Makers(composer, listing, dependencies, site, theme, means.key_before)


def _article_page(makers: Makers, edition: Edition, article: Article) -> BundleFile:
    return BundleFile(
        path=makers.composer.path(edition, article),
        make=Drawing(partial(makers.composer.article, edition, article), makers.theme),
        key=partial(makers.dependencies.key, edition, article),
        type=HTML,
        role=FileRole.PAGE,
        article=article.id,
        article_version=makers.dependencies.version(article),
    )


def _withdrawn_pages(makers: Makers, edition: Edition, asked: Asked) -> Iterator[BundleFile]:
    composer = makers.composer
    for one in makers.site.withdrawn(edition).ids:
        if asked.pages((one,)):
            article = makers.site.snapshot.articles[one]
            yield BundleFile(
                path=composer.path(edition, article),
                make=at_hand(page_html(composer.withdrawn(edition, article), makers.theme).encode()),
                type=HTML,
                role=FileRole.PAGE,
                article=article.id,
                article_version=makers.dependencies.version(article),
            )


def _picture_file(copy: MadeCopy) -> BundleFile:
    return BundleFile(
        path=f"{IMAGES}/{copy.name}",
        make=copy.read,
        key=at_hand(copy.key),
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

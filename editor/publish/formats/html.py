"""The format `html`: a page per article, a list per edition, pictures, a style sheet, feeds and sitemaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.derivative import MEDIA_TYPES, MadeCopy, Use, copies_for
from editor.domain.image import Image
from editor.domain.settings import Consent, Edition
from editor.domain.site_places import IMAGES, PAGE
from editor.publish.bundle import BundleFile, FileRole, Means, at_hand
from editor.publish.composing import Composer
from editor.publish.dependencies import Dependencies
from editor.publish.frames import Frames
from editor.publish.pages import Page
from editor.publish.redirects import redirects
from editor.publish.rendering import page_html, picture_html
from editor.publish.site import Site
from editor.publish.site_files import site_files
from editor.publish.theme import Theme, ThemeFile, load_theme

TYPE = "text/html; charset=utf-8"
# How the work is shared between pages and pictures, for the progress that is shown.
_PAGES, _PICTURES = 3, 2


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield everything a web server needs."""
    site = means.site
    theme = load_theme(means.theme)
    frames = Frames(site, stylesheet=theme.stylesheet.path, script=theme.script.path)
    composer = Composer(site, frames, means.bodies, partial(picture_html, theme=theme.name))
    dependencies = Dependencies(site, means.bodies, theme.key)
    uses: dict[str, tuple[Image, set[Use]]] = {}
    pages, pictures = context.split(_PAGES, _PICTURES)
    yield from _theme_files(theme, site.editions)
    total = sum(len(site.shown(edition)) for edition in site.editions)
    done = 0
    for edition in site.editions:
        for article in site.shown(edition):
            pages.report(done / total, say("Writing {headline}", headline=article.headline))
            done += 1
            for image, use in dependencies.uses(edition, article):
                uses.setdefault(image.id, (image, set()))[1].add(use)
            yield _article_page(composer, dependencies, edition, article, theme.name)
        yield from _other_pages(composer, dependencies, site, edition, theme.name)
    yield from site_files(composer, dependencies, site, theme.name)
    yield from redirects(composer, site)
    if site.has_choice:
        yield _page(PAGE, composer.choice, theme.name)
    wanted = [(image, copies_for(image, its)) for _, (image, its) in sorted(uses.items()) if image.has_file]
    for copy in means.copies(wanted, pictures):
        yield _picture_file(copy)


def _article_page(
    composer: Composer, dependencies: Dependencies, edition: Edition, article: Article, theme: str
) -> BundleFile:
    return BundleFile(
        path=composer.path(edition, article),
        make=partial(_made, partial(composer.article, edition, article), theme),
        key=dependencies.key(edition, article),
        type=TYPE,
        role=FileRole.PAGE,
        article=article.id,
        article_version=dependencies.version(article),
    )


def _other_pages(
    composer: Composer, dependencies: Dependencies, site: Site, edition: Edition, theme: str
) -> Iterator[BundleFile]:
    for article in site.withdrawn(edition):
        yield BundleFile(
            path=composer.path(edition, article),
            make=at_hand(page_html(composer.withdrawn(edition, article), theme).encode()),
            type=TYPE,
            role=FileRole.PAGE,
            article=article.id,
            article_version=dependencies.version(article),
        )
    counts = [composer.index_count(other) for other in site.editions]
    for number in range(1, composer.index_count(edition) + 1):
        key = dependencies.list_key(edition, number, composer.listed(edition, number), counts)
        yield _page(composer.index_path(edition, number), partial(composer.index, edition, number), theme, key)


def _page(path: str, compose: Callable[[], Page], theme: str, key: str = "") -> BundleFile:
    return BundleFile(path=path, make=partial(_made, compose, theme), key=key, type=TYPE, role=FileRole.PAGE)


def _made(compose: Callable[[], Page], theme: str) -> bytes:
    """Return the bytes of a page. Neither it nor what it is called with needs this process: another may make it."""
    return page_html(compose(), theme).encode()


def _picture_file(copy: MadeCopy) -> BundleFile:
    return BundleFile(
        path=f"{IMAGES}/{copy.name}",
        make=copy.read,
        key=copy.key,
        type=MEDIA_TYPES[copy.name.rpartition(".")[2]],
        role=FileRole.IMAGE,
        promised=copy.promised,
    )


def _theme_files(theme: Theme, editions: tuple[Edition, ...]) -> Iterator[BundleFile]:
    yield _theme_file(theme.stylesheet)
    if any(edition.consent is Consent.NOTICE for edition in editions):
        yield _theme_file(theme.script)


def _theme_file(file: ThemeFile) -> BundleFile:
    return BundleFile(path=file.path, make=at_hand(file.data), type=file.type, role=FileRole.THEME)

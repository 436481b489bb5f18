"""The format `html`: a page per article, a list per edition, pictures in a few sizes, one style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.domain.derivative import MEDIA_TYPES
from editor.domain.settings import Consent, Edition
from editor.publish.addresses import IMAGES, PAGE
from editor.publish.bundle import BundleFile, FileRole, Means
from editor.publish.composing import Composer
from editor.publish.frames import Frames
from editor.publish.pages import Page
from editor.publish.rendering import page_html, picture_html
from editor.publish.theme import Theme, ThemeFile, load_theme

TYPE = "text/html; charset=utf-8"
# How the work is shared between pages and pictures, for the progress that is shown.
_PAGES, _PICTURES = 3, 2


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield everything a web server needs."""
    theme = load_theme(means.theme)
    frames = Frames(means.site, stylesheet=theme.stylesheet.path, script=theme.script.path)
    composer = Composer(
        means.site,
        frames,
        means.bodies,
        lambda picture, language: picture_html(picture, language, theme.name),
    )
    pages, pictures = context.split(_PAGES, _PICTURES)
    yield from _theme_files(theme, means.site.editions)
    yield from _pages(means, composer, pages)
    for name, data in means.copies(composer.images, pictures):
        media_type = MEDIA_TYPES[name.rpartition(".")[2]]
        yield BundleFile(path=f"{IMAGES}/{name}", data=data, type=media_type, role=FileRole.IMAGE)


def _pages(means: Means, composer: Composer, context: JobContext) -> Iterator[BundleFile]:
    site = means.site
    total = sum(len(site.shown(edition)) for edition in site.editions)
    versions: dict[str, str] = {}
    done = 0
    for edition in site.editions:
        for article in site.shown(edition):
            context.report(done / total, say("Writing {headline}", headline=article.headline))
            done += 1
            page = composer.article(edition, article)
            yield _page(composer.path(edition, article), page, means.theme, article, versions)
        for article in site.withdrawn(edition):
            gone = composer.withdrawn(edition, article)
            yield _page(composer.path(edition, article), gone, means.theme, article, versions)
        for number in range(1, composer.index_count(edition) + 1):
            yield _page(composer.index_path(edition, number), composer.index(edition, number), means.theme)
    if len(site.editions) > 1 and all(site.folder(edition) for edition in site.editions):
        yield _page(PAGE, composer.choice(), means.theme)


def _page(
    path: str, page: Page, theme: str, article: Article | None = None, versions: dict[str, str] | None = None
) -> BundleFile:
    version = ""
    if article is not None and versions is not None:
        version = versions.get(article.id) or versions.setdefault(article.id, content_hash(article))
    return BundleFile(
        path=path,
        data=page_html(page, theme).encode(),
        type=TYPE,
        role=FileRole.PAGE,
        article=article.id if article else "",
        article_version=version,
    )


def _theme_files(theme: Theme, editions: tuple[Edition, ...]) -> Iterator[BundleFile]:
    yield _theme_file(theme.stylesheet)
    if any(edition.consent is Consent.NOTICE for edition in editions):
        yield _theme_file(theme.script)


def _theme_file(file: ThemeFile) -> BundleFile:
    return BundleFile(path=file.path, data=file.data, type=file.type, role=FileRole.THEME)

"""Leads on whoever comes to an address that an article had before, and tells servers what is gone.

A page of its own works on every server and from a folder; hosts that read `_redirects` answer with 301 by themselves.
`withdrawn.txt` names the addresses at which a server may answer 410 Gone along with the page that lies there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from editor.domain.article import Article
from editor.domain.settings import Edition
from editor.domain.site_places import PAGE, REDIRECTS, WITHDRAWN
from editor.publish.addresses import absolute, public_base, relative
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.composing import Composer
from editor.publish.furniture import furniture, run
from editor.publish.legible import legible
from editor.publish.makers import Asked
from editor.publish.pages import Run
from editor.publish.site import Site

# No theme's: nobody sees it for longer than a moment, and every theme is spared one more template.
_PAGE = Environment(autoescape=True).from_string(
    """<!doctype html>
<html lang="{{ title.lang }}" dir="{{ title.dir }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url={{ href }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{{ title }}</title>
{% if canonical %}<link rel="canonical" href="{{ canonical }}">
{% endif %}</head>
<body>
<main>
<h1><a href="{{ href }}">{{ title }}</a></h1>
</main>
</body>
</html>
"""
)
_TEXT = "text/plain; charset=utf-8"


def redirects(composer: Composer, site: Site, asked: Asked) -> Iterator[BundleFile]:
    """Yield a page at each earlier address of what the editions show or say was withdrawn, then the lists for servers.

    Only those that are `asked` for.
    None names more than its own page does: of a withdrawn article not even the headline.
    """
    moves: list[str] = []
    gone: list[str] = []
    prefix = urlsplit(public_base(site.settings)).path.rstrip("/")
    for edition in site.editions:
        for folder, article_id in sorted(site.moved(edition).items()):
            article = site.snapshot.articles[article_id]
            page, target = posixpath.join(folder, PAGE), composer.path(edition, article)
            if asked.redirect(edition, folder, article_id):
                data = _page(site, edition, article, page, target)
                yield BundleFile(path=page, make=at_hand(data), type="text/html; charset=utf-8", role=FileRole.PAGE)
            moves.append(f"{_address(prefix, page)} {_address(prefix, target)} 301")
        gone += [_address(prefix, composer.path(edition, article)) for article in site.withdrawn(edition)]
    for name, lines in ((REDIRECTS, moves), (WITHDRAWN, gone)):
        if lines and asked.overview():
            data = "".join(f"{line}\n" for line in lines).encode()
            yield BundleFile(path=name, make=at_hand(data), type=_TEXT, role=FileRole.DATA)


def _page(site: Site, edition: Edition, article: Article, page: str, target: str) -> bytes:
    base = public_base(site.settings)
    html = _PAGE.render(
        title=_title(site, edition, article),
        href=relative(target, page),
        canonical=absolute(base, target) if base else "",
    )
    return legible(html).encode()


def _title(site: Site, edition: Edition, article: Article) -> Run:
    if article in site.withdrawn(edition):
        return furniture(edition.locale, site.settings.page_labels)["withdrawn_title"]
    return run(article.headline, article.language)


def _address(prefix: str, page: str) -> str:
    return prefix + quote(f"/{page.removesuffix(PAGE)}")

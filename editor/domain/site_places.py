"""Where a site lies and where its editions may lie in it: the rules for what is typed, whoever typed it where."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from editor.core.errors import UserError
from editor.core.files import safe_name
from editor.core.messages import say
from editor.domain.slug import slug_key

ASSETS = "assets"
IMAGES = "images"
FURTHER_PAGES = "page"
PAGE = "index.html"
WEB_MANIFEST = "site.webmanifest"
FEEDS = ("feed.atom", "feed.rss", "feed.json")
ROBOTS = "robots.txt"
SECTIONS, TOPICS, AUTHORS, ARCHIVE = "section", "topic", "author", "archive"
ABOUT, SEARCH = "about", "search"
NOT_FOUND = "404.html"
# What an edition has beside its articles' folders; no other edition lies in one of these.
FOLDERS = (FURTHER_PAGES, SECTIONS, TOPICS, AUTHORS, ARCHIVE, ABOUT, SEARCH)
SITEMAP, NEWS_SITEMAP = "sitemap.xml", "news-sitemap.xml"
REDIRECTS, WITHDRAWN = "_redirects", "withdrawn.txt"
# What a bundle has beside its editions, as `slug_key` gives it: no edition may lie there.
OWN_NAMES = (
    *(ASSETS, IMAGES, *FOLDERS, "manifest.json", PAGE, NOT_FOUND),
    *(WEB_MANIFEST, *FEEDS, ROBOTS, SITEMAP, NEWS_SITEMAP, REDIRECTS, WITHDRAWN),
    *(f"sitemap-{number}.xml" for number in range(1, 100)),
)


def check_edition_path(path: str) -> None:
    """Raise `UserError` unless `path` can be an edition's folder in a bundle: on every system, and not its own."""
    parts = path.split("/")
    if any(not part or safe_name(part, "") != part for part in parts):
        raise UserError(
            say("The edition's path “{path}” cannot be a folder.", path=path),
            say("Use letters, digits and “-”, with “/” between folders."),
        )
    if slug_key(parts[0]) in OWN_NAMES:
        raise UserError(
            say("The site itself has something at “{name}”; no edition can lie there.", name=parts[0]),
            say("Give the edition another path, such as its language."),
        )


def check_edition_paths(paths: Sequence[str]) -> None:
    """Raise `UserError` unless each of `paths` can be an edition's folder, and none lies among the files of another."""
    for path in paths:
        check_edition_path(path)
        for other in paths:
            check_apart(path, other)


def check_apart(path: str, other: str) -> None:
    """Raise `UserError` when an edition at `path` would lie among the files of the one at `other`."""
    if is_among_pages(path, other):
        raise UserError(
            say("The path “{path}” lies among the pages of the edition at “{other}”.", path=path, other=other),
            say("Give the edition another path, such as its language."),
        )


def is_among_pages(path: str, other: str) -> bool:
    """Say whether an edition at `path` would lie where the one at `other` has its lists and pages of its own."""
    steps, outer = ([slug_key(step) for step in one.split("/") if step] for one in (path, other))
    inside = steps[len(outer) :]
    return steps[: len(outer)] == outer and bool(inside) and inside[0] in (*FOLDERS, PAGE, NOT_FOUND)


def check_base_address(address: str) -> None:
    """Raise `UserError` unless `address` is empty or the address of a site: http or https, and a host."""
    if not address.strip():
        return
    try:
        parts = urlsplit(address.strip())
        is_site = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_site = False
    if not is_site:
        raise UserError(
            say("“{address}” cannot be the address of the site.", address=address),
            say("It begins with https:// or http://, such as https://news.example."),
        )

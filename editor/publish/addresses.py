"""Where pages lie inside a bundle, and how one page leads to another: safe paths, relative addresses.

No typed slug or base path reaches the disk as it is; whatever it says, its page stays inside the bundle.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote

from editor.core.errors import UserError
from editor.core.files import safe_name
from editor.core.messages import named_language, say
from editor.core.web_address import linked_page
from editor.domain.article import Article
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import OWN_NAMES, PAGE, is_among_pages
from editor.domain.slug import free_slug, slug_key


def edition_folders(editions: Sequence[Edition]) -> dict[str, str]:
    """Return the folder of each edition by its locale; a base path of "/" is the bundle itself ("").

    Raises `UserError` when two editions would share one, or one would lie among the pages of another.
    """
    found: dict[str, str] = {}
    owners: dict[str, str] = {}
    for edition in editions:
        parts = [safe_name(part, "") for part in edition.path.replace("\\", "/").split("/")]
        folder = "/".join(part for part in parts if part.strip("."))
        if not folder and edition.path.strip("/\\"):
            folder = safe_name(edition.locale, "edition")
        other = owners.setdefault(slug_key(folder), edition.locale)
        is_taken = other != edition.locale or slug_key(folder.split("/", 1)[0]) in OWN_NAMES
        if is_taken or any(is_among_pages(folder, one) or is_among_pages(one, folder) for one in found.values()):
            raise UserError(
                say(
                    "The edition {locale} cannot lie at “{path}”: that place is taken.",
                    locale=named_language(edition.locale),
                    path=folder,
                ),
                say("Give it another base path in the newsroom's settings."),
            )
        found[edition.locale] = folder
    return found


def page_folders(folder: str, articles: Iterable[Article], *, reserved: Iterable[str] = ()) -> dict[str, str]:
    """Return the page folder of each article by its id, all different on every file system.

    Order decides who keeps a contested name, so the same articles give the same folders.
    """
    taken = names_taken(folder, reserved)
    found: dict[str, str] = {}
    for article in sorted(articles, key=lambda one: one.id):
        slug = free_slug(safe_name(article.slug, article.id), taken)
        taken.add(slug_key(slug))
        found[article.id] = posixpath.join(folder, slug)
    return found


def former_folders(
    folder: str, articles: Iterable[Article], pages: Iterable[str], *, reserved: Iterable[str] = ()
) -> dict[str, str]:
    """Return by the folder of an earlier page of one of `articles` whose (id) it was, where no page of `pages` lies.

    Of two that had the same address at different times the one that had it last is meant.
    """
    had = sorted(
        (one.until.isoformat() if one.until else "", article.id, one.slug)
        for article in articles
        for one in article.former_slugs
    )
    if not had:
        return {}
    taken = names_taken(folder, reserved).union(map(page_key, pages))
    last = {slug_key(name): (name, article_id) for _, article_id, slug in had if (name := safe_name(slug, ""))}
    free = (found for key, found in last.items() if key not in taken)
    return {posixpath.join(folder, name): article_id for name, article_id in free}


@lru_cache(maxsize=65_536)  # the pages of a running program are the same from export to export
def page_key(folder: str) -> str:
    """Return what the names of two pages of one edition may not share, of that in this `folder`."""
    return slug_key(posixpath.basename(folder))


def relative(target: str, page: str) -> str:
    """Return the address of the bundle path `target` as a link on the page at bundle path `page`, percent-encoded."""
    folder = page.rpartition("/")[0]
    if not folder:
        return _quoted(target)
    if target.startswith(f"{folder}/"):
        return _quoted(target[len(folder) + 1 :])
    return _from_folder(target, folder.rpartition("/")[0])


@lru_cache(maxsize=32_768)  # pages beside each other lead to the same
def _from_folder(target: str, parent: str) -> str:
    """Return the address of `target` seen from a folder inside `parent` that it is not in."""
    return f"../{relative(target, f'{parent}/' if parent else '')}"


@lru_cache(maxsize=8192)  # an article is named on the pages of many others
def absolute(base_url: str, target: str) -> str:
    """Return the public address of the bundle path `target`; a page's `index.html` is left away."""
    clean = target.removesuffix(PAGE) if posixpath.basename(target) == PAGE else target
    return f"{base_url.rstrip('/')}/{_quoted(clean)}"


def public_base(settings: NewsroomSettings) -> str:
    """Return the newsroom's base address as a URI, or "" when there is none that a page could name."""
    return linked_page(settings.base_url)


@lru_cache(maxsize=32_768)
def _quoted(path: str) -> str:
    return quote(path)


def names_taken(folder: str, reserved: Iterable[str]) -> set[str]:
    """Return, as `slug_key` gives them, the names inside the edition `folder` that no page may have."""
    inside = {slug_key(part) for other in reserved for part in _first_parts(other, folder)}
    # The plain text of `a` is the file `a.txt`.
    return {*OWN_NAMES, *inside, *(name.removesuffix(".txt") for name in inside)}


def _first_parts(other: str, folder: str) -> Iterable[str]:
    """Yield the name that the edition folder `other` takes directly inside `folder`, if it lies in there."""
    inside = posixpath.relpath(other or ".", folder or ".")
    if inside != "." and not inside.startswith(".."):
        yield inside.split("/", 1)[0]

"""The index that readers search on their own device: what a list says of each article, in parts of a few hundred.

Each part is a script that hands its articles to Makala's search script: that works from a folder on disk and on a page
that may load nothing else. An article belongs to a part by its id alone, so that an edit makes one part anew, at the
place where it was. Words are folded by the script, articles and questions alike (`search.js` of the theme,
held against `editor.storage.folding` by its tests).
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from editor.core.clock import instant_text
from editor.core.files import safe_name
from editor.domain.article import Article
from editor.domain.labels import REPORTED_BY_AI, label_row
from editor.domain.settings import Edition
from editor.domain.site_places import ASSETS
from editor.i18n.direction import direction
from editor.publish.furniture import tag_of
from editor.publish.legible import legible
from editor.publish.site import Site
from editor.publish.snapshot import Known

# Written before a part's articles; `search.js` reads from the same name.
_BEGIN, _END = "(self.makalaIndex=self.makalaIndex||[]).push(", ");\n"
_MOST_IN_PART = 512
_DIGITS = 8
# The key of what is found of an article in an edition.
ShownOf = Callable[[Edition, Article], str]
# The key of the part at a path, the number of its place among so many, "" where it must be worked out.
KeyOf = Callable[[str, int, int], str]
# What separates the words that are searched and not shown.
_APART = " · "


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an edition's index: its path, the key that its bytes follow from, and how it is made.

    `is_known`: it is that of before. `mark` is another one when the part is: who kept that of before asks for the new.
    """

    path: str
    key: str
    make: Callable[[], bytes]
    is_known: bool

    @property
    def mark(self) -> str:
        """Return a few digits of the key."""
        return self.key[:_DIGITS]


def _unknown(path: str, number: int, many: int) -> str:  # noqa: ARG001 - of none is anything known
    return ""


def parts_for(count: int) -> int:
    """Return in how many parts an index of `count` articles comes."""
    many = 1
    while many * _MOST_IN_PART < count:
        many *= 2
    return many


def part_of(article_id: str, many: int) -> int:
    """Return the place of the part that the article belongs to among so `many`."""
    return zlib.crc32(article_id.encode()) % many


def index_parts(
    site: Site,
    edition: Edition,
    shown_of: ShownOf,
    ground: str,
    shown_date: Callable[[Article], str],
    known: Known | None = None,
    *,
    key_of: KeyOf = _unknown,
) -> Iterator[Part]:
    """Yield the parts of the index of `edition`.

    `shown_of` is the key of what is found of an article, `ground` that of all that the edition's pages follow from;
    `shown_date` is an article's date as the edition writes it, "" for none. `known` holds what parts hold of articles
    that an earlier site had in common with this one; new ones go there. `key_of` says of a part what its key is where
    that is known.
    """
    ids = site.shown(edition).ids
    many = parts_for(len(ids))
    parts: list[list[str]] = [[] for _ in range(many)]
    for one in ids:
        parts[part_of(one, many)].append(one)
    name = safe_name(edition.locale.lower(), "edition")
    for number, inside in enumerate(parts):
        path, articles = posixpath.join(ASSETS, f"search-{name}-{number + 1}.js"), site.listed(inside)
        key = key_of(path, number, many)
        is_known = bool(key)
        if not is_known:
            site.snapshot.ahead(inside)
            said = [ground, f"search {number} of {many}", *(shown_of(edition, article) for article in articles)]
            key = hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()
        make = partial(_written, site, edition, articles, shown_date, {} if known is None else known)
        yield Part(path, key, make, is_known)


def found_of(article: Article, page: str) -> tuple[object, ...]:
    """Return all that a part holds of `article`, whose page lies at `page`."""
    return (
        *(page, article.language, article.headline, article.standfirst, article.section, article.tags),
        *(article.byline, article.authorship.value, article.published, article.display_zone),
    )


def _written(
    site: Site, edition: Edition, articles: Sequence[Article], shown_date: Callable[[Article], str], known: Known
) -> bytes:
    said = []
    for article in articles:
        rows, key = known.setdefault(article.id, {}), ("row", edition.locale)
        if key not in rows:
            row = _row(site, edition, article, shown_date(article))
            text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
            rows[key] = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
        said.append(rows[key])
    return f"{_BEGIN}[{','.join(said)}]{_END}".encode()


def _row(site: Site, edition: Edition, article: Article, date: str) -> list[object]:
    """Return (place, headline, standfirst, other words, day for machines, day, language if another, by AI or not, way).

    The way is that which the language runs, "" for the edition's.
    """
    words = _APART.join(filter(None, map(str.strip, (article.section, *article.tags, *article.byline))))
    folder = site.folder(edition)
    language = tag_of(article.language)
    return [
        site.page(edition, article).removeprefix(f"{folder}/" if folder else ""),
        legible(article.headline),
        legible(article.standfirst),
        legible(words),
        instant_text(article.published)[:10] if article.published else "",
        date,
        "" if language == edition.locale else language,
        int(REPORTED_BY_AI in label_row(article.authorship, None)),
        "" if direction(language) == direction(edition.locale) else direction(language),
    ]

"""All articles as they were read last, so that the next reading takes in only what was changed since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.storage import articles

if TYPE_CHECKING:
    from editor.storage.database import Connection
    from editor.storage.kept_bodies import KeptBodies

_MANY = 8  # of so many, one changed: then all are read sooner


class KnownArticles:
    """Articles with the hashes of their content. Made once a program and newsroom; on one thread at a time.

    In this program an article is read again when its revision is another, or when it links to one that is new or was
    changed, for a link that waited may lead there now. When one is gone all are read. Between programs
    anything may have happened to the newsroom: then everything is read, and only the hashes of articles that are the
    same in every field are taken from what is `kept`.
    """

    def __init__(self, kept: KeptBodies) -> None:
        self._kept = kept
        self._articles: dict[str, Article] = {}
        self._versions: dict[str, str] = {}
        self._stamps: dict[str, str] = {}

    def read(self, connection: Connection) -> tuple[Mapping[str, Article], Mapping[str, str]]:
        """Return all articles that are not in the trash and their content's hashes, by id; in one order always."""
        stamps = articles.stamps(connection)
        changed = [one for one, stamp in stamps.items() if self._stamps.get(one) != stamp]
        gone = self._stamps.keys() - stamps.keys()
        if gone or not self._stamps or _MANY * len(changed) > len(stamps):
            self._read_all(connection)
        elif changed:
            wanted = {*changed, *articles.leading_to(connection, changed)}
            found = [article for article, _ in articles.printed(connection, wanted)]
            kept = self._articles | {article.id: article for article in found}
            is_longer = len(kept) > len(self._articles)
            self._articles = {one: kept[one] for one in sorted(kept)} if is_longer else kept
            self._versions = self._versions | {article.id: content_hash(article) for article in found}
        self._stamps = stamps
        return self._articles, self._versions

    def _read_all(self, connection: Connection) -> None:
        said = self._kept.versions()
        found = articles.printed(connection)
        new = {print_: content_hash(article) for article, print_ in found if print_ not in said}
        if new:
            self._kept.keep_versions(new)
        said |= new
        self._articles = {article.id: article for article, _ in found}
        self._versions = {article.id: said[print_] for article, print_ in found}

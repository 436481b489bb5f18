"""All articles as they were read last, so that the next reading takes in only what was changed since."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__
from editor.core.files import write_whole
from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.storage import articles

if TYPE_CHECKING:
    from editor.storage.database import Connection

_MANY = 8  # of so many, one changed: then all are read sooner


class KnownArticles:
    """Articles with the hashes of their content. Made once a program and newsroom; on one thread at a time.

    In this program an article is read again when its revision is another, or when it links to one that is new or was
    changed, for a link that waited may lead there now. When one is gone all are read. Between programs
    anything may have happened to the newsroom: then everything is read, and only the hashes of articles that are the
    same in every field are taken from `file`, which may be deleted.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
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
        said = self._said()
        found = articles.printed(connection)
        known = {print_: said.get(print_) or content_hash(article) for article, print_ in found}
        self._articles = {article.id: article for article, _ in found}
        self._versions = {article.id: known[print_] for article, print_ in found}
        if known.keys() != said.keys():
            with contextlib.suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                plain = {"made_by": __version__, "versions": known}
                write_whole(self._file, json.dumps(plain).encode(), is_lasting=False)

    def _said(self) -> dict[str, str]:
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError, KeyError):
            plain = json.loads(self._file.read_bytes())
            if plain["made_by"] == __version__:
                return {str(key): str(version) for key, version in plain["versions"].items()}
        return {}

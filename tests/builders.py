"""Values for tests, each named in full with only what the test cares about. Fixed ids, fixed instants."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.core.clock import Clock
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import CreateArticle, Several
from editor.domain.image import Image
from editor.domain.link import External, Link
from editor.domain.settings import Consent, Edition, NewsroomSettings
from editor.domain.slug import slug_from
from editor.domain.version import VersionHead, VersionKind

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.storage.database import Database

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)

_numbers = count(1)


def an_id(number: int = 0) -> str:
    """Return a fixed id: 32 hex digits ending in `number`; 0 takes the next unused one."""
    return f"01890c3e0000700080{number or next(_numbers):014x}"


def an_article(**fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    """Return an English draft; slug and translation set follow from headline and id where they are not named."""
    headline = fields.setdefault("headline", "Drums in the old capital")
    fields.setdefault("id", an_id())
    fields.setdefault("language", "en")
    fields.setdefault("slug", slug_from(headline))
    fields.setdefault("translation_set", fields["id"])
    return Article(**fields)


def an_image(**fields: Any) -> Image:  # noqa: ANN401 - any field of an image
    """Return a picture known by its words, made by AI; `sha256` given: one with a file."""
    if sha256 := fields.get("sha256", ""):
        fields.setdefault("id", sha256[:32])
        fields.setdefault("name", "drums.png")
        fields.setdefault("media_type", "image/png")
        fields.setdefault("width", 640)
        fields.setdefault("height", 360)
    fields.setdefault("id", an_id())
    fields.setdefault("alt", {"en": "Two people at a drum"})
    fields.setdefault("source_type", "trainedAlgorithmicMedia")
    return Image(**fields)


def a_link(to: Article | str = "", **fields: Any) -> Link:  # noqa: ANN401 - any field of a link
    """Return a card to an article (or its id); with nothing named, to an external article."""
    fields.setdefault("id", an_id())
    if isinstance(to, Article):
        to = to.id
    if to:
        fields["article"] = to
    elif not fields.get("pending"):
        fields.setdefault("external", an_external())
    return Link(**fields)


def an_external(**fields: Any) -> External:  # noqa: ANN401 - any field of an external article
    """Return an article of somebody else's, dated."""
    fields.setdefault("headline", "Visit announced")
    fields.setdefault("summary", "The two governments named a day.")
    fields.setdefault("published", NOON - timedelta(days=5))
    fields.setdefault("language", "en")
    return External(**fields)


def some_settings(*locales: str, **fields: Any) -> NewsroomSettings:  # noqa: ANN401 - any field of the settings
    """Return the settings of a desk with an edition in each of `locales` ("sw" and "en" when none is named)."""
    fields.setdefault("name", "The Desk")
    fields.setdefault("display_zone", "America/New_York")
    editions = tuple(Edition(locale=locale, consent=Consent.NOTICE) for locale in locales or ("sw", "en"))
    fields.setdefault("editions", editions)
    return NewsroomSettings(**fields)


@dataclass
class FixedClock:
    """A clock that stands still until it is told to move, and makes ids in order."""

    instant: datetime = NOON
    _made: count[int] = field(default_factory=lambda: count(1), repr=False)

    def now(self) -> datetime:
        """Return the held instant."""
        return self.instant

    def new_id(self) -> str:
        """Return the next id."""
        return f"01890c3f0000700080{next(self._made):014x}"

    def forward(self, seconds: float) -> None:
        """Move on by `seconds`."""
        self.instant += timedelta(seconds=seconds)


def changed(article: Article, **fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    """Return `article` with these fields replaced."""
    return replace(article, **fields)


def a_desk(folder: Path, *, person: str = "Amina", clock: Clock | None = None, **settings: Any) -> Desk:  # noqa: ANN401
    """Return the desk of the newsroom in `folder`, made there with `some_settings(**settings)` unless it is there."""
    from editor.bootstrap import open_desk
    from editor.storage.creating import create

    if not folder.exists() or not any(folder.iterdir()):
        create(folder, some_settings(**settings))
    return open_desk(folder, person=person, clock=clock or FixedClock())


def a_database(folder: Path, **settings: Any) -> Database:  # noqa: ANN401 - any field of the settings
    """Return a new newsroom's database in `folder`, open for writing; without the lock of a desk."""
    from editor.storage.creating import create
    from editor.storage.database import Database

    create(folder, some_settings(**settings))
    return Database(folder)


def a_version(article: Article, **fields: Any) -> VersionHead:  # noqa: ANN401 - any field of a version's head
    """Return the head of a version of `article`, kept at noon by Amina in a pause; its hash is found on keeping."""
    fields.setdefault("id", an_id())
    fields.setdefault("at", NOON)
    fields.setdefault("by", "Amina")
    fields.setdefault("kind", VersionKind.PAUSE)
    fields.setdefault("label", "")
    return VersionHead(article_id=article.id, hash="", **fields)


def created(*articles: Article) -> Several:
    """Return the edit that creates these articles together."""
    return Several(tuple(CreateArticle(article, say("New article"), NOON) for article in articles), say("New articles"))


def png(width: int = 4, height: int = 3, grey: int = 120) -> bytes:
    """Return a real PNG of one grey; another `grey` is another picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

"""An edition's newest articles as a feed, before it takes any form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPicture:
    """The picture of an item. `about` is what it shows and its label, for those who see the item without it."""

    url: str
    type: str
    width: int
    height: int
    about: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article. `id` stays what it is whatever becomes of headline and address; `html` is whole and clean."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    language: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    published: datetime
    updated: datetime
    picture: FeedPicture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest of one edition, newest first. `updated` is that of its youngest item, not of the export."""

    title: str
    publisher: str
    language: str
    home: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> datetime | None:
        """Return when any of it was last changed; None while there is nothing in it."""
        return max((item.updated for item in self.items), default=None)

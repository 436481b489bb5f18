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
class Gone:
    """An article that was withdrawn: the `id` its item had, when, and why where readers are told."""

    id: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest of one edition, newest first. `updated` is that of its youngest item, not of the export.

    `gone` are those withdrawn last, whose items readers of the feed may still hold.
    """

    title: str
    publisher: str
    language: str
    home: str
    items: tuple[Item, ...]
    gone: tuple[Gone, ...] = ()

    @property
    def updated(self) -> datetime | None:
        """Return when any of it was last changed; None while there is nothing in it."""
        return max((*(item.updated for item in self.items), *(one.at for one in self.gone)), default=None)

"""What an export is made of and with: files on their way into a bundle, and the means to make them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TypeVar

from editor.core.jobs import JobContext
from editor.core.messages import Message
from editor.domain.derivative import Derivative, MadeCopy, Use
from editor.domain.image import Image
from editor.publish.bodies import Bodies
from editor.publish.layout import Edited
from editor.publish.site import Site
from editor.publish.snapshot import Known
from editor.publish.theme import Theme, load_theme

Value = TypeVar("Value")
# Names everything that a file's bytes follow from, worked out when it is asked for.
Key = Callable[[], str]


class FileRole(StrEnum):
    """What a file is to the bundle, as the manifest says it."""

    PAGE = "page"
    IMAGE = "image"
    FEED = "feed"
    DATA = "data"
    THEME = "theme"
    TEXT = "text"
    BOOK = "book"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFile:
    """One file: its path with "/" inside the bundle, how its bytes are made, and what the manifest says about it.

    A file that was made under the same `key` before need not be made again; without one it is made each time.
    `promised` says by field name what a picture's file states about it. What `is_copied` comes from another bundle of
    the same files as it is: its path was looked at there, and its links were followed.
    """

    path: str
    make: Callable[[], bytes]
    key: Key | None = None
    type: str
    role: FileRole
    article: str = ""
    article_version: str = ""
    promised: Mapping[str, object] = field(default_factory=dict)
    is_copied: bool = False


# Yields the copies that are wanted of each image, in their order.
Copies = Callable[[Sequence[tuple[Image, Sequence[Derivative]]], JobContext], Iterator[MadeCopy]]
# Says what is wrong with a picture's bytes and what they state, held against what was promised of it; or nothing.
LookAtPicture = Callable[[bytes, Mapping[str, object]], Message | None]


def _no_key(path: str) -> str:  # noqa: ARG001 - there is no file of before
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a format may use: the site, rendered bodies, copies of pictures, a theme.

    `known` holds what a format worked out about articles and the next export may use again.
    `key_before` is the key of the file at a path in the bundle of before, where that is known, else "".
    `uses` says by id what pages show pictures as, where that is known.
    """

    site: Site
    bodies: Bodies
    copies: Copies
    theme: Theme = field(default_factory=lambda: load_theme(""))
    known: Known = field(default_factory=dict)
    key_before: Callable[[str], str] = field(default=_no_key)
    uses: Mapping[str, Collection[Use]] | None = None


def at_hand(value: Value) -> Callable[[], Value]:
    """Return how bytes, or a key, that are there already are made; it may be pickled."""
    return partial(_itself, value)


def _itself(value: Value) -> Value:
    return value


def key_of(file: BundleFile) -> str:
    """Return the key of `file`, "" for one that is made each time."""
    return file.key() if file.key is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One line of the registry. `files` yields the bundle's files, reporting to the context, which may stop it.

    `touched`, where a format has it, yields those files alone that show something of what was edited, and `gone` says
    which of the files that there were are none of the site any more, given those that were yielded; `pictures` yields
    those of pictures.
    """

    id: str
    title: Message
    files: Callable[[Means, JobContext], Iterator[BundleFile]]
    touched: Callable[[Means, Edited], Iterator[BundleFile]] | None = None
    gone: Callable[[Site, Edited, Collection[str], Collection[str]], set[str]] | None = None
    pictures: Callable[[Means, JobContext], Iterator[BundleFile]] | None = None

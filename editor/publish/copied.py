"""The files of a bundle that lies elsewhere, as those of another one: each is read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from editor.core.errors import Fault
from editor.publish.bundle import BundleFile, at_hand
from editor.publish.making import NOTHING_DONE
from editor.publish.reuse import Old


class NotAsLeftError(Fault):
    """A bundle that should be copied is not what it was."""


def copied_files(source: Old) -> Iterator[BundleFile]:
    """Yield the files of the bundle `source`; one that is read and is not what it was raises `NotAsLeftError`."""
    for path, entry in source.entries.items():
        key = source.key(path)
        yield BundleFile(
            path=path,
            make=partial(_read, source, path),
            key=at_hand(key) if key else None,
            type=entry.type,
            role=entry.role,
            article=entry.article,
            article_version=entry.article_version,
            promised=entry.promised,
            is_copied=True,
        )


def _read(source: Old, path: str) -> bytes:
    data = source.intact(path)
    if data is None:
        raise NotAsLeftError(NOTHING_DONE)
    return data

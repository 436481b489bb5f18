"""Writes a bundle as a zip file beside its place, holds it against itself, and puts it there in one step."""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from editor.core.collecting import collector_resting
from editor.core.files import faults, sha256_hex, sync_folder
from editor.core.jobs import JobContext
from editor.publish.account import Account, Written, look_at_new_pictures
from editor.publish.bundle import BundleFile, FileRole, LookAtPicture
from editor.publish.exchange import beside, clear_up, remove
from editor.publish.exclusive import alone_at
from editor.publish.links import Follower
from editor.publish.making import NOTHING_DONE, Hands, Shop, make_all, said_of
from editor.publish.manifest import MANIFEST, Entry
from editor.publish.reuse import Kept, Memory
from editor.publish.signature import Seal, unsealed
from editor.publish.staging import UNCONFIRMED
from editor.publish.target import UNREADABLE, Target

# The first instant a zip can name. Nothing in a bundle tells when it was made.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def write_zip(
    files: Iterable[BundleFile],
    target: Target,
    context: JobContext,
    *,
    kind: str,
    editions: tuple[str, ...],
    memory: Memory,
    look_at_picture: LookAtPicture,
    full: bool = False,
    seal: Seal = unsealed,
    hands: Hands | None = None,
) -> Written:
    """Write `files` as the zip file `target`, stored and dated alike, so that equal content gives equal bytes.

    What was made under the same key before is taken from the zip that lies there, unless all is to be made in `full`.
    Raises as `write_folder` does.
    """
    place, account = target.path, Account()
    entries = target.manifest.entries if target.manifest else {}
    with alone_at(place), faults(NOTHING_DONE):
        clear_up(place)
        new = beside(place, "new")
        packed = new / "bundle.zip"
        try:
            new.mkdir()
            with _zip_there(target, is_used=not full) as there, _zip_under_way(packed) as archive:
                packing = _Packing(archive, _Before(there, memory.read()[0] if there else {}, entries), account)
                pages = list(packing.taken_at_once(files, context))
                packing.take_pages(pages, new / "pages", hands or Hands(), context)
                manifest = account.manifest(kind, editions)
                for name, data in {MANIFEST: manifest, **seal(manifest)}.items():
                    archive.writestr(_member(name), data)
            account.new = [path for path, entry in account.entries.items() if entry != entries.get(path)]
            with zipfile.ZipFile(packed) as archive:
                look_at_new_pictures(account, archive.read, look_at_picture, context)
            packed.replace(place)
            with faults(UNCONFIRMED):
                sync_folder(place.parent)
            memory.keep(account.known)
        finally:
            with contextlib.suppress(OSError):
                remove(new)
        return account.outcome(manifest, entries)


class _Before:
    """The zip that lies where the new one will go: what of it was made under which key."""

    def __init__(
        self, archive: zipfile.ZipFile | None, remembered: Mapping[str, Kept], entries: Mapping[str, Entry]
    ) -> None:
        """`entries` are its files as its manifest has them."""
        self._archive = archive
        self._remembered = remembered
        self._entries = entries

    def find(self, file: BundleFile) -> Kept | None:
        """Return what is remembered of `file` if it was made under the same key, and should lie there."""
        kept, entry = self._remembered.get(file.path), self._entries.get(file.path)
        if kept is None or entry is None or entry.sha256 != kept.sha256:
            return None
        return kept if file.key is not None and kept.key == file.key() else None

    def read(self, name: str, kept: Kept) -> bytes | None:
        """Return the bytes of the file `name`; None where they are not what is remembered."""
        with contextlib.suppress(*UNREADABLE, OSError):
            if self._archive is not None and self._archive.getinfo(name).compress_type == zipfile.ZIP_STORED:
                data = self._archive.read(name)
                return data if sha256_hex(data) == kept.sha256 else None
        return None


class _Packing:
    """Puts the files of an export into a zip. Lives as long as the export, on its thread."""

    def __init__(self, archive: zipfile.ZipFile, before: _Before, account: Account) -> None:
        self._archive = archive
        self._before = before
        self._account = account

    def taken_at_once(self, files: Iterable[BundleFile], context: JobContext) -> Iterator[BundleFile]:
        """Pack `files` as they come, and yield those pages whose links are followed once all files are known."""
        for file in files:
            context.check()
            self._account.expect(file)
            if file.key and file.role is FileRole.PAGE:
                yield file
            else:
                self._take(file, self._before.find(file))

    def take_pages(self, pages: Sequence[BundleFile], folder: Path, hands: Hands, context: JobContext) -> None:
        """Pack `pages`: each new one is made in `folder`, where it lies only until it is packed."""
        known = {page.path: kept for page in pages if (kept := self._before.find(page))}
        new = [page for page in pages if page.path not in known]
        shop = Shop(new, os.fspath(folder), Follower(frozenset(self._account.paths)), {}, hands.after)
        hands.after()  # what was rendered to know what pages show is found by whoever makes them
        # Closed, and so nobody at work any more, before what was made is taken away and another export may begin.
        with collector_resting(), contextlib.closing(make_all(shop, hands, context.check)) as made:
            for number, page in enumerate(pages):
                context.report(number / len(pages), said_of(page))
                if page.path in known:
                    self._take(page, known[page.path])
                    continue
                _, what = next(made)
                self._pack(page, _taken_away(folder / page.path), what.sha256, what.key)
                if what.anchors is not None:
                    self._account.pages[page.path] = what.anchors

    def _take(self, file: BundleFile, kept: Kept | None) -> None:
        """Pack `file`, as it lies in the zip before where that is `kept`."""
        if kept is not None and (data := self._before.read(file.path, kept)) is not None:
            self._pack(file, data, kept.sha256, kept.key)
            return
        data = file.make()
        self._account.follow(file, data)
        self._pack(file, data, sha256_hex(data))

    def _pack(self, file: BundleFile, data: bytes, digest: str, key: str | None = None) -> None:
        self._account.take(file, len(data), digest, key=key)
        self._archive.writestr(_member(file.path), data)


def _taken_away(file: Path) -> bytes:
    """Return the bytes of `file`, which is needed no more."""
    data = file.read_bytes()
    with contextlib.suppress(OSError):  # somebody else reads it, too; it goes with its folder
        file.unlink()
    return data


@contextlib.contextmanager
def _zip_there(target: Target, *, is_used: bool) -> Iterator[zipfile.ZipFile | None]:
    """Yield the zip that lies at `target`; None where there is none, or it is of no use."""
    archive = None
    if target.manifest is not None and is_used:
        with contextlib.suppress(*UNREADABLE, OSError):
            archive = zipfile.ZipFile(target.path)
    try:
        yield archive
    finally:
        if archive is not None:
            archive.close()


@contextlib.contextmanager
def _zip_under_way(path: Path) -> Iterator[zipfile.ZipFile]:
    """Yield a new zip at `path`, which is on disk at the end."""
    with path.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            yield archive
        stream.flush()
        os.fsync(stream.fileno())


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _ZIP_TIME)
    member.create_system = _UNIX
    member.external_attr = _REGULAR_FILE
    return member

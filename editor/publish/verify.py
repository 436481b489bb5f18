"""Holds a bundle, folder or zip, against its manifest: every byte, name and inner link, every picture and its words."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from editor.core.errors import UserError
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import Message, nsay, say
from editor.domain.slug import slug_key
from editor.publish.bundle import FileRole, LookAtPicture
from editor.publish.exchange import was_interrupted
from editor.publish.links import Anchors, anchors_of, broken_links, place_of
from editor.publish.manifest import MANIFEST, Entry, Manifest, is_safe_path, read_manifest, why_unsafe
from editor.publish.signature import MOST_KEY_BYTES, PUBLIC_KEY, SEALS, SIGNATURE, PublicKey, Signature, judge
from editor.publish.target import (
    MOST_MANIFEST_BYTES,
    UNREADABLE,
    files_in,
    is_dropping,
    is_journal,
    opened_zip,
    zip_manifest_data,
)
from editor.publish.zip_form import form_problems


class Kind(StrEnum):
    """What can be wrong with a bundle."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    SYMLINK = "symlink"
    LINK = "link"
    NAME = "name"
    IMAGE = "image"
    ROLE = "role"
    ZIP = "zip"
    SIGNATURE = "signature"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be, and where."""

    path: str
    kind: Kind
    message: Message


class Verified(NamedTuple):
    """How many files the manifest lists, every problem by path, and how the bundle is signed."""

    files: int
    problems: list[Problem]
    signature: Signature = Signature()


class _Bundle(Protocol):
    """A bundle to read, whatever it is kept in."""

    manifest: Manifest
    manifest_data: bytes

    def names(self) -> Iterable[tuple[str, Problem | None]]:
        """Yield each file's path, with the trouble that its mere being there is."""

    def size(self, path: str) -> int | None:
        """Return how many bytes the file has, or None when it cannot be read."""

    def stream(self, path: str) -> AbstractContextManager[IO[bytes]]:
        """Open the file. What is wrong with it then is one of `UNREADABLE`, or an `OSError`."""


def verify(
    path: Path,
    look_at_picture: LookAtPicture,
    context: JobContext,
    *,
    key: PublicKey | None = None,
    known: frozenset[str] = frozenset(),
) -> Verified:
    """Hold the bundle at `path` against its manifest, and that against the key that must have signed it, if any.

    `known` are fingerprints of keys that are trusted where none is demanded. Memory stays bounded whatever the bundle
    says of itself. Raises `UserError` when there is no bundle at `path`, `Fault` when it cannot be read.
    """
    with faults(say("“{path}” could not be verified.", path=path)):
        if was_interrupted(path):
            said = say("An export was stopped while it put the bundle in place. Export again.")
            return Verified(0, [Problem("", Kind.INTERRUPTED, said)])
        if path.is_dir():
            return _verified(_Folder(path), look_at_picture, context, key, known)
        if not path.is_file():  # a pipe would be waited for
            raise _no_bundle(path)
        try:
            with opened_zip(path) as archive:
                return _verified(_Zip(archive), look_at_picture, context, key, known)
        except (zipfile.BadZipFile, FileNotFoundError) as error:
            raise _no_bundle(path) from error


def _no_bundle(path: Path) -> UserError:
    return UserError(say("“{path}” is not a bundle.", path=path), say("Name the folder or zip file that was exported."))


def _verified(
    bundle: _Bundle,
    look_at_picture: LookAtPicture,
    context: JobContext,
    key: PublicKey | None,
    known: frozenset[str],
) -> Verified:
    seals = [_seal(bundle, name) for name in (SIGNATURE, PUBLIC_KEY)]
    signature, wrong = judge(bundle.manifest_data, *seals, demanded=key, known=known)
    problems = list(_problems(bundle, look_at_picture, context))
    if wrong:
        problems.append(Problem(SIGNATURE, Kind.SIGNATURE, wrong))
    problems.sort(key=lambda problem: (problem.path, problem.kind, str(problem.message)))
    return Verified(len(bundle.manifest.entries), problems, signature)


def _problems(bundle: _Bundle, look_at_picture: LookAtPicture, context: JobContext) -> Iterator[Problem]:
    entries = bundle.manifest.entries
    if not bundle.manifest.is_as_written:
        yield Problem(MANIFEST, Kind.CHANGED, say("This file is not what was exported."))
    found = list(_name_problems(bundle, entries))
    yield from found
    troubled = {problem.path for problem in found}
    gone = {problem.path for problem in found if problem.kind is Kind.MISSING}
    pages: dict[str, Anchors] = {}
    for count, path in enumerate(sorted(entries)):
        context.report(count / len(entries), say("Verifying {file}", file=path))
        entry = entries[path]
        if wrong := role_trouble(entry):
            yield Problem(path, Kind.ROLE, wrong)
        if path in troubled:
            continue
        size = bundle.size(path)
        if size is not None and size != entry.bytes:
            yield Problem(path, Kind.CHANGED, _other_size(size, entry))
            continue
        data = _read(bundle, entry, context)
        if data is None:
            yield Problem(path, Kind.CHANGED, say("This file is not what was exported."))
        elif entry.role is FileRole.PAGE:
            pages[path] = anchors_of(data.decode("utf-8", "replace"))
        elif entry.role is FileRole.IMAGE and (trouble := look_at_picture(data, entry.promised)):
            yield Problem(path, Kind.IMAGE, trouble)
        elif entry.bytes > _MOST_LOOKED_AT and entry.role in {FileRole.PAGE, FileRole.IMAGE}:
            yield Problem(path, Kind.CHANGED, say("This file is too big to be looked into."))
    yield from _link_problems(broken_links(pages, frozenset(entries.keys() - gone)))
    context.report(1.0, say("Verified"))


def role_trouble(entry: Entry) -> Message | None:
    """Return what does not fit between a file's role, media type and name: a role decides how it is looked at."""
    kind = entry.type.partition(";")[0]
    is_page, is_image = kind == "text/html", kind.startswith("image/")
    if (entry.role is FileRole.PAGE) != is_page or (entry.role is FileRole.IMAGE and not is_image):
        return say("The manifest calls this file {role}, and its type {type}.", role=entry.role.value, type=entry.type)
    if is_page and not entry.path.endswith(".html"):
        return say("The name of this file does not fit its type, {type}.", type=entry.type)
    return None


def _read(bundle: _Bundle, entry: Entry, context: JobContext) -> bytes | None:
    """Return the file's bytes, or those it begins with where nobody will look into it; None when they are others."""
    import hashlib

    is_kept = entry.role in {FileRole.PAGE, FileRole.IMAGE} and entry.bytes <= _MOST_LOOKED_AT
    digest, kept, left = hashlib.sha256(), bytearray(), entry.bytes + 1
    try:
        with bundle.stream(entry.path) as stream:
            while left and (piece := stream.read(min(left, _PIECE))):
                context.check()
                left -= len(piece)
                digest.update(piece)
                if is_kept:
                    kept += piece
    except UNREADABLE:
        return None
    except OSError as error:
        if error.errno != errno.EINVAL and not isinstance(error, FileNotFoundError):  # EINVAL: before the beginning
            raise
        return None
    return bytes(kept) if left == 1 and digest.hexdigest() == entry.sha256 else None


def _seal(bundle: _Bundle, name: str) -> bytes | None:
    try:
        if bundle.size(name) is not None:
            with bundle.stream(name) as stream:
                return stream.read(MOST_KEY_BYTES)
    except (*UNREADABLE, OSError):
        return b""  # it is there, and what it says fits nothing
    return None


def _other_size(size: int, entry: Entry) -> Message:
    return say("This file has {size} bytes, and the one that was exported {said}.", size=size, said=entry.bytes)


def _link_problems(broken: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield one problem for each place that is not there, at the first page that leads to it."""
    leading: dict[str, dict[str, str]] = {}
    for page, address in broken:
        leading.setdefault(place_of(page, address), {}).setdefault(page, address)
    for pages in leading.values():
        page, address = next(iter(pages.items()))
        said = nsay(
            "This page leads to {address}, which is not there.",
            "This page and others, {n} in all, lead to {address}, which is not there.",
            len(pages),
            address=address,
        )
        yield Problem(page, Kind.LINK, said)


def _name_problems(bundle: _Bundle, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    there: set[str] = set()
    for path, trouble in bundle.names():
        there.add(path)
        if trouble is not None:
            yield trouble
        elif path not in entries and path != MANIFEST and path not in SEALS:
            yield Problem(path, Kind.ADDED, say("This file is not in the manifest."))
    keys: dict[str, str] = {}
    folders = {folder for path in entries for folder in _folders(slug_key(path))}
    for path in sorted(entries):
        key = slug_key(path)
        other = keys.setdefault(key, path)
        if unsafe := why_unsafe(path):
            yield Problem(path, Kind.NAME, unsafe)
        elif other != path or path in {MANIFEST, *SEALS}:
            yield Problem(path, Kind.NAME, _same(other))
        elif key in folders:
            yield Problem(path, Kind.NAME, say("This is the name of a file and of a folder."))
        elif path not in there:
            yield Problem(path, Kind.MISSING, say("This file is in the manifest and not in the bundle."))


def _folders(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _same(other: str) -> Message:
    return say("On some systems this is the same name as {other}.", other=other)


_SYMLINK = say("This is a link to another place, and a bundle holds regular files only.")
_PIECE = 1 << 20
# A page or picture beyond this is not looked into: whoever says that his bundle has one may say any size.
_MOST_LOOKED_AT = 64 << 20


class _Folder:
    """A bundle as a folder. Links are never followed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            about = (path / MANIFEST).lstat()
            if not stat.S_ISREG(about.st_mode) or about.st_size > MOST_MANIFEST_BYTES:
                raise UserError(say("The manifest of this bundle cannot be read."))
            self.manifest_data = (path / MANIFEST).read_bytes()
        except FileNotFoundError as error:
            raise UserError(
                say("There is no bundle in “{path}”: it has no manifest.", path=path),
                say("Name the folder or zip file that was exported."),
            ) from error
        self.manifest = read_manifest(self.manifest_data)

    def names(self) -> Iterable[tuple[str, Problem | None]]:
        """Yield each file's path; a journal says that an export was interrupted."""
        is_interrupted = False
        for path, entry in files_in(self._path):
            if is_journal(path):
                is_interrupted = True
            elif is_dropping(path):
                continue
            elif entry.is_symlink():
                yield path, Problem(path, Kind.SYMLINK, _SYMLINK)
            elif not entry.is_file(follow_symlinks=False):
                yield path, Problem(path, Kind.ADDED, say("This is no regular file, and a bundle holds nothing else."))
            else:
                yield path, None
        if is_interrupted:
            said = say("An export was stopped here. Export again to put the bundle right.")
            yield ".makala", Problem(".makala", Kind.INTERRUPTED, said)

    def size(self, path: str) -> int | None:
        """Return how many bytes the file has, or None when it cannot be read."""
        file = self._path / path
        with contextlib.suppress(OSError):
            about = os.lstat(file)
            if stat.S_ISREG(about.st_mode) and not any(part.is_symlink() for part in self._above(file)):
                return about.st_size
        return None

    @contextlib.contextmanager
    def stream(self, path: str) -> Iterator[IO[bytes]]:
        """Open the file. One whose size is not known is none to be opened."""
        if self.size(path) is None:
            raise FileNotFoundError(path)
        with (self._path / path).open("rb") as stream:
            yield stream

    def _above(self, file: Path) -> Iterator[Path]:
        while file != self._path:
            yield file
            file = file.parent


class _Zip:
    """A bundle as a zip file. Nothing is unpacked, and no member is read beyond the size it should have."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.manifest_data = zip_manifest_data(archive)
        self.manifest = read_manifest(self.manifest_data)

    def names(self) -> Iterable[tuple[str, Problem | None]]:
        """Yield each member's path; one that leads out, comes twice or is a link is trouble, an empty folder none."""
        keys: dict[str, str] = {}
        seen: set[str] = set()
        for member in self._archive.infolist():
            path = member.orig_filename
            if path.endswith("/") and not member.file_size and is_safe_path(path[:-1]):
                continue
            other = keys.setdefault(slug_key(path), path)
            is_again = path in seen
            seen.add(path)
            if stat.S_ISLNK(member.external_attr >> 16):
                yield path, Problem(path, Kind.SYMLINK, _SYMLINK)
            elif is_again:
                yield path, Problem(path, Kind.NAME, say("This name stands in the zip more than once."))
            elif unsafe := why_unsafe(path):
                yield path, Problem(path, Kind.NAME, unsafe)
            elif other != path:
                yield path, Problem(path, Kind.NAME, _same(other))
            else:
                yield path, None
        for path, wrong in form_problems(self._archive):
            yield path, Problem(path, Kind.ZIP, wrong)

    def size(self, path: str) -> int | None:
        """Return how many bytes the member says it has, or None when there is none."""
        try:
            return self._archive.getinfo(path).file_size
        except KeyError:
            return None

    @contextlib.contextmanager
    def stream(self, path: str) -> Iterator[IO[bytes]]:
        """Open the member."""
        with self._archive.open(self._archive.getinfo(path)) as stream:
            yield stream

"""Holds a bundle, folder or zip, against its manifest: every byte, name and inner link, every picture and its words."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from editor.core.errors import UserError
from editor.core.files import faults, sha256_hex
from editor.core.jobs import JobContext
from editor.core.messages import Message, nsay, say
from editor.domain.slug import slug_key
from editor.publish.bundle import FileRole, LookAtPicture
from editor.publish.exchange import was_interrupted
from editor.publish.links import Anchors, anchors_of, broken_links, place_of
from editor.publish.manifest import MANIFEST, Entry, Manifest, is_safe_path, read_manifest
from editor.publish.target import files_in, is_dropping, is_journal, opened_zip, zip_manifest


class Kind(StrEnum):
    """What can be wrong with a bundle."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    SYMLINK = "symlink"
    LINK = "link"
    NAME = "name"
    IMAGE = "image"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be, and where."""

    path: str
    kind: Kind
    message: Message


class _Bundle(Protocol):
    """A bundle to read, whatever it is kept in."""

    manifest: Manifest

    def names(self) -> Iterable[tuple[str, Kind | None]]:
        """Yield each file's path, with the kind of trouble its mere being there is."""

    def read(self, path: str, size: int) -> bytes | None:
        """Return the file's bytes, or None when it is not of that size or cannot be read."""


def verify(path: Path, look_at_picture: LookAtPicture, context: JobContext) -> tuple[int, list[Problem]]:
    """Return how many files the manifest lists, and every problem, by path.

    Raises `UserError` when there is no bundle at `path`, `Fault` when it cannot be read.
    """
    with faults(say("“{path}” could not be verified.", path=path)):
        if was_interrupted(path):
            return 0, [
                Problem(
                    "", Kind.INTERRUPTED, say("An export was stopped while it put the bundle in place. Export again.")
                )
            ]
        if path.is_dir():
            folder = _Folder(path)
            return len(folder.manifest.entries), _problems(folder, look_at_picture, context)
        try:
            with opened_zip(path) as archive:
                zipped = _Zip(archive)
                return len(zipped.manifest.entries), _problems(zipped, look_at_picture, context)
        except (zipfile.BadZipFile, FileNotFoundError) as error:
            raise UserError(
                say("“{path}” is not a bundle.", path=path), say("Name the folder or zip file that was exported.")
            ) from error


def _problems(bundle: _Bundle, look_at_picture: LookAtPicture, context: JobContext) -> list[Problem]:
    entries = bundle.manifest.entries
    found = list(_name_problems(bundle, entries))
    troubled = {problem.path for problem in found}
    pages: dict[str, Anchors] = {}
    for count, path in enumerate(sorted(entries)):
        context.report(count / len(entries), say("Verifying {file}", file=path))
        entry = entries[path]
        if path in troubled:
            continue
        data = bundle.read(path, entry.bytes)
        if data is None or sha256_hex(data) != entry.sha256:
            found.append(Problem(path, Kind.CHANGED, say("This file is not what was exported.")))
        elif entry.role is FileRole.PAGE:
            pages[path] = anchors_of(data.decode("utf-8", "replace"))
        elif entry.role is FileRole.IMAGE and (trouble := look_at_picture(data, entry.promised)):
            found.append(Problem(path, Kind.IMAGE, trouble))
    gone = {problem.path for problem in found if problem.kind is Kind.MISSING}
    found += _link_problems(broken_links(pages, frozenset(entries.keys() - gone)))
    context.report(1.0, say("Verified"))
    return sorted(found, key=lambda problem: (problem.path, problem.kind, str(problem.message)))


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
    keys: dict[str, str] = {}
    for path, trouble in bundle.names():
        there.add(path)
        if trouble is not None:
            yield Problem(path, trouble, _WORDS[trouble])
        elif path not in entries and path != MANIFEST:
            yield Problem(path, Kind.ADDED, _WORDS[Kind.ADDED])
    for path in sorted(entries):
        other = keys.setdefault(slug_key(path), path)
        if not is_safe_path(path) or other != path:
            yield Problem(path, Kind.NAME, _WORDS[Kind.NAME])
        elif path not in there:
            yield Problem(path, Kind.MISSING, _WORDS[Kind.MISSING])


_WORDS = {
    Kind.ADDED: say("This file is not in the manifest."),
    Kind.SYMLINK: say("This is a link to another place, and a bundle holds regular files only."),
    Kind.NAME: say("This name cannot be used on every system, or leads out of the bundle."),
    Kind.MISSING: say("This file is in the manifest and not in the bundle."),
    Kind.INTERRUPTED: say("An export was stopped here. Export again to put the bundle right."),
}


class _Folder:
    """A bundle as a folder. Links are never followed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.manifest = read_manifest((path / MANIFEST).read_bytes())
        except FileNotFoundError as error:
            raise UserError(
                say("There is no bundle in “{path}”: it has no manifest.", path=path),
                say("Name the folder or zip file that was exported."),
            ) from error

    def names(self) -> Iterable[tuple[str, Kind | None]]:
        """Yield each file's path; a journal says that an export was interrupted."""
        is_interrupted = False
        for path, entry in files_in(self._path):
            if is_journal(path):
                is_interrupted = True
            elif is_dropping(path):
                continue
            elif entry.is_symlink():
                yield path, Kind.SYMLINK
            elif not entry.is_file(follow_symlinks=False):
                yield path, Kind.ADDED
            else:
                yield path, None
        if is_interrupted:
            yield ".makala", Kind.INTERRUPTED

    def read(self, path: str, size: int) -> bytes | None:
        """Return the file's bytes, or None when it is not of that size or cannot be read."""
        file = self._path / path
        with contextlib.suppress(OSError):
            if os.lstat(file).st_size == size and not any(part.is_symlink() for part in self._above(file)):
                return file.read_bytes()
        return None

    def _above(self, file: Path) -> Iterator[Path]:
        while file != self._path:
            yield file
            file = file.parent


class _Zip:
    """A bundle as a zip file. Nothing is unpacked, and no member is read beyond the size it should have."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.manifest = zip_manifest(archive)

    def names(self) -> Iterable[tuple[str, Kind | None]]:
        """Yield each member's path; a name that leads out, comes twice or is a link is trouble."""
        seen: set[str] = set()
        for member in self._archive.infolist():
            path = member.orig_filename
            if stat.S_ISLNK(member.external_attr >> 16):
                yield path, Kind.SYMLINK
            elif path in seen or not is_safe_path(path):
                yield path, Kind.NAME
            else:
                yield path, None
            seen.add(path)

    def read(self, path: str, size: int) -> bytes | None:
        """Return the member's bytes, or None when it is not of that size or cannot be read."""
        try:
            member = self._archive.getinfo(path)
            if member.file_size == size:
                with self._archive.open(member) as stream:
                    return stream.read(size + 1)
        except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error):
            return None
        except OSError as error:
            if error.errno != errno.EINVAL:  # a place before the beginning of the file
                raise
        return None

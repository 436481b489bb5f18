"""What an export keeps account of while it writes a bundle: its files, where their links lead, what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editor.core.errors import Fault
from editor.core.files import sha256_hex
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.publish.bundle import BundleFile, FileRole, LookAtPicture, key_of
from editor.publish.links import Anchors, Follower, anchors_of, broken_links
from editor.publish.manifest import MANIFEST, Entry, Manifest, amended_bytes, entry_of, is_safe_path, manifest_bytes
from editor.publish.reuse import Kept, Left, Old
from editor.publish.signature import SEALS

_CLOSING = {MANIFEST, *SEALS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of an export. `manifest_sha256` names the whole bundle: equal for equal bytes."""

    files: int
    written: int
    unchanged: int
    removed: int
    manifest_sha256: str
    left: Left | None = None


@dataclass
class Account:
    """What has been written so far. Lives as long as one export, on its thread."""

    entries: dict[str, Entry] = field(default_factory=dict)
    pages: dict[str, Anchors] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    known: dict[str, Kept] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)

    def expect(self, file: BundleFile, before: Container[str] = ()) -> None:
        """Note the path of `file` down. One that is unsafe or taken is our bug and a `ValueError`.

        Paths of the bundle `before` are safe, and those of a file that is copied: an export of ours wrote them.
        """
        is_safe = file.is_copied or file.path in before or is_safe_path(file.path)
        if file.path in self.paths or file.path in _CLOSING or not is_safe:
            raise ValueError(f"not a path for a bundle: {file.path!r}")
        self.paths.add(file.path)

    def take(self, file: BundleFile, size: int, digest: str, changed: int = 0, key: str | None = None) -> Entry:
        """Note `file` down with its size, hash and time of change, and its key where that is known already."""
        entry = self.entries[file.path] = entry_of(file, size, digest)
        self.known[file.path] = Kept(key_of(file) if key is None else key, digest, changed)
        return entry

    def follow(self, file: BundleFile, data: bytes, follower: Follower | None = None) -> None:
        """Note down where the links of a page lead, without those that `follower` has followed if it is given.

        Those of a page that is known are not followed again: where they lead is part of its key.
        """
        if file.role is FileRole.PAGE and not file.is_copied:
            anchors = anchors_of(data.decode())
            self.pages[file.path] = follower.left(file.path, anchors) if follower else anchors

    def manifest(self, kind: str, editions: tuple[str, ...]) -> bytes:
        """Return the manifest's bytes, every inner link having been followed. A broken one is our bug."""
        self._follow_links()
        return manifest_bytes(Manifest(format=kind, editions=editions, entries=self.entries))

    def amended(self, manifest: bytes, before: Collection[str], paths: Sequence[str], gone: Collection[str]) -> bytes:
        """Return the bytes of a `manifest` of the files `before` once those at `paths` are others, or new, some `gone`.

        None of them is a picture.
        """
        self._follow_links()
        return amended_bytes(manifest, before, [self.entries[path] for path in paths], gone)

    def _follow_links(self) -> None:
        broken = next(broken_links(self.pages, self.entries.keys()), None)
        if broken:
            raise ValueError(f"page {broken[0]!r} leads to {broken[1]!r}, which is not in the bundle")

    def let_go(self, paths: Iterable[str]) -> None:
        """Note down that the files at `paths` are in the bundle no more."""
        for path in paths:
            self.entries.pop(path, None)
            self.known.pop(path, None)

    def left(self, place: Path, closing: Mapping[str, bytes], renewed: Sequence[str] = ()) -> Left:
        """Return what lies at `place` now."""
        return Left.at(Old.left(place, self.entries, self.known), closing, renewed)

    def outcome(self, manifest: bytes, old: Mapping[str, Entry], left: Left | None = None) -> Written:
        """Return the counts against the `old` bundle that lay there before."""
        return Written(
            files=len(self.entries),
            written=len(self.new),
            unchanged=len(self.entries) - len(self.new),
            removed=sum(path not in self.entries for path in old),
            manifest_sha256=left.hashes[MANIFEST] if left else sha256_hex(manifest),
            left=left,
        )


def look_at_new_pictures(
    account: Account, read: Callable[[str], bytes], look_at_picture: LookAtPicture, context: JobContext
) -> None:
    """Open each new picture again and raise `Fault` for the first that does not state what was promised of it.

    One that was taken over has the bytes that an earlier export looked at.
    """
    for name in account.new:
        entry = account.entries[name]
        if entry.role is FileRole.IMAGE:
            context.check()
            trouble = look_at_picture(read(name), entry.promised)
            if trouble:
                raise Fault(
                    say("“{file}” did not keep what is known of its picture. Nothing was exported.", file=name),
                    trouble,
                )
    context.check()

"""What a delivery has to do: a bundle here held against what lies at the far place. Decides, and touches nothing.

A delivery lays a note at the far place before it changes anything there, and takes it away at its end. While the note
is there, what the manifest beside it says of the files that the note names is not believed: somebody was stopped.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from editor.core.files import sha256_hex
from editor.domain.slug import slug_key
from editor.publish.bundle import FileRole
from editor.publish.manifest import MANIFEST, Entry, Manifest, is_safe_path
from editor.publish.signature import PUBLIC_KEY, SIGNATURE

NOTE = "makala-delivery.json"
# What readers come by goes after what it leads to.
_ORDER = (FileRole.IMAGE, FileRole.THEME, FileRole.TEXT, FileRole.PAGE, FileRole.DATA, FileRole.FEED)
_CLOSING = (SIGNATURE, PUBLIC_KEY, MANIFEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a delivery under way says of itself: its own token, what it writes, and what it takes away."""

    run: str
    writes: frozenset[str] = frozenset()
    removes: frozenset[str] = frozenset()

    @property
    def data(self) -> bytes:
        """Return the note as the bytes of its file."""
        plain = {"run": self.run, "writes": sorted(self.writes), "removes": sorted(self.removes)}
        return json.dumps(plain, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Far:
    """What lies at the far place: its manifest, the note of a delivery that was stopped, the names beside them."""

    manifest: Manifest | None = None
    manifest_sha256: str = ""
    note: Note | None = None
    seals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is written and in which order, what is taken away afterwards, and what stays as it is.

    `closing` are the files that end the delivery: the signature and the manifest, which says that all is there.
    What `meets` is taken away before anything is written: on some systems these are the names of new files.
    """

    writes: tuple[Entry, ...]
    closing: tuple[str, ...]
    removes: tuple[str, ...]
    meets: tuple[str, ...] = ()
    unchanged: int
    done: int

    @property
    def bytes(self) -> int:
        """Return how many bytes of the bundle's files are to be written."""
        return sum(entry.bytes for entry in self.writes)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to do."""
        return not (self.writes or self.closing or self.removes or self.meets)

    def note(self, run: str, far: Far) -> Note:
        """Return the note to lay down before this plan is carried out, with what an earlier one still says."""
        before = far.note or Note(run="")
        return Note(
            run=run,
            writes=before.writes | {entry.path for entry in self.writes},
            removes=before.removes | {*self.removes, *self.meets},
        )


def plan_for(bundle: Manifest, closing: Mapping[str, bytes], far: Far, done: Mapping[str, str]) -> Plan:
    """Return what brings `far` to the state of `bundle`, whose last files are `closing`.

    `done` says by path which bytes (SHA-256) the delivery that was stopped has written and looked at; it counts only
    where the note at the far place is that delivery's own. Only what the far manifest or note names is taken away.
    """
    entries, there = bundle.entries, far.manifest.entries if far.manifest else {}
    unsure = far.note.writes | far.note.removes if far.note else frozenset()
    gone = (there.keys() | unsure | far.seals) - entries.keys() - closing.keys() - {MANIFEST, NOTE}
    going, coming = {slug_key(path) for path in gone}, {slug_key(path) for path in (*entries, *closing)}
    stays = {path for path in entries if slug_key(path) not in going}
    same = {path for path in stays & there.keys() - unsure if _is_same(entries[path], there[path])}
    finished = {path for path, digest in done.items() if path in stays and entries[path].sha256 == digest}
    writes = [entry for path, entry in entries.items() if path not in same and path not in finished]
    is_closed = (
        far.note is None
        and far.manifest_sha256 == sha256_hex(closing[MANIFEST])
        and far.seals == closing.keys() - {MANIFEST}
    )
    return Plan(
        writes=tuple(sorted(writes, key=_place)),
        closing=() if is_closed else tuple(name for name in _CLOSING if name in closing),
        removes=tuple(sorted(path for path in gone if is_safe_path(path) and slug_key(path) not in coming)),
        meets=tuple(sorted(path for path in gone if is_safe_path(path) and slug_key(path) in coming)),
        unchanged=len(same),
        done=len(finished - same),
    )


def read_note(data: bytes | None) -> Note | None:
    """Return the note in `data`. One that cannot be read counts as one that says nothing."""
    if data is None:
        return None
    try:
        plain = json.loads(data)
        return Note(
            run=str(plain["run"]),
            writes=frozenset(_paths(plain["writes"])),
            removes=frozenset(_paths(plain["removes"])),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def sample(entries: Collection[Entry], count: int) -> list[Entry]:
    """Return up to `count` of `entries`, spread evenly over them by their hashes: the same ones for the same bundle."""
    return sorted(entries, key=lambda entry: (entry.sha256, entry.path))[:count]


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that lies above one of `paths`."""
    return {folder for path in paths for folder in _above(path)}


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _paths(plain: object) -> list[str]:
    if not isinstance(plain, list):
        raise TypeError("no list")
    return [path for path in plain if isinstance(path, str) and is_safe_path(path)]


def _is_same(entry: Entry, there: Entry) -> bool:
    return (entry.sha256, entry.bytes) == (there.sha256, there.bytes)


def _place(entry: Entry) -> tuple[int, bool, str]:
    """Return where in the order a file comes: pages that lead to others, which name no article, after those."""
    return _ORDER.index(entry.role), entry.role is FileRole.PAGE and not entry.article, entry.path

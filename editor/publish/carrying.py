"""Carries a bundle to a far place by its plan, so that readers meet whole pages at every moment of it.

The order: the note that says what is under way; files that others lead to; the pages; signature and manifest, which
say that all is there; then what is gone is taken away, and the note last. Whoever is stopped in between goes on later.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.core.errors import Fault, UserError
from editor.core.files import faults, is_no_file, sha256_hex, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.publish.delivery import NOTE, Far, Note, Plan, plan_for, sample
from editor.publish.far_place import FarPlace
from editor.publish.manifest import MANIFEST, Entry, Manifest, is_safe_path, read_manifest
from editor.publish.signature import SEALS
from editor.publish.target import opened_zip, zip_manifest_data

_NOT_WHOLE = say("This bundle is not what was exported, so it is not delivered.")
_EXPORT_AGAIN = say("Export again, or see with Verify what is wrong.")
_CLOSING_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle here, folder or zip, as what is delivered."""

    manifest: Manifest
    closing: Mapping[str, bytes]
    _path: Path
    _archive: zipfile.ZipFile | None

    def read(self, entry: Entry) -> bytes:
        """Return a file's bytes; raise `UserError` when they are not those of the manifest."""
        try:
            data = self._read(entry.path, entry.bytes + 1)
        except (KeyError, zipfile.BadZipFile, RuntimeError, FileNotFoundError) as error:
            raise UserError(_NOT_WHOLE, _EXPORT_AGAIN) from error
        if len(data) != entry.bytes or sha256_hex(data) != entry.sha256:
            raise UserError(_NOT_WHOLE, _EXPORT_AGAIN)
        return data

    def _read(self, path: str, most: int) -> bytes:
        if not is_safe_path(path):
            raise KeyError(path)
        opened = self._archive.open(path) if self._archive else (self._path / path).open("rb")
        with opened as stream:
            return stream.read(most)


@contextlib.contextmanager
def opened_bundle(path: Path) -> Iterator[Bundle]:
    """Yield the bundle at `path`; raise `UserError` where there is none, `Fault` when it cannot be read."""
    with contextlib.ExitStack() as stack:
        try:
            with faults(say("“{path}” could not be read.", path=path)):
                if path.is_dir():
                    archive, data = None, (path / MANIFEST).read_bytes()
                    closing = {name: (path / name).read_bytes() for name in SEALS if (path / name).is_file()}
                elif is_no_file(path):  # a pipe would be waited for
                    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
                else:
                    archive = stack.enter_context(opened_zip(path))
                    data = zip_manifest_data(archive)
                    closing = {name: archive.read(name) for name in SEALS if name in archive.namelist()}
        except (zipfile.BadZipFile, Fault) as error:
            if isinstance(error, Fault) and not isinstance(error.__cause__, FileNotFoundError):
                raise
            raise UserError(
                say("There is no bundle in “{path}”.", path=path), say("Name the folder or zip file that was exported.")
            ) from error
        yield Bundle(read_manifest(data), {**closing, MANIFEST: data}, path, archive)


@dataclass
class Memory:
    """What a delivery that was stopped had written, kept in a file of this computer that may be deleted.

    It counts only while the note at the far place is that of the same delivery (`run`).
    """

    file: Path | None
    run: str = ""
    done: dict[str, str] = field(default_factory=dict)

    def read(self, far: Far) -> dict[str, str]:
        """Return the hashes by path of what was written already, and go on with that delivery's account."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            if self.file is not None and far.note is not None:
                lines = self.file.read_text(encoding="utf-8").splitlines()
                if lines and json.loads(lines[0])["run"] == far.note.run:
                    self.done = dict(_lines(lines[1:]))
        return self.done

    def begin(self, run: str) -> None:
        """Begin the account of the delivery `run` with what is known to be done."""
        self.run = run
        lines = [json.dumps({"run": run}), *(json.dumps(one) for one in self.done.items())]
        with contextlib.suppress(OSError):
            if self.file is not None:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.file, "".join(f"{line}\n" for line in lines).encode())

    def add(self, path: str, digest: str) -> None:
        """Note that a file is there."""
        with contextlib.suppress(OSError):
            if self.file is not None:
                with self.file.open("a", encoding="utf-8") as stream:
                    stream.write(f"{json.dumps([path, digest])}\n")

    def forget(self) -> None:
        """Let go of the account: the delivery is done."""
        with contextlib.suppress(OSError):
            if self.file is not None:
                self.file.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What came of it: how many files were written, taken away, left as they were, and looked at again afterwards."""

    written: int
    removed: int
    unchanged: int
    bytes: int
    looked_at: int


def planned(bundle: Bundle, place: FarPlace, memory: Memory, *, is_taken_over: bool) -> tuple[Plan, Far]:
    """Return what there is to do, having looked at the place and changed nothing."""
    far = place.look(is_taken_over=is_taken_over)
    return plan_for(bundle.manifest, bundle.closing, far, memory.read(far)), far


def carry(
    bundle: Bundle, place: FarPlace, work: tuple[Plan, Far], memory: Memory, run: str, context: JobContext, *, look: int
) -> Carried:
    """Carry `work` out under the token `run`, and read `look` of the written files again afterwards, -1 for all.

    Raises `Fault` when the place is in the way, `UserError` for a bundle that is not whole. Whatever stops it, the
    next delivery goes on from there.
    """
    plan, far = work
    if plan.is_empty:
        return Carried(written=0, removed=0, unchanged=plan.unchanged, bytes=0, looked_at=0)
    note = plan.note(run, far)
    place.write(NOTE, note.data, "application/json")
    memory.begin(run)
    for path in plan.meets:
        place.remove(path)
    _write(bundle, place, plan, memory, context)
    _refuse_two(place, note)
    for name in plan.closing:
        place.write(name, bundle.closing[name], _CLOSING_TYPE if name != MANIFEST else "application/json")
    for path in plan.removes:
        context.report(0.95, say("Taking away {file}", file=path))
        place.remove(path)
    place.remove_folders((*plan.removes, *plan.meets), bundle.manifest.entries)
    looked_at = _look(bundle, place, plan, context, look)
    place.remove(NOTE)
    memory.forget()
    context.report(1.0, say("Delivered"))
    return Carried(
        written=len(plan.writes),
        removed=len(plan.removes) + len(plan.meets),
        unchanged=plan.unchanged + plan.done,
        bytes=plan.bytes,
        looked_at=looked_at,
    )


def _write(bundle: Bundle, place: FarPlace, plan: Plan, memory: Memory, context: JobContext) -> None:
    total, sent = plan.bytes or 1, 0
    for entry in plan.writes:
        context.report(0.9 * sent / total, say("Delivering {file}", file=entry.path))
        place.write(entry.path, bundle.read(entry), entry.type)
        memory.add(entry.path, entry.sha256)
        sent += entry.bytes


def _refuse_two(place: FarPlace, note: Note) -> None:
    """Raise `Fault` where another delivery has laid its own note over ours meanwhile: both would mix."""
    if place.read(NOTE) != note.data:
        raise Fault(
            say("Somebody else is delivering to this place just now. The manifest there was not touched."),
            say("Wait until they are done, then deliver again."),
        )


def _look(bundle: Bundle, place: FarPlace, plan: Plan, context: JobContext, count: int) -> int:
    """Read the manifest and some of the files again; raise `Fault` for one that is not what was sent."""
    entries = list(plan.writes) if count >= 0 else list(bundle.manifest.entries.values())
    chosen = sample(entries, len(entries) if count < 0 else count)
    if place.read(MANIFEST) != bundle.closing[MANIFEST]:
        raise Fault(_OTHERWISE, say("The manifest there is another one."))
    for number, entry in enumerate(chosen):
        context.report(0.96 + 0.04 * number / len(chosen), say("Looking at {file}", file=entry.path))
        data = place.read(entry.path, entry.bytes + 1)
        if data is None or sha256_hex(data) != entry.sha256:
            raise Fault(_OTHERWISE, say("“{file}” there is not what was sent.", file=entry.path))
    return len(chosen)


_OTHERWISE: Message = say("What lies at the place now is not what was delivered. Deliver again.")


def _lines(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a killed delivery could write down; the last line may be cut."""
    for line in lines:
        with contextlib.suppress(ValueError):
            path, digest = json.loads(line)
            yield str(path), str(digest)

"""The new files of an export beside its place, and how they become the bundle: a new tree, or an amended old one."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from editor.core.errors import Fault
from editor.core.files import faults, os_cause, sync_folder
from editor.core.messages import say
from editor.publish.amending import HALFWAY, Plan, can_amend, commit, settle, write_plan
from editor.publish.exchange import Later, put, remove
from editor.publish.making import write_file
from editor.publish.manifest import JOURNAL, MANIFEST
from editor.publish.reuse import Old
from editor.publish.signature import SEALS

# Above this many new files one order to the system to write everything down is faster than one for each.
_SYNC_SINGLY = 200
# A bundle of fewer files is exchanged whole in a moment; of more, one in four may be new for it to be amended.
AMENDED_FROM = 400
_MOST_NEW = 4
_DISK_THREADS = 8
UNCONFIRMED = say("The new bundle is in its place, but the disk did not confirm that it is written down.")


class Stage:
    """The folder beside the place that new files are written into, begun with the first.

    `written` says by their names where in it they lie: there, or if `is_flat` side by side under numbers, for what
    shall only amend a bundle needs no folders that are made to be taken away again. Then each is brought to disk while
    the next is made. What is not to be lasting is not brought to disk: the power may take it.
    """

    def __init__(self, folder: Path, place: Path, *, is_flat: bool = False, is_lasting: bool = True) -> None:
        self.folder = folder
        self._place = place
        self._is_flat = is_flat
        self._is_lasting = is_lasting
        self.written: dict[str, str] = {}
        self._threads = ThreadPoolExecutor(_DISK_THREADS)  # a disk writes down many in the time of a few
        self._under_way: list[Future[None]] = []

    def begin(self) -> str:
        """Make the folder if it is not there yet; return its path."""
        with contextlib.suppress(FileExistsError):
            self.folder.mkdir()
        return os.fspath(self.folder)

    def write(self, name: str, data: bytes) -> int:
        """Write the file `name`; return when, by the clock of its disk (nanoseconds)."""
        lies = str(len(self.written)) if self._is_flat else name
        changed = write_file(self.begin(), lies, data)
        self.written[name] = lies
        if self._is_flat and self._is_lasting:
            self._under_way.append(self._threads.submit(self._sync, name))
        return changed

    def outlast(self) -> threading.Thread | None:
        """Have many new files brought to disk while other work goes on; None where there are few."""
        if len(self.written) <= _SYNC_SINGLY or not hasattr(os, "sync") or not self._is_lasting:
            return None
        thread = threading.Thread(target=os.sync, name="makala-sync")
        thread.start()
        return thread

    def put(
        self,
        kept: Sequence[str],
        gone: Iterable[str],
        old: Old | None,
        syncing: threading.Thread | None,
        later: Later,
    ) -> None:
        """Make the new files and those `kept` of the `old` bundle the bundle; `gone` are in it no more.

        Raises `OSError`: then the bundle is the one before; `Fault` where it is the new one, or carries the journal
        that leads to it.
        """
        going = sorted(gone)
        is_big = len(kept) > max(AMENDED_FROM, (_MOST_NEW - 1) * len(self.written))
        if old is not None and is_big and can_amend(self._place, self.written.keys(), going):
            self.amend(going, syncing)
            return
        for name in kept:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if old is not None and not old.lend(name, path):
                self.written[name] = name
        self._bring_to_disk(syncing)
        put(self.folder, self._place, later)
        with faults(UNCONFIRMED):
            sync_folder(self._place.parent)

    def amend(self, going: Sequence[str], syncing: threading.Thread | None = None) -> None:
        """Move the new files into the bundle that lies there and take those `going` out, as `can_amend` has allowed.

        Raises `OSError`. Then the bundle is the one before, or carries the journal that leads to the new one.
        """
        names = sorted(self.written, key=lambda name: (name == MANIFEST, name))
        self._bring_to_disk(syncing)
        write_plan(self.folder, Plan({name: self.written[name] for name in names}, going))
        try:
            commit(self.folder, self._place)
            settle(self._place)
        except OSError as error:
            if os.path.lexists(self._place / JOURNAL):
                raise Fault(HALFWAY, os_cause(error)) from error
            raise

    def drop(self) -> None:
        """Take the folder away again, as well as the disk allows."""
        self._threads.shutdown(cancel_futures=True)
        with contextlib.suppress(OSError):
            remove(self.folder)

    def _bring_to_disk(self, syncing: threading.Thread | None) -> None:
        """Have the new files on disk, not only in memory, before they take the old ones' place."""
        rest = list(self.written) if self._is_lasting and not self._is_flat else []
        if syncing is not None:
            syncing.join()
            rest = [name for name in rest if name == MANIFEST or name in SEALS]  # written after the order went out
        elif len(rest) > _SYNC_SINGLY and hasattr(os, "sync"):
            os.sync()
            return
        with self._threads:
            self._under_way += [self._threads.submit(self._sync, name) for name in rest]
            for one in self._under_way:
                one.result()

    def _sync(self, name: str) -> None:
        with (self.folder / self.written[name]).open("rb+") as stream:
            os.fsync(stream.fileno())

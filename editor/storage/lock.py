"""One writer per newsroom: an advisory lock that the system drops with its process, and a note that says whose it is.

The lock alone decides. The note only names its holder in messages: one left by a killed process blocks nobody.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.clock import instant_text
from editor.core.errors import Fault
from editor.core.files import faults, knows_no_locks
from editor.core.messages import Message, say
from editor.i18n.zones import shown_zone, zone_named

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = ".lock"
NOTE_NAME = ".lock-holder.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a newsroom open for writing. `since` is RFC 3339 text. All empty where the note cannot be read."""

    person: str = ""
    machine: str = ""
    pid: int = 0
    since: str = ""

    @property
    def name(self) -> str:
        """Return the holder in a few words: "Amina (desk-3)"."""
        if self.person and self.machine:
            return f"{self.person} ({self.machine})"
        return self.person or self.machine or "?"

    @property
    def words(self) -> Message:
        """Return the sentence that says who holds the newsroom."""
        if not self.machine:
            return say("Another window has this newsroom open for writing.")
        return say(
            "{name} has this newsroom open for writing, since {since}. Close it there, or open it here to read.",
            name=self.name,
            since=_wall_time(self.since),
        )

    def reading_words(self, now: datetime, zone: str = "") -> Message:
        """Return the sentence for a window that shows the newsroom to read; today is said by the time alone.

        `zone` is the newsroom's, by whose clock all other times in its window are said; "" is this machine's.
        """
        if not self.machine:
            return say("You can read here. Writing is open in another window.")
        return say(
            "You can read here. Writing is open at {name}, since {since}.",
            name=self.name,
            since=_wall_time(self.since, now, zone),
        )


class Lock:
    """A newsroom held for writing. Made by `take_lock`; released by whoever took it."""

    def __init__(self, lock: BaseFileLock, note: Path) -> None:
        self._lock = lock
        self._note = note

    def release(self) -> None:
        """Let others write. A second call does nothing."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.release(force=True)


def take_lock(folder: Path, person: str, now: datetime) -> Lock | Holder:
    """Return the lock of the newsroom in `folder`, or who holds it; raises `Fault` when none can be taken there."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK_NAME, blocking=False, thread_local=False, fallback_to_soft=False)
    with faults(say("This newsroom could not be opened for writing.")):
        try:
            lock.acquire()
        except Timeout:
            return holder_of(folder)
        except OSError as error:
            if not knows_no_locks(error):
                raise
            raise Fault(
                say("This newsroom could not be opened for writing."),
                say("The place it lies on cannot keep two windows apart. Move the folder to a disk of this machine."),
                can_retry=False,
            ) from error
        held = Lock(lock, folder / NOTE_NAME)
        try:
            _write_note(folder / NOTE_NAME, person, now)
        except BaseException:
            held.release()
            raise
    return held


def holder_of(folder: Path) -> Holder:
    """Return who the note says holds the newsroom; an unreadable note gives an unnamed holder."""
    try:
        note = json.loads((folder / NOTE_NAME).read_text(encoding="utf-8"))
        return Holder(
            person=str(note["person"]), machine=str(note["machine"]), pid=int(note["pid"]), since=str(note["since"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _wall_time(instant: str, now: datetime | None = None, zone: str = "") -> str:
    """Return RFC 3339 text as the wall time of `zone`, "2026-01-14 15:00", or "15:00" on the day of `now`.

    Without a zone it is this machine's. What is no instant comes back as it is.
    """
    clock = zone_named(shown_zone(zone)) if zone else None
    try:
        local = datetime.fromisoformat(instant).astimezone(clock)
        is_today = now is not None and now.astimezone(clock).date() == local.date()
    except (ValueError, OverflowError):
        return instant
    return f"{local:%H:%M}" if is_today else f"{local:%Y-%m-%d %H:%M}"


def _write_note(path: Path, person: str, now: datetime) -> None:
    holder = Holder(person=person, machine=platform.node() or "?", pid=os.getpid(), since=instant_text(now))
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

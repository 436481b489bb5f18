"""The full check of a newsroom, in words: what is sound, what is not, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.storage import backup_file, soundness

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One result. `hint` says what to do; empty where there is nothing to do.

    `needs_index`: the search index is to be made anew.
    """

    message: Message
    is_good: bool = True
    hint: Message = field(default_factory=Message)
    needs_index: bool = False


def look_through(folder: Path, now: datetime, context: JobContext) -> list[Finding]:
    """Return what is found in the newsroom in `folder` and in its newest backup. Long: a job."""
    looking, reading = context.split(4, 1)
    return [*_findings(soundness.look_through(folder, looking)), *_of_backup(folder, now, reading)]


def _findings(found: soundness.Soundness) -> Iterator[Finding]:
    if found.damage:
        yield Finding(say("The newsroom's file is damaged."), is_good=False, hint=found.damage)
        return
    yield Finding(say("The newsroom's file is sound: {count} articles, every page read.", count=found.articles))
    if found.dangling:
        yield Finding(
            say("{count} entries refer to something that is not there.", count=found.dangling),
            is_good=False,
            hint=say("Bring back an earlier backup into a new folder and compare."),
        )
    if found.has_bad_index or found.unindexed:
        yield Finding(
            say("The search does not know every word."),
            is_good=False,
            hint=say("No text is touched by this. It is being made anew now; in a minute or two it knows all again."),
            needs_index=True,
        )
    else:
        yield Finding(say("The search knows every article."))
    yield from _of_pictures(found)


def _of_pictures(found: soundness.Soundness) -> Iterator[Finding]:
    for names, message in (
        (found.missing, say("The originals of these pictures are gone: {names}", names=_listed(found.missing))),
        (found.altered, say("These pictures are not as they were taken in: {names}", names=_listed(found.altered))),
    ):
        if names:
            yield Finding(message, is_good=False, hint=say("Take the files in again: the same file is put in place."))
    if not found.missing and not found.altered:
        yield Finding(say("All {count} pictures are byte for byte as they were taken in.", count=found.images))
    if found.lost_in_trash:
        yield Finding(say("{count} pictures in the trash have lost their file.", count=found.lost_in_trash))
    if found.strays:
        yield Finding(say("{count} picture files belong to nothing. They do no harm.", count=found.strays))


def _of_backup(folder: Path, now: datetime, context: JobContext) -> Iterator[Finding]:
    newest = next(iter(backup_file.backups(folder)), None)
    if newest is None:
        yield Finding(say("There is no backup yet."), is_good=False, hint=say("Choose “Back up now”."))
        return
    try:
        backup_file.check(newest.path, context)
    except (Fault, UserError, OSError) as error:
        yield Finding(say("The newest backup cannot be read back."), is_good=False, hint=_why(error))
        return
    hours = int((now - newest.at).total_seconds() // 3600)
    yield Finding(say("The newest backup was read back whole. It is {hours} hours old.", hours=hours))


def _why(error: Exception) -> Message:
    match error:
        case Fault():
            return error.cause
        case UserError():
            return error.message
        case _:
            return Message(str(error))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")

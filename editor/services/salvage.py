"""A damaged newsroom's way out when no backup will do: a new newsroom of what can be read, and an honest account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from editor.core.jobs import JobContext
from editor.core.messages import nsay, say
from editor.services.soundness import Finding
from editor.storage import salvage as storage

_NAMED = 8


def salvage(folder: Path, target: Path, context: JobContext) -> list[Finding]:
    """Make a newsroom in `target` of what can be read of the damaged one in `folder`; return what came of it.

    The damaged one is not touched. Raises `UserError` when `target` holds something, `Fault` when nothing can be read.
    """
    return list(_account(storage.salvage(folder, target, context)))


def _account(found: storage.Salvaged) -> Iterator[Finding]:
    whole = found.articles - len(found.without_text) - len(found.from_version)
    yield Finding(nsay("{n} article came through whole.", "{n} articles came through whole.", whole))
    yield Finding(nsay("{n} version of articles is there.", "{n} versions of articles are there.", found.versions))
    if found.from_version:
        yield Finding(
            say("Parts of these were lost and stand as they were kept last: {names}", names=_named(found.from_version)),
            is_good=False,
        )
    if found.without_text:
        yield Finding(
            say("Of these, only what is around the text was left: {names}", names=_named(found.without_text)),
            is_good=False,
            hint=say("Look for their text in a backup."),
        )
    if found.lost:
        yield Finding(
            nsay("Of {n} article nothing could be read.", "Of {n} articles nothing could be read.", found.lost),
            is_good=False,
            hint=say("Look for them in a backup."),
        )
    if found.missing:
        yield Finding(
            say("These pictures have lost their file: {names}", names=_named(found.missing)),
            is_good=False,
            hint=say("Take the files in again: the same file is put in place."),
        )
    if found.unread:
        yield Finding(
            say("What was noted of these pictures could not be read: {names}", names=_named(found.unread)),
            is_good=False,
            hint=say("Look for it in a backup."),
        )
    if found.loose:
        yield Finding(
            nsay(
                "{n} picture is there without what was noted of it.",
                "{n} pictures are there without what was noted of them.",
                found.loose,
            ),
            is_good=False,
            hint=say("Take it in from the folder “{folder}” of the new newsroom.", folder=storage.LOOSE_NAME),
        )
    yield from _about_settings(found.unset)
    if found.is_renamed:
        yield Finding(
            say("The newsroom's own settings were lost."), is_good=False, hint=say("Set its name and editions again.")
        )


def _about_settings(unset: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    said = {
        "edition": (
            say("These editions could not be read: {names}", names=_named(unset.get("edition", ()))),
            say("Make them again in the newsroom's settings."),
        ),
        "house_style": (
            say(
                "The newsroom's own way of writing dates could not be read for: {names}",
                names=_named(unset.get("house_style", ())),
            ),
            say("Set it again in the newsroom's settings, under Dates."),
        ),
        "page_label": (
            say("These words of the pages could not be read: {names}", names=_named(unset.get("page_label", ()))),
            say("Write them again in the newsroom's settings, under Labels."),
        ),
    }
    for table in unset:
        message, hint = said[table]
        yield Finding(message, is_good=False, hint=hint)


def _named(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names[:_NAMED]) + (" …" if len(names) > _NAMED else "")

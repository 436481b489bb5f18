"""A backup as a row of a list: when it was made and what was changed last, why, how much it holds, where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.messages import Message, nsay, say
from editor.i18n.interface import tr, words
from editor.ui.widgets.marked_list import MarkedRow
from editor.ui.widgets.wall_time import wall_text

if TYPE_CHECKING:
    from editor.services.safekeeping import BackupReport


def backup_row(backup: BackupReport, place: Path | None, zone: str) -> MarkedRow:
    """Return the row of `backup`, its time in `zone` (IANA name); `place` names where a copy lies that is elsewhere."""
    holds = backup.holds
    parts: list[Message] = [backup.reason]
    if holds is not None:
        parts.append(nsay("{n} article", "{n} articles", holds.articles))
        parts.append(nsay("{n} picture", "{n} pictures", holds.images))
    parts.append(say("{size} MB", size=f"{max(backup.bytes / 1_000_000, 0.1):.1f}"))
    if place is not None:
        parts.append(say("in {place}", place=str(place)))
    said = wall_text(backup.at.replace(second=0), zone)
    if holds is not None and holds.headline:
        said = tr("{when}: last changed “{headline}”", when=said, headline=holds.headline)
    return MarkedRow(said=said, about=" · ".join(map(words, parts)), mark="done" if backup.verified else "warn")

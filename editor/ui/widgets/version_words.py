"""What a row of the history says of a version: why it was kept, by whom, and what changed in it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from editor.domain.article import Status
from editor.domain.version import VersionHead, VersionKind
from editor.domain.version_fields import groups_of
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import interface_language, ntr, tr, words
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.wall_time import short_time, zone_of

ICONS: dict[VersionKind, str] = {
    VersionKind.PAUSE: "",
    VersionKind.LEFT: "",
    VersionKind.NAMED: "pin",
    VersionKind.STATUS: "status",
    VersionKind.RESTORE: "undo",
    VersionKind.UPDATE: "take-in",
    VersionKind.SIGNED: "done",
    VersionKind.TRANSLATED: "language",
}


def reason_of(head: VersionHead) -> str:
    """Return why the version was kept, its name where it has one."""
    match head.kind:
        case VersionKind.NAMED:
            said = head.label or tr("Unnamed version")
        case VersionKind.STATUS:
            said = tr("Status: {status}", status=words(STATUS_WORDS[Status(head.label)]))
        case VersionKind.RESTORE:
            said = tr("Before it was replaced")
        case VersionKind.UPDATE:
            said = tr("Before it was taken in again")
        case VersionKind.SIGNED:
            said = tr("Signed off by {name}", name=head.label)
        case VersionKind.TRANSLATED:
            said = tr("As it was translated: {language}", language=language_words(head.label))
        case _:
            said = ""
    return said


def changes_of(head: VersionHead, *, is_first: bool) -> str:
    """Return what changed since the version before, in words."""
    if is_first:
        return tr("The first version")
    groups = ", ".join(words(group.title) for group in groups_of(head.fields))
    counts = [ntr("{n} word more", "{n} words more", head.added)] if head.added else []
    counts += [ntr("{n} word less", "{n} words less", head.removed)] if head.removed else []
    return " · ".join([groups, *counts]) if groups else tr("Nothing changed")


def day_of(instant: datetime, zone: str) -> date:
    """Return the day of `instant` as the calendars of `zone` show it."""
    return instant.astimezone(zone_of(zone)).date()


def day_words(day: date, today: date) -> str:
    """Return `day` as the heading of its versions."""
    if day == today:
        return tr("Today")
    if (today - day).days == 1:
        return tr("Yesterday")
    return _locale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def time_words(instant: datetime, zone: str) -> str:
    """Return the time of `instant` as the clocks of `zone` show it, in 24 hours as everywhere in the window."""
    return short_time(instant, zone, instant)


def short_words(head: VersionHead, zone: str) -> str:
    """Return what a version is called in a list of choices: its day and time, and why it was kept."""
    day = day_of(head.at, zone)
    shown = _locale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
    said = f"{shown} {time_words(head.at, zone)}"
    return f"{said} · {reason}" if (reason := reason_of(head)) else said


def _locale() -> QLocale:
    return QLocale(interface_language().replace("-", "_"))

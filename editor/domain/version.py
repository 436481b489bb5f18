"""Kept versions of an article: why each was kept, and the rule by which a newsroom lets old ones go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from editor.core.messages import Message, say

STRETCH_SECONDS = 600  # writing that never pauses is parted into stretches of at most ten minutes
QUIET_SECONDS = 60
OLD_DAYS = 30


class VersionKind(StrEnum):
    """Why a version was kept."""

    PAUSE = "pause"  # the writing rested for a minute, or went on for ten
    LEFT = "left"  # another article was opened, or the window closed
    NAMED = "named"  # a person asked for it
    STATUS = "status"  # the article came to another status, which is the label
    RESTORE = "restore"  # it was the present when an older one, or what was typed meanwhile, took its place
    UPDATE = "update"  # it was the present when a file was taken in over it
    SIGNED = "signed"  # a person signed it off, whose name is the label
    TRANSLATED = "translated"  # a translation, whose language is the label, answers these words


class VersionRule(StrEnum):
    """Which versions a newsroom lets go when a person asks it to thin them out."""

    ALL = "all"
    DAILY = "daily"


RULE_WORDS: dict[VersionRule, Message] = {
    VersionRule.ALL: say("Keep them all"),
    VersionRule.DAILY: say("Older than 30 days: keep the last of each day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionHead:
    """One kept version: who made it, when (UTC), why. Its content is asked for by `id` and never edited.

    `fields` names the article fields that differ from the version before it, `added` and `removed` count the words.
    """

    id: str
    article_id: str
    at: datetime
    by: str
    kind: VersionKind
    label: str
    hash: str
    fields: tuple[str, ...] = ()
    added: int = 0
    removed: int = 0


def thinned(heads: Iterable[VersionHead], rule: VersionRule, now: datetime) -> frozenset[str]:
    """Return the ids of the versions of one article that `rule` lets go at the instant `now`.

    `DAILY`: of those older than 30 days that were kept without being asked for, the last of each day (UTC) stays.
    """
    if rule is VersionRule.ALL:
        return frozenset()
    last_of_day: dict[object, str] = {}
    gone: set[str] = set()
    for head in sorted(heads, key=lambda head: (head.at, head.id), reverse=True):
        if head.kind not in {VersionKind.PAUSE, VersionKind.LEFT} or now - head.at < timedelta(days=OLD_DAYS):
            continue
        if last_of_day.setdefault(head.at.date(), head.id) != head.id:
            gone.add(head.id)
    return frozenset(gone)

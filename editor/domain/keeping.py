"""Which backups are kept: the rule by age that a person is shown, as one function of instants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from editor.core.messages import say

HOURS, DAYS, WEEKS, ALWAYS = 24, 14, 8, 3
RULE = say(
    "Kept are the last backup of each hour for {hours} hours, of each day for {days} days and of each week for "
    "{weeks} weeks, and always the last {always}. Those you make yourself stay until you remove them.",
    hours=HOURS,
    days=DAYS,
    weeks=WEEKS,
    always=ALWAYS,
)

_HOUR, _DAY, _WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
_MONDAY = datetime(1970, 1, 5, tzinfo=UTC)


def given_up(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return those of the instants at which backups were made (aware) that `RULE` gives up at `now`.

    What seems to come from the future, because a clock was set back, is kept.
    """
    instants = sorted(set(made), reverse=True)
    kept = set(instants[:ALWAYS]) | {at for at in instants if at > now}
    for span, count in ((_HOUR, HOURS), (_DAY, DAYS), (_WEEK, WEEKS)):
        young = [at for at in instants if now - at <= span * count]
        kept |= set(_newest_of_each(young, span))
    return set(instants) - kept


def _newest_of_each(instants: Iterable[datetime], span: timedelta) -> Iterable[datetime]:
    """Return the newest of each `span` of the calendar (UTC, weeks from Monday)."""
    return {(at - _MONDAY) // span: at for at in sorted(instants)}.values()

"""Wall times, what the clocks of a zone show, made instants: one, or two where clocks were put back or forward."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.i18n.zones import zone_named


class WallTimeError(UserError):
    """A wall time that a zone's clocks showed twice or never. `instants` are the two it may mean, in UTC, in order."""

    def __init__(self, message: Message, hint: Message, instants: tuple[datetime, datetime]) -> None:
        super().__init__(message, hint)
        self.instants = instants


def instant_at(wall: datetime, zone: str) -> datetime:
    """Return the instant (UTC) at which the clocks of `zone` show `wall` (naive); `WallTimeError` unless it is one.

    `OverflowError` at the ends of time.
    """
    place = zone_named(zone)
    first, second = (wall.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    instants = first.astimezone(UTC), second.astimezone(UTC)
    if instants[0] == instants[1]:
        return instants[0]
    shown = {"time": f"{wall:%Y-%m-%d %H:%M:%S}", "zone": zone}
    if instants[0] < instants[1]:
        raise WallTimeError(
            say("The clocks of {zone} show {time} twice: they are put back then.", **shown),
            say("Say which is meant: {first} or {second}.", **_both(instants, place)),
            instants,
        )
    instants = instants[1], instants[0]
    raise WallTimeError(
        say("The clocks of {zone} never show {time}: they are put forward past it.", **shown),
        say("Say which is meant: {first} or {second}.", **_both(instants, place)),
        instants,
    )


def _both(instants: tuple[datetime, datetime], place: tzinfo) -> dict[str, str]:
    first, second = (instant.astimezone(place).isoformat() for instant in instants)
    return {"first": first, "second": second}

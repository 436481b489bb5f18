"""Which years an instant may lie in: those that every zone, calendar and house style can show."""

from __future__ import annotations

from editor.core.errors import UserError
from editor.core.messages import say

FIRST_YEAR = 1000
LAST_YEAR = 9998


def check_year(year: int) -> None:
    """Raise `UserError` unless dates of `year` can be shown on a page, in any zone and calendar."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(
            say("The year {year} cannot be shown on a page.", year=str(year)),
            say("Dates lie between the years {first} and {last}.", first=str(FIRST_YEAR), last=str(LAST_YEAR)),
        )

"""The rule by age: much of the last day, something of the last months, never everything gone."""

from __future__ import annotations

from datetime import datetime, timedelta

from editor.domain.keeping import ALWAYS, DAYS, HOURS, WEEKS, given_up
from tests.builders import NOON


def _after(days: int, every: timedelta) -> set[datetime]:
    """Return what is left after backing up `every` so often, the rule being applied each time."""
    kept: set[datetime] = set()
    now = NOON
    while now - NOON < timedelta(days=days):
        kept.add(now)
        kept -= given_up(kept, now)
        now += every
    return kept


def test_pitfall_14_after_a_day_of_work_every_hour_is_there() -> None:
    assert len(_after(1, timedelta(hours=1))) == HOURS


def test_after_half_a_year_hours_days_and_weeks_are_there_and_no_more() -> None:
    kept = sorted(_after(180, timedelta(minutes=30)), reverse=True)
    now = kept[0]
    ages = [now - at for at in kept]
    assert HOURS + DAYS + WEEKS - 6 <= len(kept) <= HOURS + DAYS + WEEKS + 3
    assert sum(age <= timedelta(hours=24) for age in ages) >= HOURS
    assert max(ages) > timedelta(weeks=WEEKS - 1)
    assert max(ages) <= timedelta(weeks=WEEKS)


def test_those_of_one_hour_give_way_to_its_newest() -> None:
    made = [NOON + timedelta(minutes=minute) for minute in range(0, 60, 10)]
    kept = set(made) - given_up(made, NOON + timedelta(hours=2))
    assert max(made) in kept
    assert kept == set(sorted(made)[-ALWAYS:])


def test_the_last_ones_stay_however_old_they_are() -> None:
    made = [NOON - timedelta(days=400 + day) for day in range(10)]
    assert set(made) - given_up(made, NOON) == set(made[:ALWAYS])


def test_what_comes_from_the_future_is_kept() -> None:
    made = [NOON + timedelta(days=day) for day in range(1, 10)]
    assert given_up(made, NOON) == set()

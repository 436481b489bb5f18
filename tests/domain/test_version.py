"""Which versions a rule lets go: never one that was asked for, never the last of a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor.domain.version import OLD_DAYS, VersionKind, VersionRule, thinned
from tests.builders import NOON, a_version, an_article

ARTICLE = an_article()
NOW = NOON + timedelta(days=OLD_DAYS + 10)


def test_of_old_days_the_last_stays() -> None:
    day = [a_version(ARTICLE, id=str(hour), at=NOON + timedelta(hours=hour)) for hour in range(3)]
    next_day = a_version(ARTICLE, id="next", at=NOON + timedelta(days=1), kind=VersionKind.LEFT)
    fresh = [a_version(ARTICLE, id=f"fresh {n}", at=NOW - timedelta(minutes=n)) for n in range(3)]
    assert thinned([*fresh, *day, next_day], VersionRule.DAILY, NOW) == {"0", "1"}
    assert thinned([*fresh, *day, next_day], VersionRule.ALL, NOW) == frozenset()
    assert thinned([], VersionRule.DAILY, NOW) == frozenset()


@pytest.mark.parametrize("kind", sorted(set(VersionKind) - {VersionKind.PAUSE, VersionKind.LEFT}))
def test_what_somebody_asked_for_stays(kind: VersionKind) -> None:
    heads = [a_version(ARTICLE, id=str(n), at=NOON + timedelta(minutes=n), kind=kind) for n in range(5)]
    assert thinned(heads, VersionRule.DAILY, NOW) == frozenset()

"""What a row says of a version."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from editor.domain.version import VersionKind
from editor.ui.widgets.version_words import ICONS, changes_of, day_of, day_words, reason_of, short_words, time_words
from tests.builders import NOON, a_version, an_article

ARTICLE = an_article()


@pytest.mark.parametrize(
    ("kind", "label", "said"),
    [
        (VersionKind.PAUSE, "", ""),
        (VersionKind.LEFT, "", ""),
        (VersionKind.NAMED, "Before the weekend", "Before the weekend"),
        (VersionKind.NAMED, "", "Unnamed version"),
        (VersionKind.STATUS, "ready", "Status: Ready"),
        (VersionKind.RESTORE, "", "Before it was replaced"),
        (VersionKind.UPDATE, "", "Before it was taken in again"),
        (VersionKind.SIGNED, "Asha", "Signed off by Asha"),
    ],
)
def test_the_reason_is_said(kind: VersionKind, label: str, said: str) -> None:
    assert reason_of(a_version(ARTICLE, kind=kind, label=label)) == said
    assert kind in ICONS


def test_what_changed_is_said() -> None:
    head = a_version(ARTICLE, fields=("tags", "body"), added=3, removed=1)
    assert changes_of(head, is_first=False) == "Body, Tags · 3 words more · 1 word less"
    assert changes_of(head, is_first=True) == "The first version"
    assert changes_of(a_version(ARTICLE), is_first=False) == "Nothing changed"


def test_days_are_those_of_the_zone() -> None:
    late = NOON + timedelta(hours=11)
    assert day_of(late, "Asia/Tokyo") == date(2026, 1, 15)
    assert day_words(date(2026, 1, 15), date(2026, 1, 15)) == "Today"
    assert day_words(date(2026, 1, 14), date(2026, 1, 15)) == "Yesterday"
    assert "2026" in day_words(date(2026, 1, 1), date(2026, 1, 15))
    assert time_words(late, "Asia/Tokyo") == "08:00"
    assert time_words(NOON + timedelta(hours=3), "UTC") == "15:00"
    assert short_words(a_version(ARTICLE, at=NOON + timedelta(hours=3)), "UTC") == "14 Jan 2026 15:00"
    assert "Signed off by Asha" in short_words(a_version(ARTICLE, kind=VersionKind.SIGNED, label="Asha"), "UTC")

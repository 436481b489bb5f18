"""The list of versions: days, a filter, and the older ones when they are asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from editor.domain.version import VersionHead, VersionKind
from editor.ui.widgets.version_list import AT_ONCE, VersionList
from tests.builders import NOON, a_version, an_article

ARTICLE = an_article()


def _heads(count: int) -> list[VersionHead]:
    return [
        a_version(
            ARTICLE,
            id=str(number),
            at=NOON - timedelta(hours=number),
            kind=VersionKind.NAMED if number % 10 == 0 else VersionKind.PAUSE,
            label=f"Name {number}",
            fields=("body",),
        )
        for number in range(count)
    ]


@pytest.fixture
def versions(qtbot: QtBot) -> VersionList:
    made = VersionList("versions")
    qtbot.addWidget(made)
    made.retranslate()
    return made


def test_walking_chooses_and_the_choice_stays_when_more_come(qtbot: QtBot, versions: VersionList) -> None:
    versions.show_versions(_heads(3), "UTC", NOON, is_new=True)
    assert [versions.item(row).text() for row in range(2)] == ["Today", "Name 0 · Body"]
    with qtbot.waitSignal(versions.chosen) as said:
        versions.setCurrentRow(2)
    assert said.args == ["1"]
    with qtbot.assertNotEmitted(versions.chosen):
        versions.show_versions([a_version(ARTICLE, id="new", at=NOON), *_heads(3)], "UTC", NOON, is_new=False)
    assert versions.current == "1"
    versions.show_versions(_heads(2), "UTC", NOON, is_new=True)
    assert versions.current == ""


def test_named_ones_alone(versions: VersionList) -> None:
    versions.show_versions(_heads(25), "UTC", NOON, is_new=True)
    versions.show_asked_only(is_asked_only=True)
    assert versions.count_of_versions() == 3


def test_older_ones_are_shown_on_request(versions: VersionList) -> None:
    versions.show_versions(_heads(AT_ONCE + 30), "UTC", NOON, is_new=True)
    before = versions.count()
    assert versions.item(before - 1).text() == "Show 30 older versions"
    versions.entered.emit(before - 1)
    assert versions.count() > before
    assert versions.item(versions.count() - 1).text().endswith("The first version")

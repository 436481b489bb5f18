"""The age of the last verified backup is always in sight."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.ui.backup_age import OLD, BackupAge
from editor.ui.jobs import Jobs
from editor.ui.remembered import Remembered
from editor.ui.watch import Watch
from editor.ui.workspace import Workspace
from tests.builders import NOON


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def watch(desk: Desk) -> Watch:
    workspace = Workspace(desk)
    return Watch(workspace, Jobs(workspace), Remembered(workspace), workspace)


@pytest.fixture
def age(desk: Desk, watch: Watch, qtbot: QtBot, asked: list[str]) -> BackupAge:
    made = BackupAge(Workspace(desk, watch), watch, asked.append)
    qtbot.addWidget(made)
    return made


def test_pitfall_14_it_says_when_the_last_backup_was_made(age: BackupAge, watch: Watch) -> None:
    assert age.isHidden()
    watch.backed_up.emit(None, None)
    assert age.text() == "No backup yet"
    watch.note(NOON - timedelta(hours=1))
    assert age.text().startswith("Backed up ")
    assert not age.isHidden()
    first = age.text()
    watch.note(NOON - OLD - timedelta(hours=1))
    assert age.text() != first
    assert age.accessibleName() == age.text()


def test_trouble_with_the_other_place_is_told_quietly(age: BackupAge, watch: Watch) -> None:
    trouble = Fault(say("Not copied."), say("The stick is away."))
    watch.backed_up.emit(NOON, trouble)
    assert age.toolTip() == "Not copied. The stick is away."


def test_pressed_it_opens_the_backups(age: BackupAge, watch: Watch, asked: list[str]) -> None:
    watch.note(NOON)
    QTest.mouseClick(age, Qt.MouseButton.LeftButton)
    assert asked == ["newsroom.safekeeping"]

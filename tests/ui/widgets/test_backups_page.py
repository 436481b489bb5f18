"""The list of backups: its age in words, and what can be asked for while nothing, or something, is chosen."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault
from editor.core.messages import say
from editor.services.safekeeping import BackupReport, Holdings
from editor.ui.widgets.backups_page import BackupsPage
from tests.builders import NOON


def a_report(**fields: object) -> BackupReport:
    holds = Holdings(articles=2, images=1, headline="Drums")
    given = {"path": Path("a.zip"), "bytes": 2_500_000, "verified": True, "at": NOON, "holds": holds} | fields
    return BackupReport(**given)  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot) -> BackupsPage:
    made = BackupsPage("UTC", can_write=True)
    qtbot.addWidget(made)
    made.show()
    return made


def _button(page: BackupsPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def _said(page: BackupsPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(minutes=1), "Backed up 1 minute ago."),
        (timedelta(minutes=90), "Backed up 90 minutes ago."),
        (timedelta(hours=5), "Backed up 5 hours ago."),
        (timedelta(days=3), "Backed up 3 days ago."),
        (-timedelta(days=3), "Backed up just now."),
    ],
)
def test_the_age_is_said_in_its_own_measure(page: BackupsPage, age: timedelta, words: str) -> None:
    page.show_backups([(a_report(), None)], NOON + age)
    assert _said(page, "safekeeping.age") == words


def test_nothing_can_be_brought_back_while_nothing_is_there(page: BackupsPage) -> None:
    page.show_backups([], NOON)
    assert _said(page, "safekeeping.age") == "There is no backup yet."
    assert not _button(page, "safekeeping.into_folder").isEnabled()
    page.show_backups([(a_report(), None)], NOON)
    assert _button(page, "safekeeping.into_folder").isEnabled()
    page.set_busy(is_busy=True)
    assert not _button(page, "safekeeping.into_folder").isEnabled()


def test_the_chosen_one_is_asked_for(page: BackupsPage, qtbot: QtBot) -> None:
    first, second = a_report(), a_report(at=NOON - timedelta(days=1))
    page.show_backups([(first, None), (second, Path("stick"))], NOON)
    page.list.setCurrentRow(1)
    with qtbot.waitSignal(page.in_place_asked) as caught:
        _button(page, "safekeeping.in_place").click()
    assert caught.args == [second]


def test_a_window_that_reads_may_bring_back_beside_and_nothing_else(qtbot: QtBot) -> None:
    page = BackupsPage("UTC", can_write=False)
    qtbot.addWidget(page)
    page.show_backups([(a_report(holds=None), None)], NOON)
    assert _button(page, "safekeeping.into_folder").isEnabled()
    for name in ("safekeeping.in_place", "safekeeping.now", "safekeeping.choose"):
        assert not _button(page, name).isEnabled()


def test_the_place_and_what_is_wrong_with_it(page: BackupsPage) -> None:
    assert _button(page, "safekeeping.none").isHidden()
    page.show_place(Path("stick"))
    assert not _button(page, "safekeeping.none").isHidden()
    page.show_trouble(Fault(say("Not copied."), say("It is away.")))
    assert _said(page, "safekeeping.trouble") == "It is away. It is tried again."
    page.show_trouble(None)
    assert _said(page, "safekeeping.trouble") == ""

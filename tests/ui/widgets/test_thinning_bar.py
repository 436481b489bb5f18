"""Nothing goes before it was said what: `tests/ui/panels/test_history.py` walks through it; here, trouble."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.edits import EditSettings
from editor.domain.version import VersionRule
from editor.services.history import Thinning
from editor.ui.jobs import Jobs
from editor.ui.widgets.thinning_bar import ThinningBar


def _button(bar: ThinningBar, name: str) -> QPushButton:
    found = bar.findChild(QPushButton, name)
    assert found is not None
    return found


def test_it_shows_only_where_there_is_a_rule(qtbot: QtBot, desk: Desk) -> None:
    jobs = Jobs()
    bar = ThinningBar(desk.history, desk.newsroom, jobs)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    settings = desk.newsroom.settings
    desk.articles.apply(EditSettings(settings, replace(settings, version_rule=VersionRule.DAILY), say("Settings")))
    bar.show_rule()
    assert not bar.isHidden()
    _button(bar, "history.thin_out").click()
    qtbot.waitUntil(jobs.is_idle)
    said = bar.findChild(QLabel, "history.thinning")
    assert said is not None
    assert said.text() == "No version is old enough to go."
    assert _button(bar, "history.let_go").isHidden()


class FullDisk:
    """A history on a disk that is full."""

    def thinning(self, _context: object) -> Thinning:
        return Thinning(by_article={"1": frozenset({"a", "b"})}, kept=3)

    def thin_out(self, _thinning: Thinning) -> None:
        raise Fault(say("Nothing was changed."), say("The disk is full."))


def test_what_stands_in_the_way_is_said(qtbot: QtBot, desk: Desk) -> None:
    jobs = Jobs()
    bar = ThinningBar(FullDisk(), desk.newsroom, jobs)  # type: ignore[arg-type]
    qtbot.addWidget(bar)
    _button(bar, "history.thin_out").click()
    qtbot.waitUntil(jobs.is_idle)
    with qtbot.assertNotEmitted(bar.thinned), qtbot.waitSignal(bar.refused):
        _button(bar, "history.let_go").click()
    assert not _button(bar, "history.let_go").isHidden()

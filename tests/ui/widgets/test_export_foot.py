"""The foot of the export panel: two buttons, and the work in their place."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.widgets.export_foot import ExportFoot


def _button(foot: ExportFoot, name: str) -> QPushButton:
    found = foot.findChild(QPushButton, name)
    assert found is not None
    return found


def test_work_stands_in_the_place_of_the_buttons_and_gives_the_focus_back(qtbot: QtBot) -> None:
    foot = ExportFoot()
    qtbot.addWidget(foot)
    foot.retranslate()
    foot.show()
    start = _button(foot, "export.start")
    foot.begin(say("Exporting"))
    assert foot.strip.isVisible()
    assert not start.isVisible()
    foot.end()
    assert start.isVisible()
    assert not foot.strip.isVisible()


def test_every_button_asks_for_its_own(qtbot: QtBot) -> None:
    foot = ExportFoot()
    qtbot.addWidget(foot)
    asked: list[str] = []
    foot.started.connect(lambda: asked.append("start"))
    foot.verify_named.connect(lambda: asked.append("named"))
    foot.verify_folder.connect(lambda: asked.append("folder"))
    foot.verify_zip.connect(lambda: asked.append("zip"))
    _button(foot, "export.start").click()
    for action in _button(foot, "export.verify").menu().actions():
        action.trigger()
    assert asked == ["start", "named", "folder", "zip"]

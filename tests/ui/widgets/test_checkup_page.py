"""The results of the full check: what is not good first, each with what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.services.soundness import Finding
from editor.ui.widgets.checkup_page import CheckupPage


def test_what_is_not_good_comes_first_with_what_to_do(qtbot: QtBot) -> None:
    page = CheckupPage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.asked):
        page.button.click()
    page.set_busy(is_busy=True)
    assert not page.button.isEnabled()
    page.set_busy(is_busy=False)
    page.show_findings([Finding(say("Good.")), Finding(say("Bad."), is_good=False, hint=say("Do this."))])
    rows = [page.list.item(row) for row in range(page.list.count())]
    assert [row.text() for row in rows] == ["Bad. Do this.", "Good."]
    assert rows[0].data(Qt.ItemDataRole.AccessibleTextRole).startswith("Look at this")
    page.retranslate()
    assert page.list.count() == 2

"""Sections are ticked; none ticked is all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.settings import Edition
from editor.ui.widgets.section_choice import SectionChoice


def test_sections_are_ticked_and_unticked(qtbot: QtBot) -> None:
    choice = SectionChoice("c")
    qtbot.addWidget(choice)
    choice.show_sections(Edition(locale="sw"), ("World", "R&D"))
    choice.show()
    assert list(choice.boxes) == ["World", "R&D", ""]
    assert "all of them" in choice.note.text()
    with qtbot.waitSignal(choice.committed) as caught:
        QTest.mouseClick(choice.boxes["R&D"], Qt.MouseButton.LeftButton, pos=choice.boxes["R&D"].rect().center())
    assert caught.args == [("R&D",)]
    choice.show_sections(Edition(locale="sw", sections=("R&D", "")), ("World", "R&D"))
    assert [box.isChecked() for box in choice.boxes.values()] == [False, True, True]
    assert choice.note.isHidden()


def test_a_section_without_articles_stays_and_is_said_to_be_empty(qtbot: QtBot) -> None:
    choice = SectionChoice("c")
    qtbot.addWidget(choice)
    choice.show_sections(Edition(locale="sw", sections=("Wrold",)), ("World",))
    assert list(choice.boxes) == ["World", "Wrold", ""]
    assert choice.note.text() == "No article stands in: “Wrold”."
    assert choice.note.property("role") == "warn"

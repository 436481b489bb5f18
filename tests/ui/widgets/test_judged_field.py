"""A field that says what is wrong with its words, and marks where."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.i18n.style_check import Mistake
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.judged_field import JudgedField
from editor.ui.widgets.text_area import TextArea

WRONG = say("Wrong.")


def marked(area: TextArea) -> list[str]:
    """Return what is marked, its cursors let go of at once: they must not outlive the text."""
    return [mark.cursor.selectedText() for mark in area.extraSelections()]


def test_a_mistake_is_said_below_and_marked_at_its_place(qtbot: QtBot) -> None:
    area = TextArea("styles.long", is_one_line=True)
    judged = JudgedField(area)
    qtbot.addWidget(judged)
    area.show_text("  d 'of")
    judged.tell([Mistake("long", WRONG, say("Mend it."), 2, 5)])
    assert marked(area) == ["'of"]
    assert judged.trouble.text() == area.accessibleDescription() == "Wrong. Mend it."
    assert area.property("trouble") is True
    judged.tell([])
    assert (marked(area), judged.trouble.isHidden(), area.accessibleDescription()) == ([], True, "")
    assert area.property("trouble") is False


def test_what_is_wrong_as_a_whole_is_marked_nowhere(qtbot: QtBot) -> None:
    area = TextArea("styles.long", is_one_line=True)
    judged = JudgedField(area)
    qtbot.addWidget(judged)
    area.show_text("d M")
    judged.tell([Mistake("date", WRONG)])
    assert marked(area) == []


def test_among_several_texts_lines_are_counted(qtbot: QtBot) -> None:
    area = TextArea("styles.months", lines=3)
    judged = JudgedField(area, is_by_line=True)
    qtbot.addWidget(judged)
    area.show_text("One\n\n𝒯wo\nThree\n")
    judged.tell([Mistake("months", WRONG, start=2, end=4), Mistake("months", WRONG, start=1, end=2)])
    assert marked(area) == ["𝒯wo\u2029Three", "\u2029"]


def test_a_choice_can_be_wrong_too(qtbot: QtBot) -> None:
    judged = JudgedField(ChoiceField("styles.calendar"))
    qtbot.addWidget(judged)
    judged.tell([Mistake("calendar", WRONG)])
    assert [label.text() for label in judged.findChildren(QLabel)] == ["", "Wrong."]

"""Lines of a record are kept in their one form, or said to be none below themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.provenance import generated_text
from editor.ui.widgets.record_fields import RecordField, RecordFields
from tests.builders import an_image

LINES = (
    RecordField(name="creator", title=say("Made by"), example=say("x"), label=say("Change who made it")),
    RecordField(
        name="generated_at", title=say("Made on"), example=say("x"), label=say("L"), read=generated_text, is_half=True
    ),
)


@pytest.fixture
def lines(qtbot: QtBot) -> RecordFields:
    made = RecordFields(LINES)
    qtbot.addWidget(made)
    made.show()
    made.show_image(an_image(creator="Asha", generated_at="2026-01-14"), is_other=True)
    return made


def test_what_is_stored_is_shown(lines: RecordFields) -> None:
    assert {name: field.text() for name, field in lines.fields.items()} == {
        "creator": "Asha",
        "generated_at": "2026-01-14",
    }
    assert lines.fields["generated_at"].accessibleName() == "Made on"


def test_what_is_typed_goes_out_as_it_will_be_kept(lines: RecordFields, qtbot: QtBot) -> None:
    field = lines.fields["generated_at"]
    field.selectAll()
    QTest.keyClicks(field, "2026-01-15T09:00:00+09:00")
    with qtbot.waitSignal(lines.changed) as said:
        lines.settle()
    assert said.args[0].fields == {"generated_at": "2026-01-15T00:00:00Z"}


def test_what_cannot_be_kept_is_said_below_and_stays_to_be_mended(lines: RecordFields, qtbot: QtBot) -> None:
    field, fault = lines.fields["generated_at"], lines.faults["generated_at"]
    field.selectAll()
    QTest.keyClicks(field, "last summer")
    with qtbot.assertNotEmitted(lines.changed):
        lines.settle()
    assert fault.isVisible()
    assert "“last summer” is no date" in fault.text()
    assert field.accessibleDescription() == fault.text()
    field.selectAll()
    QTest.keyClicks(field, "2026-01-15")
    assert not fault.isVisible()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "2026-01-14"


def test_another_image_forgets_what_was_typed(lines: RecordFields, qtbot: QtBot) -> None:
    QTest.keyClicks(lines.fields["creator"], "typed")
    lines.show_image(an_image(creator="Juma"), is_other=True)
    assert lines.fields["creator"].text() == "Juma"
    with qtbot.assertNotEmitted(lines.changed):
        lines.settle()


def test_what_was_taken_in_wrong_is_shown_with_its_fault(lines: RecordFields) -> None:
    lines.show_image(an_image(generated_at="x"), is_other=True)
    assert lines.faults["generated_at"].isVisible()
    lines.retranslate()
    assert lines.fields["generated_at"].text() == "x"

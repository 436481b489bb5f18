"""The zone of an edition: a button that names it and becomes a field at a press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.widgets.edition_zone import EditionZone, ZoneShown
from editor.ui.widgets.zone_field import ZoneField


@pytest.fixture
def zone(qtbot: QtBot) -> EditionZone:
    made = EditionZone("zone")
    qtbot.addWidget(made)
    made.show()
    made.show_zone(ZoneShown("", "Africa/Nairobi", "Kiswahili"))
    return made


def button(zone: EditionZone) -> QToolButton:
    found = zone.findChild(QToolButton, "zone")
    assert found is not None
    return found


def test_it_names_the_edition_and_the_zone_that_counts(zone: EditionZone) -> None:
    assert button(zone).text() == "Africa/Nairobi"
    assert button(zone).accessibleName() == "Time zone of the edition Kiswahili: Africa/Nairobi"
    zone.show_zone(ZoneShown("America/New_York", "Africa/Nairobi", "Kiswahili"))
    assert button(zone).text() == "America/New York"
    assert zone.findChild(ZoneField) is None  # six hundred names wait for the first press


def test_a_press_and_part_of_a_name_change_it(qtbot: QtBot, zone: EditionZone) -> None:
    QTest.keyClick(button(zone), Qt.Key.Key_Space)
    field = zone.findChild(ZoneField)
    assert field is not None
    assert not button(zone).isVisible()
    field.setEditText("tokyo")
    with qtbot.waitSignal(zone.zone_chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["Asia/Tokyo"]
    assert button(zone).isVisible()
    zone.show_zone(ZoneShown("Asia/Tokyo", "Africa/Nairobi", "Kiswahili"))
    zone.retranslate()
    assert button(zone).text() == "Asia/Tokyo"


def test_what_is_no_zone_is_refused_and_changes_nothing(qtbot: QtBot, zone: EditionZone) -> None:
    button(zone).click()
    field = zone.findChild(ZoneField)
    assert field is not None
    field.setEditText("nowhere")
    with qtbot.waitSignal(zone.refused), qtbot.assertNotEmitted(zone.zone_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert button(zone).text() == "Africa/Nairobi"


def test_whoever_only_reads_cannot_press(zone: EditionZone) -> None:
    zone.show_zone(ZoneShown("", "Africa/Nairobi", "Kiswahili", can_change=False))
    assert not button(zone).isEnabled()

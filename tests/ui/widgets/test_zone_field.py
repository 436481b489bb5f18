"""A zone, found by part of its name, or said to be none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.errors import UserError
from editor.i18n.interface import set_interface_language
from editor.ui.widgets.zone_field import ZoneField
from tests.fakes import StretchedWords

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen plugin cannot, for no list


@pytest.fixture
def field(qtbot: QtBot) -> ZoneField:
    made = ZoneField("zone")
    qtbot.addWidget(made)
    made.show_zone("", "Asia/Tokyo")
    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nairobi", "Africa/Nairobi"),
        ("New York", "America/New_York"),
        ("Europe/Paris", "Europe/Paris"),
        ("PARIS", "Europe/Paris"),
    ],
)
def test_part_of_a_name_is_enough(qtbot: QtBot, field: ZoneField, typed: str, meant: str) -> None:
    with qtbot.waitSignal(field.zone_chosen) as chosen:
        field.setEditText(typed)
        field.settle()
    assert chosen.args == [meant]


@pytest.mark.parametrize("typed", ["nowhere", "america/", "a"])
def test_what_is_none_or_many_is_refused_and_put_back(qtbot: QtBot, field: ZoneField, typed: str) -> None:
    field.show_zone("Asia/Tokyo", "Asia/Tokyo")
    with qtbot.waitSignal(field.refused) as refused:
        field.setEditText(typed)
        field.settle()
    assert isinstance(refused.args[0], UserError)
    assert field.value() == "Asia/Tokyo"


def test_the_newsroom_s_zone_is_offered_first(field: ZoneField) -> None:
    assert field.itemText(0) == "The newsroom's: Asia/Tokyo"
    set_interface_language("en-XA", StretchedWords("en-XA"))
    try:
        field.retranslate()
        assert field.itemText(0).startswith("⟦")
    finally:
        set_interface_language("en")


def test_the_same_zone_again_says_nothing(qtbot: QtBot, field: ZoneField) -> None:
    field.show_zone("Asia/Tokyo", "Asia/Tokyo")
    with qtbot.assertNotEmitted(field.zone_chosen):
        field.setEditText("tokyo")
        field.settle()
    assert field.value() == "Asia/Tokyo"


def _type(field: ZoneField, text: str) -> QLineEdit:
    line = field.lineEdit()
    assert line is not None
    field.show()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def test_a_name_typed_with_spaces_is_found_in_the_list(qtbot: QtBot, field: ZoneField) -> None:
    _type(field, "new york")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    with qtbot.waitSignal(field.zone_chosen) as chosen:
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chosen.args == ["America/New_York"]


def test_down_chooses_nothing_where_nothing_fits(qtbot: QtBot, field: ZoneField) -> None:
    line = _type(field, "atlantis")
    with qtbot.assertNotEmitted(field.zone_chosen), qtbot.waitSignal(field.refused) as refused:
        QTest.keyClick(line, Qt.Key.Key_Down)
        assert field.currentText() == "atlantis"
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert "atlantis" in str(refused.args[0])
    assert field.value() == ""


def test_arrows_show_the_list_and_leave_the_zone(qtbot: QtBot, field: ZoneField) -> None:
    field.show()
    with qtbot.assertNotEmitted(field.zone_chosen):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.view().isVisible()
    field.hidePopup()


def test_several_are_named(qtbot: QtBot, field: ZoneField) -> None:
    line = _type(field, "buenos aires")
    with qtbot.waitSignal(field.refused) as refused:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert "America/Argentina/Buenos_Aires" in str(refused.args[0])


def test_escape_brings_the_zone_back(field: ZoneField) -> None:
    line = _type(field, "atlantis")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert field.currentText() == "The newsroom's: Asia/Tokyo"

"""A zone, found by part of its name, or said to be none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.core.errors import UserError
from editor.i18n.interface import set_interface_language
from editor.ui.widgets.zone_field import ZoneField
from tests.fakes import StretchedWords


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

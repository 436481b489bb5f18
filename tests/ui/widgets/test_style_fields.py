"""The fields of a house style: what is typed, what is usual, and what cannot be used."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import standard_style
from editor.i18n.page_words import LOCALES
from editor.ui.widgets.style_fields import StyleFields


@pytest.fixture
def form(qtbot: QtBot) -> StyleFields:
    made = StyleFields(QWidget())
    qtbot.addWidget(made)
    made.retranslate()
    return made


def test_there_is_a_field_for_every_part_of_a_style(form: StyleFields) -> None:
    assert set(form.judged) == {field.name for field in fields(HouseStyle)}
    assert all(field.field.accessibleName() for field in form.judged.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_shipped_style_is_shown_and_read_back(form: StyleFields, locale: str) -> None:
    form.refill(standard_style(locale))
    assert form.judge(locale) == standard_style(locale)


def test_empty_fields_show_what_is_usual(form: StyleFields) -> None:
    form.show_usual(standard_style("sw"), "sw")
    assert form.judge("sw") == HouseStyle()
    assert form.lines["long"].placeholderText() == "EEEE, d. MMMM y, HH:mm:ss"
    assert form.names["months"].placeholderText() == "Mwezi wa kwanza, Mwezi wa pili…"


def test_names_run_as_their_language_does_and_patterns_as_in_every_other(form: StyleFields) -> None:
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    form.show_usual(standard_style("fa"), "fa")
    assert form.names["months"].layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert form.lines["long"].layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_what_is_wrong_is_marked_as_it_is_typed(form: StyleFields) -> None:
    form.typed.connect(lambda: form.judge("sw"))
    QTest.keyClicks(form.lines["long"], "EEEE d MMMM y 'saa HH:mm")
    marks = form.lines["long"].extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["'saa HH:mm"]
    assert "quotation mark is open" in form.judged["long"].trouble.text()
    assert form.judge("sw") is None
    QTest.keyClick(form.lines["long"], Qt.Key.Key_Escape)
    assert form.judged["long"].trouble.isHidden()


def test_an_empty_line_among_the_months_is_an_empty_name(form: StyleFields) -> None:
    form.names["months"].take_over("\n".join((*"ABCDE", "", *"GHIJKL", "", "")))
    assert form.judge("sw") is None
    assert form.judged["months"].trouble.text() == "Name 6 is empty."
    form.names["months"].take_over("\n\n")
    assert form.judge("sw") == HouseStyle()


def test_a_wrong_example_does_not_hide_what_is_wrong_elsewhere(form: StyleFields) -> None:
    form.lines["signs"].take_over("12")
    form.names["weekdays"].take_over("A\nB")
    assert form.judge("sw") is None
    wrong = {name for name, field in form.judged.items() if not field.trouble.isHidden()}
    assert wrong == {"signs", "weekdays"}

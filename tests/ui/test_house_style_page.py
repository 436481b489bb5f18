"""Dates as a language writes them: samples follow the typing, wrong styles are never used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.ui.house_style_page import HouseStylePage
from tests.builders import some_settings


@pytest.fixture
def page(qtbot: QtBot) -> HouseStylePage:
    made = HouseStylePage()
    qtbot.addWidget(made)
    made.show_settings(some_settings("en", "fa", display_zone="UTC"))
    made.retranslate()
    made.committed.connect(made.show_settings)
    made.show()
    return made


def test_the_samples_begin_with_what_the_language_usually_does(page: HouseStylePage) -> None:
    assert "9 January 2026" in page.samples["long"].text()
    assert page.trouble.isHidden()
    assert page.clear.isHidden()


def test_what_is_wrong_is_said_while_it_is_typed_and_never_used(qtbot: QtBot, page: HouseStylePage) -> None:
    field = page.patterns["long"]
    with qtbot.assertNotEmitted(page.committed):
        QTest.keyClicks(field, "EEEE d. MMMM")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.trouble.isVisible()
    assert "the year" in page.trouble.text()
    assert field.text() == "EEEE d. MMMM"


def test_months_are_named_one_a_line(qtbot: QtBot, page: HouseStylePage) -> None:
    names = [f"Month{letter}" for letter in "ABCDEFGHIJKL"]
    area = page.names["months"]
    area.setFocus()
    QTest.keyClicks(area, "MonthA")
    assert "12 months" in page.trouble.text()
    area.take_over("\n".join(names))
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].house_styles["en"].months == tuple(names)
    assert "MonthA" in page.samples["date"].text()


def test_digits_and_calendar_are_chosen(qtbot: QtBot, page: HouseStylePage) -> None:
    page.digits.setCurrentIndex(page.digits.findData("arab"))
    with qtbot.waitSignal(page.committed) as caught:
        page.digits.settle()
    assert caught.args[0].house_styles["en"].digits == "arab"
    assert "\u0669" in page.samples["date"].text()


def test_another_language_shows_its_own(page: HouseStylePage) -> None:
    page.language.committed.emit("fa")
    assert page.samples["long"].layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert "\u06f1\u06f4\u06f0\u06f4" in page.samples["long"].text()  # the Persian year 1404


def test_what_is_wrong_is_not_lost_to_another_language(page: HouseStylePage) -> None:
    QTest.keyClicks(page.patterns["long"], "EEEE d. MMMM")
    page.language.committed.emit("fa")
    assert page.language.value() == "en"
    assert page.patterns["long"].text() == "EEEE d. MMMM"
    assert page.trouble.isVisible()


def test_one_button_goes_back_to_the_usual(qtbot: QtBot, page: HouseStylePage) -> None:
    QTest.keyClicks(page.patterns["date"], "d.M.y")
    page.settle()
    assert page.clear.isVisible()
    with qtbot.waitSignal(page.committed) as caught:
        QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    assert caught.args[0].house_styles.get("en", HouseStyle()) == HouseStyle()
    assert page.patterns["date"].text() == ""


def test_quotation_marks_are_named_with_spaces_between(qtbot: QtBot, page: HouseStylePage) -> None:
    assert page.quotes.placeholderText() == "“ ” ‘ ’"
    QTest.keyClicks(page.quotes, "x y")
    assert "4 quotation marks" in page.trouble.text()
    page.quotes.setText("» « › ‹")
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].house_styles["en"].quotes == ("»", "«", "›", "‹")
    page.clear.click()
    assert page.quotes.text() == ""

"""Dates as a language writes them: samples follow the typing, wrong styles are never used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import standard_style
from editor.i18n.style_file import read_style
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
    assert "9 January 2026" in page.dates.samples["long"].text()
    assert all(field.trouble.isHidden() for field in page.fields.judged.values())
    assert page.clear.isHidden()
    assert page.fields.lines["long"].placeholderText() == "EEEE, d MMMM y, HH:mm"


def test_what_is_wrong_is_said_while_it_is_typed_and_never_used(qtbot: QtBot, page: HouseStylePage) -> None:
    field = page.fields.lines["long"]
    with qtbot.assertNotEmitted(page.committed):
        QTest.keyClicks(field, "EEEE d. MMMM")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.fields.judged["long"].trouble.isVisible()
    assert "the year" in page.fields.judged["long"].trouble.text()
    assert field.text() == "EEEE d. MMMM"


def test_months_are_named_one_a_line(qtbot: QtBot, page: HouseStylePage) -> None:
    names = [f"Month{letter}" for letter in "ABCDEFGHIJKL"]
    area = page.fields.names["months"]
    area.setFocus()
    QTest.keyClicks(area, "MonthA")
    assert "12 months" in page.fields.judged["months"].trouble.text()
    area.take_over("\n".join(names))
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].house_styles["en"].months == tuple(names)
    assert "MonthA" in page.dates.samples["date"].text()


def test_digits_and_calendar_are_chosen(qtbot: QtBot, page: HouseStylePage) -> None:
    page.fields.choices["digits"].setCurrentIndex(page.fields.choices["digits"].findData("arab"))
    with qtbot.waitSignal(page.committed) as caught:
        page.fields.choices["digits"].settle()
    assert caught.args[0].house_styles["en"].digits == "arab"
    assert "\u0669" in page.dates.samples["date"].text()


def test_another_language_shows_its_own(page: HouseStylePage) -> None:
    page.language.committed.emit("fa")
    assert page.dates.samples["long"].layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert "\u06f1\u06f4\u06f0\u06f4" in page.dates.samples["long"].text()  # the Persian year 1404


def test_what_is_wrong_is_not_lost_to_another_language(page: HouseStylePage) -> None:
    QTest.keyClicks(page.fields.lines["long"], "EEEE d. MMMM")
    page.language.committed.emit("fa")
    assert page.language.value() == "en"
    assert page.fields.lines["long"].text() == "EEEE d. MMMM"
    assert page.fields.judged["long"].trouble.isVisible()


def test_one_button_goes_back_to_the_usual(qtbot: QtBot, page: HouseStylePage) -> None:
    QTest.keyClicks(page.fields.lines["date"], "d.M.y")
    page.settle()
    assert page.clear.isVisible()
    with qtbot.waitSignal(page.committed) as caught:
        QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    assert caught.args[0].house_styles.get("en", HouseStyle()) == HouseStyle()
    assert page.fields.lines["date"].text() == ""


def test_quotation_marks_are_named_with_spaces_between(qtbot: QtBot, page: HouseStylePage) -> None:
    assert page.fields.lines["quotes"].placeholderText() == "“ ” ‘ ’"
    QTest.keyClicks(page.fields.lines["quotes"], "x y")
    assert "4 quotation marks" in page.fields.judged["quotes"].trouble.text()
    page.fields.lines["quotes"].take_over("» « › ‹")
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    assert caught.args[0].house_styles["en"].quotes == ("»", "«", "›", "‹")
    page.clear.click()
    assert page.fields.lines["quotes"].text() == ""


def test_numbers_and_lists_are_written_by_example(qtbot: QtBot, page: HouseStylePage) -> None:
    assert page.fields.lines["signs"].placeholderText() == "1,234.5"
    assert page.fields.lines["joins"].placeholderText() == "1, 2 and 3; 1 and 2"
    QTest.keyClicks(page.fields.lines["signs"], "1.234,5")
    QTest.keyClicks(page.fields.lines["joins"], "1, 2")
    assert "how names are listed" in page.fields.judged["joins"].trouble.text()
    page.fields.lines["joins"].take_over("1, 2, and 3; 1 and 2")
    with qtbot.waitSignal(page.committed) as caught:
        page.settle()
    style = caught.args[0].house_styles["en"]
    assert (style.signs, style.joins) == ((",", "."), (", ", ", and ", " and "))
    assert page.fields.lines["signs"].text() == "1.234,5"


def test_a_style_goes_to_a_file_and_comes_back(
    qtbot: QtBot, page: HouseStylePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ours.toml"
    monkeypatch.setattr("editor.ui.house_style_page.ask_new_file", lambda *_: path)
    monkeypatch.setattr("editor.ui.house_style_page.ask_files", lambda *_: [path])
    QTest.keyClicks(page.fields.lines["date"], "d.M.y")
    page.save.click()
    assert read_style(path.read_text(encoding="utf-8")) == HouseStyle(date="d.M.y")
    page.clear.click()
    with qtbot.waitSignal(page.committed) as caught:
        page.read.click()
    assert caught.args[0].house_styles["en"] == HouseStyle(date="d.M.y")
    assert page.dates.samples["date"].text() == "9.1.2026"


@pytest.mark.parametrize(
    ("text", "words"),
    [("colour = 1", "no part of a house style"), (None, "could not be read"), ('months = [""]', "A name is empty")],
)
def test_a_file_that_is_no_style_is_said_and_not_used(
    qtbot: QtBot, page: HouseStylePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, words: str
) -> None:
    _offer_file(tmp_path, monkeypatch, text)
    with qtbot.assertNotEmitted(page.committed):
        page.read.click()
    assert page.trouble.isVisible()
    assert words in page.trouble.text()


@pytest.mark.parametrize(
    "wrong",
    [
        ('date = "y"', "date", "does not show"),
        ('long = "d MMMM \'y"', "long", "quotation mark is open"),
        ('months = ["One", "Two", "Three"]', "months", "12 months"),
        ('calendar = "mayan"', "calendar", "no calendar called mayan"),
        ('digits = "roman"', "digits", "no digits called roman"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_at_its_field(
    page: HouseStylePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: tuple[str, str, str]
) -> None:
    text, field, words = wrong
    _offer_file(tmp_path, monkeypatch, text)
    committed: list[object] = []
    page.committed.connect(committed.append)
    page.read.click()
    assert committed == []
    assert words in page.fields.judged[field].trouble.text()
    assert page.fields.judged[field].field.accessibleDescription() == page.fields.judged[field].trouble.text()
    page.clear.click()
    assert page.fields.judged[field].trouble.isHidden()


def _offer_file(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    path = folder / "theirs.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("editor.ui.house_style_page.ask_files", lambda *_: [path])


def test_what_is_usual_is_filled_in_to_begin_with(qtbot: QtBot, page: HouseStylePage) -> None:
    with qtbot.waitSignal(page.committed) as caught:
        page.fill.click()
    assert caught.args[0].house_styles["en"] == standard_style("en")
    assert page.fill.isHidden()
    assert page.clear.isVisible()


def test_a_new_style_is_saved_as_the_language_has_it(
    page: HouseStylePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.house_style_page.ask_new_file", lambda *_: tmp_path / "fa.toml")
    page.language.committed.emit("fa")
    page.save.click()
    assert read_style((tmp_path / "fa.toml").read_text(encoding="utf-8")) == standard_style("fa")


def test_a_style_never_takes_the_place_of_a_newsroom(
    page: HouseStylePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "newsroom.sqlite3"
    database.write_bytes(b"all words")
    monkeypatch.setattr("editor.ui.house_style_page.ask_new_file", lambda *_: database)
    page.save.click()
    assert "its own files" in page.trouble.text()
    assert database.read_bytes() == b"all words"

"""The sheet of counts: what it says in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from editor.domain.measures import Counts, Ease, Readability
from editor.services.counting import Details
from editor.ui.widgets.length_details import LengthDetails

_COUNTS = Counts(words=1200, characters=7000, letters=5800, sentences=60, paragraphs=12, minutes=5)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., Callable[[str], str]]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def shown(details: Details, *, is_selection: bool = False) -> Callable[[str], str]:
        sheet = LengthDetails(0, parent)
        sheet.show_details(details, is_selection=is_selection)

        def said(name: str) -> str:
            label = sheet.findChild(QLabel, f"length.{name}")
            return label.text() if isinstance(label, QLabel) and not label.isHidden() else ""

        return said

    return shown


def test_figures_and_plain_words(show: Callable[..., Callable[[str], str]]) -> None:
    found = Readability(formula="Flesch", score=64.6, ease=Ease.EASY, school_year=8)
    said = show(Details(counts=_COUNTS, readability=found, has_formula=True))
    assert [said(name) for name in ("title", "words", "sentences", "minutes")] == [
        "The article",
        "1,200",
        "60",
        "5 min",
    ]
    assert said("ease") == "Easy to read"
    assert said("formula") == "Flesch: 65. For readers with about 8 years of school."


def test_a_selection_says_so_and_what_has_no_school_year_none(show: Callable[..., Callable[[str], str]]) -> None:
    found = Readability(formula="LIX", score=61.2, ease=Ease.VERY_HARD)
    said = show(Details(counts=_COUNTS, readability=found, has_formula=True), is_selection=True)
    assert (said("title"), said("ease"), said("formula")) == ("The selection", "Very hard to read", "LIX: 61")


def test_where_nothing_can_be_said_it_says_why(show: Callable[..., Callable[[str], str]]) -> None:
    few = show(Details(counts=_COUNTS, readability=None, has_formula=True))
    assert few("ease") == "Ease of reading: too few words to say"
    none = show(Details(counts=_COUNTS, readability=None, has_formula=False))
    assert none("ease") == "Ease of reading: no formula fits this language"


def test_counted_characters_are_told_and_unmarked_sentences_left_out(
    show: Callable[..., Callable[[str], str]],
) -> None:
    counts = Counts(words=40, characters=40, letters=40, paragraphs=1, minutes=1, are_characters=True)
    said = show(Details(counts=counts, readability=None, has_formula=False))
    assert said("formula").startswith("Where words of this script end is not known")
    assert said("sentences") == ""


def test_shown_again_nothing_stands_twice(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = LengthDetails(500, parent)
    for _ in range(2):
        sheet.show_details(Details(counts=_COUNTS, readability=None, has_formula=False), is_selection=False)
    assert len(sheet.findChildren(QLabel, "length.words")) == 1
    target = sheet.findChild(QSpinBox, "length.target")
    assert isinstance(target, QSpinBox)
    assert target.value() == 500

"""A label that gives way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.ui.widgets.elided_label import ElidedLabel


def test_what_does_not_fit_is_cut_and_said_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("10,000 selected")
    label.show()
    label.resize(400, 20)
    label.grab()
    assert (label.shown(), label.toolTip()) == ("10,000 selected", "")
    label.resize(80, 20)
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.accessibleName() == "10,000 selected"
    assert label.minimumSizeHint().width() == 0


def test_an_ellipsis_alone_is_not_shown(qtbot: QtBot) -> None:
    """In a narrow window three points stood between two buttons, and said nothing."""
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("19 articles")
    label.show()
    label.resize(label.fontMetrics().horizontalAdvance("…") + 2, 20)
    label.grab()
    assert label.shown() == ""
    assert label.toolTip() == "19 articles"


@pytest.mark.parametrize("text", ["19 articles", "10,000 selected", "٤٢ مقالا"])
def test_a_number_is_whole_or_not_there(qtbot: QtBot, text: str) -> None:
    """In a narrow window 19 articles were told as "1…"."""
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(text)
    number = text.split(maxsplit=1)[0]
    for width in range(1, 200):
        label.resize(width, 20)
        said = label.shown()
        assert not said or said.startswith(number), (width, said)


@pytest.mark.parametrize(
    "text", ["\u2068Harbour news from the coast\u2069", "تجهيز مقال عن الميناء والقوارب", "Words only"]
)
def test_words_are_cut_as_qt_cuts_them(qtbot: QtBot, text: str) -> None:
    """It minds joined letters and closes what was isolated; a letter more has no room."""
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(text)
    for width in range(200):
        label.resize(width, 20)
        elided = label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        assert label.shown() == ("" if elided == "…" else elided)

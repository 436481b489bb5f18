"""A label is shown where it will stand, with its places filled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.i18n.page_words import page_english
from editor.ui.widgets.label_sample import LabelSample, filled


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_every_label_is_drawn(qtbot: QtBot, locale: str) -> None:
    sample = LabelSample()
    qtbot.addWidget(sample)
    sample.resize(360, sample.sizeHint().height())
    blank = None
    for key in page_english():
        sample.show_label(key, page_english(), locale)
        picture = sample.grab().toImage()
        sample.show_label(key, {**page_english(), key: ""}, locale)
        blank = sample.grab().toImage()
        assert picture != blank, key
        assert sample.layoutDirection() is (
            Qt.LayoutDirection.RightToLeft if locale == "ar" else Qt.LayoutDirection.LeftToRight
        )


def test_places_are_filled_where_they_are_known() -> None:
    assert filled("page_of", "Page {page} of {pages}") == "Page 2 of 7"
    assert filled("by_line", "Na {names}") == "Na the author's name"
    assert filled("by_line", "Na {jina} {") == "Na {jina} {"
    assert filled("related", "Habari") == "Habari"


def test_it_is_as_high_for_every_label(qtbot: QtBot) -> None:
    sample = LabelSample()
    qtbot.addWidget(sample)
    heights = set()
    for key in page_english():
        sample.show_label(key, page_english(), "en")
        heights.add(sample.sizeHint().height())
    assert len(heights) == 1

"""A label of a few lines: as high as its words, all of them for a screen reader."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from editor.ui import theme
from editor.ui.widgets.lines_label import LinesLabel

LONG = "The ferry crosses the bay once more after a week in the harbour. " * 6


def test_it_grows_with_its_words_up_to_its_lines(qtbot: QtBot) -> None:
    label = LinesLabel(theme.font(theme.NORMAL), 2)
    qtbot.addWidget(label)
    label.show_text("Ferry")
    one = label.heightForWidth(200)
    label.show_text(LONG)
    assert abs(label.heightForWidth(200) - 2 * one) <= 1
    assert label.heightForWidth(20000) == one


def test_all_words_are_there_for_ears_and_hover(qtbot: QtBot) -> None:
    label = LinesLabel(theme.font(theme.NORMAL), 1)
    qtbot.addWidget(label)
    label.show_text(LONG, "en", "warn")
    assert label.accessibleName() == label.toolTip() == label.text == LONG
    label.resize(100, 20)
    label.show()
    assert not label.grab().isNull()

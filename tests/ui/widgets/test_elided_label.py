"""A label that gives way."""

from __future__ import annotations

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
    label.resize(50, 20)
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.accessibleName() == "10,000 selected"
    assert label.minimumSizeHint().width() == 0

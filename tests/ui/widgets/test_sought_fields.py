"""What is looked for and what shall stand there, as fields say it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.domain.passages import Instead, Sought
from editor.ui.widgets.sought_fields import SoughtFields


def test_they_say_what_is_looked_for_and_each_change(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    fields = SoughtFields("x", holder)
    column = QVBoxLayout(holder)
    widgets = (fields.words, fields.instead_words, fields.case, fields.whole, fields.pattern, fields.keeps_case)
    for widget in widgets:
        column.addWidget(widget)
    fields.retranslate()
    assert all(widget.accessibleName() and widget.objectName().startswith("x.") for widget in widgets)
    for line, text in ((fields.words, "ferry"), (fields.instead_words, "boat")):
        with qtbot.waitSignal(fields.changed):
            line.setText(text)
    for switch in (fields.case, fields.whole, fields.pattern, fields.keeps_case):
        with qtbot.waitSignal(fields.changed):
            switch.click()
    assert fields.sought == Sought(words="ferry", is_pattern=True, is_whole=True, matches_case=True)
    assert fields.instead == Instead(words="boat", keeps_case=True)
    fields.show_trouble(is_trouble=True)
    assert fields.words.property("trouble") is True

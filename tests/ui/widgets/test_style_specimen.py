"""The samples of a house style in their card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.i18n.specimen import specimen
from editor.ui.widgets.style_specimen import DATES, WORDS, StyleSpecimen


def test_samples_have_their_names_and_run_their_way(qtbot: QtBot) -> None:
    card = StyleSpecimen(DATES)
    qtbot.addWidget(card)
    card.show_samples(specimen("fa", HouseStyle(), "Europe/Berlin"), "fa")
    sample = card.samples["back"]
    assert sample.accessibleName() == "Clocks put back"
    assert sample.text() == "۳ آبان ۱۴۰۵، ساعت ۰۲:۵۹ · ۳ آبان ۱۴۰۵، ساعت ۰۲:۰۰"
    assert sample.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert sample.alignment() & Qt.AlignmentFlag.AlignLeft  # beside its name, the window being English


def test_a_zone_that_leaves_its_clocks_alone_has_two_lines_less(qtbot: QtBot) -> None:
    card = StyleSpecimen(DATES + WORDS)
    qtbot.addWidget(card)
    card.show_samples(specimen("sw", None, "Africa/Nairobi"), "sw")
    assert [name for name, sample in card.samples.items() if sample.isHidden()] == ["forward", "back"]
    card.set_current(is_current=False)
    assert not card.samples["long"].isEnabled()

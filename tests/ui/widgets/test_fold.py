"""A section that folds away."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui import icons
from editor.ui.widgets.fold import Fold


def test_it_opens_and_closes_by_its_name(qtbot: QtBot) -> None:
    content = QLabel("inside")
    fold = Fold("links.back", content)
    qtbot.addWidget(fold)
    fold.set_title("Linked from")
    assert fold.button.accessibleName() == "Linked from"
    assert not fold.is_open
    assert not content.isVisibleTo(fold)
    with qtbot.waitSignal(fold.toggled) as said:
        fold.button.click()
    assert said.args == [True]
    assert content.isVisibleTo(fold)
    fold.set_open(is_open=False)
    assert not content.isVisibleTo(fold)


def test_its_mark_points_to_where_readers_go_on(qtbot: QtBot) -> None:
    fold = Fold("links.back", QLabel("inside"))
    qtbot.addWidget(fold)
    assert fold.button.icon().pixmap(16).toImage() == icons.pixmap("next", 16, "muted").toImage()

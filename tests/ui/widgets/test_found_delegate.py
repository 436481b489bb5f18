"""Lines of what was found, drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from editor.domain.article import Status
from editor.domain.passages import Passage
from editor.services.found_places import Found, FoundArticle, Place
from editor.ui import theme
from editor.ui.widgets.found_delegate import FoundDelegate
from editor.ui.widgets.found_model import FoundModel


@pytest.mark.parametrize(("language", "words"), [("en", "A long way to go 😀 "), ("ar", "كتاب طويل جدا ")])
def test_what_goes_and_what_comes_stand_on_their_plates(qtbot: QtBot, language: str, words: str) -> None:
    view = QTreeView()
    qtbot.addWidget(view)
    model = FoundModel(view)
    view.setModel(model)
    view.setItemDelegate(FoundDelegate(view))
    place = Place("body", Passage(0, 5, "boat"), words, "ferry", words * 20, 0)
    article = FoundArticle(
        id="a", headline="A", language=language, section="", status=Status.DRAFT, words_hash="", places=(place,)
    )
    model.show(Found(articles=(article,)))
    view.resize(600, 200)
    view.expandAll()
    view.show()
    assert _colours(view) >= {theme.tokens().found.lower()}
    model.show(Found(articles=(article,)), is_replacing=True)
    view.expandAll()
    assert _colours(view) >= {theme.tokens().fault_plate.lower(), theme.tokens().done_plate.lower()}
    assert view.sizeHintForRow(0) >= view.fontMetrics().height()


def _colours(view: QTreeView) -> set[str]:
    image: QImage = view.viewport().grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 3)}

"""One drawn row: its label is where its words are, mirrored where the interface is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.ui import theme
from editor.ui.jobs import Jobs
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.article_model import ArticleModel
from editor.ui.widgets.thumbnails import Thumbnails
from tests.builders import NOON, an_image
from tests.ui.widgets.test_article_model import a_head


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


def _grabbed(view: ArticleList) -> QImage:
    return view.viewport().grab().toImage()


def _has(image: QImage, colour: QColor, columns: range) -> bool:
    return any(image.pixelColor(x, y).rgb() == colour.rgb() for x in columns for y in range(0, image.height(), 2))


def test_the_plate_stands_beside_the_picture_on_the_leading_side(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    image = an_image()
    desk.articles.apply(AddImage(image, say("x"), NOON))
    model = ArticleModel()
    view = ArticleList(model, Thumbnails(desk.images, jobs, 100, jobs))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(320, 110)
    view.show()
    view.show_heads([a_head(1, hero_image=image.id, hero_is_ai=True, headline="Ngoma")])
    plate = theme.color("ai_plate")
    assert _has(_grabbed(view), plate, range(82, 100))
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown = _grabbed(view)
    assert not _has(shown, plate, range(60))
    assert _has(shown, plate, range(shown.width() - 100, shown.width() - 82))
    qtbot.waitUntil(jobs.is_idle)


def test_a_row_without_label_has_no_plate(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    model = ArticleModel()
    view = ArticleList(model, Thumbnails(desk.images, jobs, 100, jobs))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(320, 110)
    view.show()
    view.show_heads([a_head(1, headline="مقال طويل جدا " * 9, language="ar")])
    view.selectAll()
    assert not _has(_grabbed(view), theme.color("ai_plate"), range(320))
    assert _has(_grabbed(view), theme.color("selection"), range(320))

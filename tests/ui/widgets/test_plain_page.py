"""The page without a web engine: words and pictures, no script, no style of the page, its place kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.page_renderer import PageRenderer
from editor.ui.widgets.plain_page import PlainPage
from tests.builders import an_article
from tests.ui.fake_pages import FakePages, fake_pages
from tests.ui.panel_host import until

BODY = "\n\n".join(f"Paragraph {number}" for number in range(80))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PlainPage]:
    holder = QWidget()
    renderer = PageRenderer(fake_pages, holder)
    made = PlainPage(renderer, holder)
    made.resize(300, 300)
    qtbot.addWidget(holder)
    holder.show()
    yield made
    renderer.close()


def show(qtbot: QtBot, page: PlainPage, body: str, *, keeps_place: bool = True) -> None:
    article = an_article(headline="Ferry", slug="ferry", body=body)
    with qtbot.waitSignal(page.caught_up):
        page.show_page(FakePages().page(article, "en"), "en/ferry/index.html", keeps_place=keeps_place)


def test_it_shows_the_words_and_none_of_the_script(qtbot: QtBot, page: PlainPage) -> None:
    with qtbot.waitSignal(page.ready):
        show(qtbot, page, "It runs.")
    assert "It runs." in page.toPlainText()
    assert "document" not in page.toPlainText()
    page.set_ground(QColor("#101010"))


def test_the_place_is_kept_while_the_same_article_changes(qtbot: QtBot, page: PlainPage) -> None:
    show(qtbot, page, BODY)
    page.verticalScrollBar().setValue(400)
    show(qtbot, page, f"{BODY}\n\nmore")
    assert page.verticalScrollBar().value() == 400
    show(qtbot, page, BODY, keeps_place=False)
    assert page.verticalScrollBar().value() == 0


def test_pictures_come_from_the_rendering_process(qtbot: QtBot, page: PlainPage) -> None:
    show(qtbot, page, "It runs.")
    address = QUrl("../../images/one.png")
    until(qtbot, lambda: page.loadResource(2, address).width() == 64, timeout=20000)  # type: ignore[attr-defined]


def test_a_large_picture_is_no_wider_than_it_was_made(qtbot: QtBot, page: PlainPage) -> None:
    html = '<body><p>Words.</p><img src="../../images/one.png" width="1200" height="800" alt="a"></body>'
    with qtbot.waitSignal(page.caught_up):
        page.show_page(html, "en/ferry/index.html", keeps_place=False)
    until(qtbot, lambda: page.loadResource(2, QUrl("../../images/one.png")).width() == 64, timeout=20000)  # type: ignore[attr-defined]
    assert page.document().idealWidth() < 200
    assert page.horizontalScrollBar().maximum() == 0


def test_nothing_is_fetched_from_elsewhere(page: PlainPage) -> None:
    assert page.loadResource(2, QUrl("https://outside.example/x.png")) == b""
    assert page.loadResource(3, QUrl("../../theme/site.css")) == b""

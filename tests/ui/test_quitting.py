"""Pitfall 9: the window is closed while the cursor stands in a field of some form; what is typed there is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, open_desk
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Placement
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from editor.ui.widgets.draft_details import DraftDetails
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.picture_list import PictureList
from tests.builders import NOON, an_article, created, png

TYPED = "zq"


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    image = desk.images.read(png(), "drums.png")
    article = an_article(headline="Ferry", body="Ferry body.", hero=Placement(image_id=image.id))
    desk.articles.apply(AddImage(image, say("Add picture"), NOON))
    desk.articles.apply(created(article))
    desk.articles.remember_opened(article.id)
    made = MainWindow(desk, studio)
    with qtbot.waitSignal(made.ready):
        made.appear()
    made.resize(1600, 1000)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.moments.is_over and made.jobs.is_idle(), timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


def _picture(window: MainWindow) -> None:
    window.run("panel.images")
    found = window.findChild(PictureList)
    assert found is not None
    QTest.qWait(0)
    found.setCurrentIndex(found.model().index(0, 0))


def _details(window: MainWindow) -> None:
    found = window.findChild(DraftDetails)
    assert found is not None
    found.form()
    found.show()


def _settings(window: MainWindow) -> None:
    window.run("newsroom.settings")


def _caption(desk: Desk) -> str:
    hero = desk.articles.all()[0].hero
    assert hero is not None
    return hero.caption


def _nothing(_window: MainWindow) -> None: ...


FIELDS: dict[str, tuple[Callable[[MainWindow], None], Callable[[Desk], str]]] = {
    "draft.headline": (_nothing, lambda desk: desk.articles.all()[0].headline),
    "draft.reactions": (_nothing, lambda desk: desk.articles.all()[0].reactions),
    "images.caption": (_picture, _caption),
    "images.credit": (_picture, lambda desk: desk.images.all()[0].credit),
    "draft.reviewed_by": (_details, lambda desk: desk.articles.all()[0].reviewed_by),
    "newsroom.name": (_settings, lambda desk: desk.newsroom.settings.name),
}


@pytest.mark.parametrize("name", FIELDS)
def test_pitfall_9_closed_with_the_cursor_in_a_field_nothing_is_lost(
    qtbot: QtBot, desk: Desk, window: MainWindow, name: str
) -> None:
    bring, stored = FIELDS[name]
    bring(window)
    qtbot.waitUntil(lambda: window.jobs.is_idle() and window.findChild(QWidget, name) is not None, timeout=20_000)
    field = window.findChild(QWidget, name)
    assert field is not None
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, TYPED)
    assert TYPED not in stored(desk)
    assert window.close()
    again = open_desk(desk.folder)
    assert TYPED in stored(again)
    again.close()


def test_pitfall_36_closed_in_the_middle_of_a_composition_the_text_is_what_was_handed_over(
    desk: Desk, window: MainWindow
) -> None:
    """Pitfall 36: half a composition is no text; nothing of what was there before goes with it."""
    body = window.findChild(MarkdownEdit, "draft.body")
    assert body is not None
    QTest.keyClicks(body, TYPED)
    QApplication.sendEvent(body, QInputMethodEvent("ご", []))
    assert window.close()
    again = open_desk(desk.folder)
    (article,) = again.articles.all()
    assert article.body in {f"Ferry body.{TYPED}", f"{TYPED}Ferry body."}
    again.close()

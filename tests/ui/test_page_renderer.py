"""The window's end of the rendering process: the newest wish wins, death is told, nothing is left behind."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault
from editor.ui.page_renderer import PageRenderer
from editor.ui.page_worker import PageMade, ResourceMade
from tests.builders import an_article
from tests.ui.fake_pages import fake_pages, no_pages
from tests.ui.panel_host import until


@pytest.fixture
def renderer(qapp: QApplication) -> Iterator[PageRenderer]:
    owner = QObject(qapp)
    made = PageRenderer(fake_pages, owner)
    yield made
    made.close()
    assert not made.is_running()
    owner.deleteLater()


def test_no_process_runs_before_the_first_wish(renderer: PageRenderer) -> None:
    assert not renderer.is_running()


def test_the_newest_wish_wins(qtbot: QtBot, renderer: PageRenderer) -> None:
    made: list[PageMade] = []
    renderer.page_made.connect(made.append)
    for number in range(20):
        last = renderer.render(an_article(headline=f"Ferry {number}"), "en", is_dark=False)
    until(qtbot, lambda: bool(made) and made[-1].number == last, timeout=20000)
    assert [one.number for one in made] == [1, last]
    assert "Ferry 19" in made[-1].html


def test_files_are_fetched_beside_pages(qtbot: QtBot, renderer: PageRenderer) -> None:
    made: list[ResourceMade] = []
    renderer.resource_made.connect(made.append)
    number = renderer.fetch("theme/site.css")
    until(qtbot, lambda: bool(made), timeout=20000)
    assert (made[0].number, made[0].media_type) == (number, "text/css")


def test_a_process_that_dies_is_told_and_the_next_wish_starts_another(qtbot: QtBot, renderer: PageRenderer) -> None:
    stopped: list[Fault] = []
    made: list[PageMade] = []
    renderer.stopped.connect(stopped.append)
    renderer.page_made.connect(made.append)
    renderer.render(an_article(headline="die"), "en", is_dark=False)
    until(qtbot, lambda: bool(stopped), timeout=20000)
    assert "words are safe" in str(stopped[0])
    renderer.render(an_article(headline="Ferry"), "en", is_dark=False)
    until(qtbot, lambda: bool(made), timeout=20000)
    assert made[0].error is None


def test_files_asked_of_a_process_that_dies_or_just_died_are_answered(qtbot: QtBot, renderer: PageRenderer) -> None:
    answered: list[int] = []
    stopped: list[Fault] = []
    renderer.resource_made.connect(lambda made: answered.append(made.number))
    renderer.stopped.connect(stopped.append)
    asked = [renderer.fetch("images/die.png")]
    for process in multiprocessing.active_children():
        if process.name == "makala-preview":
            process.join(20)  # no event is heard meanwhile: its end is not known yet
    assert not renderer.is_running()
    asked.append(renderer.fetch("theme/site.css"))
    until(qtbot, lambda: bool(stopped), timeout=20000)
    assert answered == asked


def test_a_newsroom_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    renderer = PageRenderer(no_pages, owner)
    made: list[PageMade] = []
    renderer.page_made.connect(made.append)
    renderer.render(an_article(), "en", is_dark=False)
    until(qtbot, lambda: bool(made), timeout=20000)
    assert isinstance(made[0].error, Fault)
    renderer.close()
    owner.deleteLater()

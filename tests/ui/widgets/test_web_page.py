"""The page in the web engine: patched in place, cut off from the network, its links handed on, its death told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.article import Article
from editor.ui.page_renderer import PageRenderer
from editor.ui.page_worker import PageMade
from tests.builders import an_article, changed
from tests.ui.engine import need_engine
from tests.ui.fake_pages import FakePages, fake_pages
from tests.ui.panel_host import until

pytestmark = pytest.mark.no_qt_log

WORLD = 1  # the application's, not the page's
BODY = "\n\n".join(f"Paragraph {number} has some words of its own to fill a line or two of it." for number in range(60))


class Stage:
    """A page on screen with what it says, and a way to ask its document."""

    def __init__(self, qtbot: QtBot) -> None:
        from editor.ui.widgets.web_page import WebPage

        self._qtbot = qtbot
        self.holder = QWidget()
        self.renderer = PageRenderer(fake_pages, self.holder)
        self.view = WebPage(self.renderer, self.holder)
        self.view.resize(400, 500)
        self.holder.resize(400, 500)
        self.links: list[QUrl] = []
        self.ends: list[bool] = []
        self.caught_up = 0
        self.view.link_clicked.connect(self.links.append)
        self.view.ended.connect(lambda: self.ends.append(True))
        self.view.caught_up.connect(self._count)
        qtbot.addWidget(self.holder)
        self.holder.show()

    def show(self, article: Article, *, keeps_place: bool = True, dark: bool = False) -> None:
        """Show the article's page and wait until it is there."""
        pages = FakePages()
        shown, before = self.view.page().url().isValid(), self.caught_up
        html, path = pages.page(article, "en", dark=dark), pages.path(article, "en")
        if shown:
            self.view.show_page(html, path, keeps_place=keeps_place)
            until(self._qtbot, lambda: self.caught_up > before, timeout=10000)
            return
        with self._qtbot.waitSignal(self.view.ready, timeout=20000):
            self.view.show_page(html, path, keeps_place=keeps_place)

    def ask(self, script: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """Return what `script` says in the document."""
        answers: list[Any] = []
        self.view.page().runJavaScript(script, WORLD, answers.append)
        until(self._qtbot, lambda: bool(answers), timeout=10000)
        return answers[0]

    def _count(self) -> None:
        self.caught_up += 1


@pytest.fixture
def stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    need_engine(monkeypatch)
    made = Stage(qtbot)
    yield made
    made.renderer.close()
    made.holder.close()


def test_the_page_shows_with_its_style_and_pictures(qtbot: QtBot, stage: Stage) -> None:
    stage.show(an_article(body=BODY))
    assert stage.ask("document.querySelectorAll('p').length") == 60
    assert stage.ask("getComputedStyle(document.body).marginTop") == "16px"
    until(qtbot, lambda: stage.ask("document.querySelector('img').naturalWidth") == 64)


def test_no_script_of_the_page_runs_and_nothing_is_asked_of_the_network(stage: Stage) -> None:
    stage.show(an_article(headline="Ferry"))
    assert stage.ask("document.title") == "Ferry"
    assert stage.ask("document.querySelector('#foreign').naturalWidth") == 0
    assert stage.ask("performance.getEntriesByType('resource').every((one) => !one.transferSize)") is True


def test_a_change_is_patched_in_and_unchanged_elements_stay_the_same(stage: Stage) -> None:
    article = an_article(body=BODY)
    stage.show(article)
    stage.ask("window.kept = [document.querySelector('img'), document.querySelector('#p40')]; 0")
    stage.show(changed(article, body=BODY.replace("Paragraph 2 has", "Paragraph 2 now has")))
    assert "now has" in stage.ask("document.querySelector('#p2').textContent")
    assert stage.ask("document.querySelector('img') === kept[0] && document.querySelector('#p40') === kept[1]") is True


@pytest.mark.parametrize(
    "change",
    [
        lambda body: f"A new first paragraph.\n\nAnd one more.\n\n{body}",
        lambda body: body.split("\n\n", 10)[10],
        lambda body: body.replace("Paragraph 1 has", "Paragraph 1, " + "much longer now, " * 30 + "has"),
        lambda body: f"{body}\n\nAnd an end.",
    ],
    ids=["put in above", "taken out above", "grown above", "put in below"],
)
def test_what_is_looked_at_stays_within_two_pixels(stage: Stage, change: Callable[[str], str]) -> None:
    article = an_article(body=BODY)
    stage.show(article)
    stage.ask("document.querySelector('#p30').scrollIntoView(); 0")
    words = "Paragraph 30 has"
    find = f"[...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('{words}'))"
    before = stage.ask(f"{find}.getBoundingClientRect().top")
    stage.show(changed(article, body=change(BODY)))
    after = stage.ask(f"{find}.getBoundingClientRect().top")
    assert abs(after - before) <= 2


def test_another_article_begins_at_its_top(stage: Stage) -> None:
    stage.show(an_article(body=BODY))
    stage.ask("window.scrollTo(0, 900); 0")
    stage.show(an_article(headline="Another", body=BODY), keeps_place=False)
    assert stage.ask("window.scrollY") == 0
    assert stage.ask("document.querySelector('h1').textContent") == "Another"


def test_no_white_frame_stands_between_two_states_of_a_dark_page(qtbot: QtBot, stage: Stage) -> None:
    article = an_article(body=BODY)
    stage.view.set_ground(QColor("#101010"))
    stage.show(article, dark=True)
    until(qtbot, lambda: stage.view.grab().toImage().pixelColor(370, 5).lightness() < 60)
    for number in range(5):
        html = FakePages().page(changed(article, body=f"{BODY}\n\n{number}"), "en", dark=True)
        stage.view.show_page(html, "en/x/index.html", keeps_place=True)
        for _ in range(5):
            assert stage.view.grab().toImage().pixelColor(370, 5).lightness() < 60
            qtbot.wait(5)


def test_links_are_handed_on_and_never_followed(qtbot: QtBot, stage: Stage) -> None:
    stage.show(an_article(slug="ferry"))
    for name in ("own", "out"):
        stage.ask(f"document.querySelector('#{name}').click(); 0")
    until(qtbot, lambda: len(stage.links) == 2)
    assert [link.toString() for link in stage.links] == [
        "makala://site/en/other/index.html",
        "https://outside.example/x",
    ]
    assert stage.ask("location.pathname") == "/en/ferry/index.html"


def test_the_death_of_the_engine_s_process_is_told_and_the_page_comes_back(qtbot: QtBot, stage: Stage) -> None:
    stage.show(an_article(headline="Ferry"))
    stage.view.page().setUrl(QUrl("makala://site/none"))
    stage.view.page().renderProcessTerminated.emit(
        stage.view.page().RenderProcessTerminationStatus.CrashedTerminationStatus, 11
    )
    assert stage.ends == [True]
    with qtbot.waitSignal(stage.view.ready, timeout=20000):
        stage.view.load_again()
    assert stage.ask("document.querySelector('h1').textContent") == "Ferry"


def test_a_page_made_while_the_first_one_loads_is_caught_up_with(qtbot: QtBot, stage: Stage) -> None:
    article = an_article(slug="ferry", body="one")
    pages = FakePages()
    first: list[PageMade] = [PageMade(1, pages.page(article, "en"), pages.path(article, "en"))]
    stage.view.show_page(first[0].html, first[0].path, keeps_place=True)
    newer = pages.page(changed(article, body="two"), "en")
    stage.view.show_page(newer, first[0].path, keeps_place=True)
    until(qtbot, lambda: stage.ask("document.querySelector('#p0')?.textContent") == "two", timeout=20000)

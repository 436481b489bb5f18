"""The preview: follows the typing, in the edition, width and colours chosen; says why it is plain, and recovers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import Change, CreateArticle, EditSettings, change_article
from editor.ui import web_engine
from editor.ui.jobs import Jobs
from editor.ui.panels.preview import PreviewPanel
from editor.ui.pause import PAUSE_MS
from editor.ui.registry import PREVIEW
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.page_stage import PageStage
from editor.ui.widgets.plain_page import PlainPage
from tests.builders import NOON, an_article, changed, some_settings
from tests.ui.engine import need_engine
from tests.ui.fake_pages import fake_pages
from tests.ui.manual_timers import ManualTimers
from tests.ui.panel_host import hosted, until

PATIENCE = 60000  # a busy machine; each wait ends as soon as it can


class Shown(QWidget):
    """The panel over fake pages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.panel = PreviewPanel(fake_pages, desk.articles, desk.newsroom, self.jobs)
        self.notices: list[object] = []
        self.requested: list[str] = []
        self.panel.notice.connect(self.notices.append)
        self.panel.article_requested.connect(self.requested.append)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.resize(420, 640)

    @property
    def plain(self) -> PlainPage | None:
        return self.panel.findChild(PlainPage)

    def words(self) -> str:
        return self.plain.toPlainText() if self.plain else ""

    def end(self) -> None:
        self.panel.shut()
        self.jobs.stop_all()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Shown:
    made = Shown(desk)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.end())
    made.show()
    return made


def empty_state(shown: Shown) -> list[str]:
    states = [state for state in shown.panel.findChildren(EmptyState) if state.isVisible()]
    return [label.text() for state in states for label in state.findChildren(QLabel) if label.text()]


def typed(article: Article, field: str = "body") -> Change:
    edit = change_article(article, say("Typing"), **{field: getattr(article, field)})
    return Change(edit=edit, by="", at=NOON, articles=frozenset({article.id}), fields=frozenset({field}))


def test_nothing_open_says_what_belongs_here(shown: Shown) -> None:
    assert "The page shows here" in empty_state(shown)


def test_pitfall_37_without_the_engine_the_page_is_plain_and_says_why(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="Ferry", body="It runs."))
    until(qtbot, lambda: "It runs." in shown.words(), PATIENCE)
    reason = shown.panel.findChild(NoticeBar)
    assert reason is not None
    assert web_engine.PLAIN_VARIABLE in reason.text
    assert "run" not in shown.words().split()  # the page's script is no text


def test_after_nothing_was_open_the_next_article_shows_again(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="Ferry", body="It runs."))
    until(qtbot, lambda: "It runs." in shown.words(), PATIENCE)
    shown.panel.show_article(None)
    assert "The page shows here" in empty_state(shown)
    shown.panel.show_article(an_article(headline="Bridge", body="It stands."))
    until(qtbot, lambda: "It stands." in shown.words(), PATIENCE)
    assert empty_state(shown) == []


def test_an_article_opened_before_the_first_page_is_there_says_that_it_comes(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="Ferry", body="It runs."))
    assert empty_state(shown) == ["Preparing the page…"]
    shown.panel.show_article(None)
    shown.panel.show_article(an_article(headline="Bridge", body="It stands."))
    assert empty_state(shown) == ["Preparing the page…"]
    until(qtbot, lambda: "It stands." in shown.words(), PATIENCE)
    assert empty_state(shown) == []


def test_it_follows_the_typing_before_anything_is_saved(qtbot: QtBot, shown: Shown) -> None:
    article = an_article(headline="Ferry", body="It runs.")
    shown.panel.show_article(article)
    until(qtbot, lambda: "It runs." in shown.words(), PATIENCE)
    for end in ("It runs. A", "It runs. Ag", "It runs. Again"):
        shown.panel.show_typed(changed(article, body=end))
    until(qtbot, lambda: "It runs. Again" in shown.words(), PATIENCE)


def test_the_saving_of_older_words_does_not_take_younger_ones_off_the_screen(qtbot: QtBot, shown: Shown) -> None:
    article = an_article(headline="Ferry", body="one")
    shown.panel.show_article(article)
    until(qtbot, lambda: "one" in shown.words(), PATIENCE)
    shown.panel.show_typed(changed(article, body="one two"))
    saved = changed(article, body="one", tags=("ferry",))
    shown.panel.apply_change(typed(saved, "tags"), saved)
    until(qtbot, lambda: "one two" in shown.words(), PATIENCE)


def test_an_edition_is_chosen_and_kept(shown: Shown) -> None:
    edition = shown.panel.findChild(ChoiceField, "preview.edition")
    assert edition is not None
    shown.panel.show_article(an_article(headline="Ferry"))
    assert edition.value() == "en"
    edition.setCurrentIndex(edition.findData("sw"))
    edition.activated.emit(edition.currentIndex())
    shown.panel.show_article(an_article(headline="Bridge"))
    assert edition.value() == "sw"


def test_a_newsroom_without_editions_shows_the_article_s_own_language(shown: Shown, desk: Desk) -> None:
    settings = desk.newsroom.settings
    change = desk.articles.apply(EditSettings(settings, some_settings(editions=()), say("None")))
    article = an_article(headline="Ferry")
    shown.panel.show_article(article)
    shown.panel.apply_change(change, article)
    edition = shown.panel.findChild(ChoiceField, "preview.edition")
    assert edition is not None
    assert edition.currentText() == "English, no edition yet"


def test_widths_and_colours_are_chosen_by_keyboard(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="Ferry"))
    until(qtbot, lambda: "Ferry" in shown.words(), PATIENCE)
    stage = shown.panel.findChild(PageStage)
    dark = shown.panel.findChild(QToolButton, "preview.scheme.dark")
    tablet = shown.panel.findChild(QToolButton, "preview.device.tablet")
    assert stage is not None
    assert dark is not None
    assert tablet is not None
    for button in (dark, tablet):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert button.isChecked()
        assert button.accessibleName()


def test_trouble_is_said_and_trying_again_recovers(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="fault"))
    until(qtbot, lambda: "The page could not be made." in empty_state(shown), PATIENCE)
    shown.panel.show_typed(an_article(headline="Ferry"))
    until(qtbot, lambda: shown.plain is not None and shown.plain.isVisible(), PATIENCE)


def test_a_rendering_process_that_dies_can_be_started_again(qtbot: QtBot, shown: Shown) -> None:
    shown.panel.show_article(an_article(headline="die"))
    until(qtbot, lambda: any("stopped by itself" in text for text in empty_state(shown)), PATIENCE)
    retry = next(one for one in shown.panel.findChildren(QPushButton, "empty_state.action") if one.isVisibleTo(shown))
    retry.click()
    assert empty_state(shown) == ["Preparing the page…"]
    until(qtbot, lambda: any("stopped by itself" in text for text in empty_state(shown)), PATIENCE)
    shown.panel.show_article(an_article(headline="Ferry"))
    until(qtbot, lambda: "Ferry" in shown.words(), PATIENCE)


@pytest.mark.parametrize(
    ("address", "said"),
    [("https://outside.example/x", "not followed"), ("makala://site/en/index.html", "articles only")],
)
def test_links_that_lead_elsewhere_are_said(qtbot: QtBot, shown: Shown, address: str, said: str) -> None:
    shown.panel.show_article(an_article(headline="Ferry"))
    until(qtbot, lambda: shown.plain is not None, PATIENCE)
    assert shown.plain is not None
    shown.plain.link_clicked.emit(QUrl(address))
    assert said in str(shown.notices[0])


def test_a_link_to_an_own_article_opens_it(qtbot: QtBot, shown: Shown, desk: Desk) -> None:
    other = an_article(headline="Other", slug="other")
    desk.articles.apply(CreateArticle(other, say("New"), NOON))
    shown.panel.show_article(an_article(headline="Ferry"))
    until(qtbot, lambda: shown.plain is not None, PATIENCE)
    assert shown.plain is not None
    shown.plain.link_clicked.emit(QUrl("makala://site/en/other/index.html"))
    assert shown.requested == [other.id]


def test_a_link_to_another_edition_switches_to_it(qtbot: QtBot, shown: Shown, desk: Desk) -> None:
    article = an_article(headline="Ferry", slug="ferry")
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    shown.panel.show_article(article)
    until(qtbot, lambda: shown.plain is not None, PATIENCE)
    assert shown.plain is not None
    shown.plain.link_clicked.emit(QUrl("makala://site/sw/ferry/index.html"))
    edition = shown.panel.findChild(ChoiceField, "preview.edition")
    assert edition is not None
    assert edition.value() == "sw"
    assert shown.requested == []


def test_closing_leaves_no_process_and_no_timer(qtbot: QtBot, shown: Shown) -> None:
    import multiprocessing

    article = an_article(headline="Ferry")
    shown.panel.show_article(article)
    until(qtbot, lambda: "Ferry" in shown.words(), PATIENCE)
    assert [child.name for child in multiprocessing.active_children()] == ["makala-preview"]
    shown.panel.show_typed(article)
    shown.panel.shut()
    assert multiprocessing.active_children() == []


@pytest.mark.no_qt_log
def test_the_very_page_of_the_export_shows_in_the_engine(
    qtbot: QtBot,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need_engine(monkeypatch)
    article = an_article(headline="Ferry runs again", body="It does.")
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    host = hosted(qtbot, desk, PREVIEW, article)
    from editor.ui.widgets.web_page import WebPage

    until(qtbot, _is_up(host.panel, WebPage), PATIENCE)
    view = host.panel.findChild(WebPage)
    assert view is not None
    answers: list[Any] = []

    def says(what: str) -> bool:
        view.page().runJavaScript(
            "document.querySelector('h1').textContent + document.body.innerText", 1, answers.append
        )
        qtbot.wait(20)
        return bool(answers) and what in str(answers[-1])

    until(qtbot, lambda: says("Ferry runs again"), PATIENCE)
    host.panel.show_typed(changed(article, body="It does, and on time."))
    until(qtbot, lambda: says("on time"), PATIENCE)
    panel = host.panel
    assert isinstance(panel, PreviewPanel)
    panel.shut()


@pytest.mark.no_qt_log  # a machine without a graphics card is told of once by the engine, wherever it begins
def test_the_engine_waits_for_a_pause_and_what_is_typed_meanwhile_arrives(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_engine(monkeypatch)
    from editor.ui.widgets.web_page import WebPage

    window, timers = QWidget(), ManualTimers()
    jobs: list[object] = []
    panel_jobs = Jobs(window)
    panel_jobs.started.connect(jobs.append)
    panel = PreviewPanel(fake_pages, desk.articles, desk.newsroom, panel_jobs, timers)
    field = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(panel)
    qtbot.addWidget(window, before_close_func=lambda _: panel.shut())
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    panel.show_article(an_article(headline="Ferry"))
    for key in (Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_Y):
        timers.forward(PAUSE_MS - 1)
        QTest.keyClick(window.windowHandle(), key)
    assert not jobs
    assert "Preparing the page…" in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    timers.forward(PAUSE_MS)
    assert jobs
    until(qtbot, panel_jobs.is_idle, PATIENCE)
    assert panel.findChild(WebPage) is None  # tried out, and waiting for the next pause to come on screen
    handle = window.windowHandle()
    QTest.keyClicks(field, " run")
    timers.forward(PAUSE_MS)
    assert panel.findChild(WebPage) is not None
    assert window.windowHandle() is handle  # a window made anew would lose the keys on their way to it
    QTest.keyClick(handle, Qt.Key.Key_S)
    assert field.text() == "ferry runs"


def _is_up(panel: QWidget, kind: type[QWidget]) -> Callable[[], bool]:
    def is_up() -> bool:
        found = panel.findChild(kind)
        return found is not None and found.isVisible()

    return is_up

"""The status line: length, last save, what to check, what is under way and how to stop it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, change_article
from editor.ui.jobs import Jobs
from editor.ui.status_line import PAUSE_MS, SAID_MS, StatusLine
from editor.ui.widgets.typing_pace import LULL_MS
from editor.ui.widgets.wall_time import short_time
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article, changed


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Two words", body="And four more words")
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


@pytest.fixture
def workspace(desk: Desk) -> Workspace:
    return Workspace(desk)


@pytest.fixture
def line(qtbot: QtBot, workspace: Workspace, jobs: Jobs) -> Iterator[StatusLine]:
    made = StatusLine(workspace, jobs)
    made.show()
    yield made
    qtbot.waitUntil(jobs.is_idle)
    made.close()
    made.deleteLater()


def _said(line: StatusLine, name: str) -> str:
    label = line.findChild(QWidget, f"status.{name}")
    assert isinstance(label, QLabel | QToolButton)
    return label.text()


def test_nothing_is_counted_before_the_window_is_at_rest(
    qtbot: QtBot, workspace: Workspace, line: StatusLine, jobs: Jobs, article: Article
) -> None:
    with qtbot.assertNotEmitted(jobs.started, wait=600):
        workspace.open(article.id)
    assert _said(line, "length") == ""


def test_words_are_counted(qtbot: QtBot, workspace: Workspace, line: StatusLine, article: Article) -> None:
    workspace.open(article.id)
    line.look_again()
    qtbot.waitUntil(lambda: _said(line, "length") == "6 words · 1 min")


def test_the_count_follows_the_typing(qtbot: QtBot, workspace: Workspace, line: StatusLine, article: Article) -> None:
    workspace.open(article.id)
    line.look_again()
    workspace.tell_typed(None, changed(article, body="One"))
    qtbot.waitUntil(lambda: _said(line, "length") == "3 words · 1 min")


def test_nothing_is_checked_between_two_keys(
    qtbot: QtBot, workspace: Workspace, line: StatusLine, jobs: Jobs, article: Article
) -> None:
    workspace.open(article.id)
    line.look_again()
    qtbot.waitUntil(jobs.is_idle)
    begun: list[str] = []
    jobs.started.connect(lambda job: begun.append(job.title.text))
    workspace.request(change_article(article, say("Typing"), body="One"))
    for _key in range(PAUSE_MS // 100 + 2):
        workspace.tell_typed(None, changed(article, body="One"))
        qtbot.wait(100)
    assert set(begun) == {"Counting"}
    qtbot.waitUntil(lambda: "Checking" in begun)
    qtbot.waitUntil(jobs.is_idle)


def test_nothing_is_checked_between_two_keys_of_a_long_text_which_tells_nothing_of_them(
    qtbot: QtBot, workspace: Workspace, jobs: Jobs, article: Article
) -> None:
    rest = [0]
    made = StatusLine(workspace, jobs, lambda: rest[0])
    qtbot.addWidget(made)
    workspace.open(article.id)
    made.look_again()
    qtbot.waitUntil(jobs.is_idle)
    begun: list[str] = []
    jobs.started.connect(lambda job: begun.append(job.title.text))
    workspace.request(change_article(article, say("Typing"), body="One"))
    paused = next(timer for timer in made.findChildren(QTimer) if timer.interval() == PAUSE_MS)
    paused.timeout.emit()  # a second after the save, of which the next comes in a moment
    assert begun == []
    rest[0] = LULL_MS
    qtbot.waitUntil(lambda: "Checking" in begun)
    qtbot.waitUntil(jobs.is_idle)


def test_the_last_save_is_told_as_the_list_tells_it(workspace: Workspace, line: StatusLine, article: Article) -> None:
    workspace.open(article.id)
    workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    zone = workspace.desk.newsroom.settings.display_zone
    assert _said(line, "saved") == f"Saved {short_time(NOON, zone, NOON)}"


def test_what_is_said_stands_beside_the_counts_and_over_none_of_them(
    qtbot: QtBot, workspace: Workspace, line: StatusLine, article: Article
) -> None:
    workspace.done.emit(say("Taken back."))
    workspace.open(article.id)
    line.look_again()
    qtbot.waitUntil(line.length.isVisible)
    assert _said(line, "said") == "Taken back."
    line.resize(900, line.height())
    line.layout().activate()  # type: ignore[union-attr]
    said, counted = line.findChild(QWidget, "status.said"), line.length
    assert said is not None
    assert counted.isVisible()
    assert not said.geometry().intersects(counted.geometry())
    timer = next(one for one in line.findChildren(QTimer) if one.interval() == SAID_MS)
    assert timer.isActive()
    timer.timeout.emit()
    assert _said(line, "said") == ""


def test_what_to_check_can_be_gone_to(qtbot: QtBot, workspace: Workspace, line: StatusLine, article: Article) -> None:
    workspace.open(article.id)
    workspace.request(change_article(article, say("Publish"), status=Status.PUBLISHED))
    line.look_again()
    button = line.findChild(QToolButton, "status.problems")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(lambda: not button.isHidden())
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()
    with qtbot.waitSignal(line.problem_chosen) as caught:
        menu.actions()[0].trigger()
    assert caught.args[0].message


def test_work_is_shown_with_its_progress_and_stops_on_request(
    qtbot: QtBot, line: StatusLine, jobs: Jobs, workspace: Workspace
) -> None:
    go, reported = threading.Event(), threading.Event()

    def work(context: JobContext) -> str:
        context.report(0.0, say("Writing pages"))
        context.report(1.0, say("Writing pages"))
        reported.set()
        while not context.stop.is_set():
            go.wait(0.01)
        context.check()
        return ""

    stop, bar = line.findChild(QPushButton, "status.stop"), line.findChild(QProgressBar, "status.progress")
    assert isinstance(stop, QPushButton)
    assert isinstance(bar, QProgressBar)
    assert stop.isHidden()
    jobs.submit(work, title=say("Exporting"), done=workspace.open)
    assert _said(line, "doing") == "Exporting"
    assert not stop.isHidden()
    qtbot.waitUntil(lambda: _said(line, "doing") == "Writing pages")
    assert bar.value() == bar.maximum()
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(jobs.is_idle)
    assert stop.isHidden()


def test_a_headline_in_what_is_under_way_does_not_widen_the_window(
    qtbot: QtBot, line: StatusLine, jobs: Jobs, workspace: Workspace
) -> None:
    go = threading.Event()

    def work(context: JobContext) -> str:
        context.report(0.5, say("Writing {headline}", headline="Two drum kits at a summit in Nara " * 9))
        go.wait(20)
        return ""

    jobs.submit(work, title=say("Exporting"), done=workspace.open)
    least = line.minimumSizeHint().width()
    qtbot.waitUntil(lambda: _said(line, "doing").startswith("Writing"))
    try:
        assert line.minimumSizeHint().width() == least
    finally:
        go.set()


def test_work_that_began_first_is_shown_again_when_the_second_ends(
    qtbot: QtBot, line: StatusLine, jobs: Jobs, workspace: Workspace
) -> None:
    ends = {"Exporting": threading.Event(), "Backing up": threading.Event()}

    def work(title: str, _context: JobContext) -> str:
        ends[title].wait(10)
        return ""

    for title in ends:
        jobs.submit(partial(work, title), title=Message(title), done=workspace.open)
    assert _said(line, "doing") == "Backing up"
    ends["Backing up"].set()
    qtbot.waitUntil(lambda: _said(line, "doing") == "Exporting")
    ends["Exporting"].set()
    qtbot.waitUntil(jobs.is_idle)


def test_quiet_work_is_not_shown(line: StatusLine, jobs: Jobs, workspace: Workspace, qtbot: QtBot) -> None:
    jobs.submit(lambda _context: "", title=say("Preview"), done=workspace.open, is_quiet=True)
    assert _said(line, "doing") == ""
    qtbot.waitUntil(jobs.is_idle)

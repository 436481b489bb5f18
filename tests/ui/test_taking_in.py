"""Taking in: looked over, asked about, taken in by one press and out again by one undo; nothing before that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.services.taking_in import TakenReport, Understood
from editor.ui.jobs import Jobs
from editor.ui.taking_in import TakeInWindow
from editor.ui.widgets.marked_list import MarkedList
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.zone_field import ZoneField
from editor.ui.workspace import Workspace
from tests.ui.panel_host import until

FILE = """---
makala: 1
language: en
headline: {headline}
slug: {slug}
---
{body}
"""
PAGE = """Ferry runs again

The ferry crosses the bay once more after a week in the harbour, and the town is glad of it.

The captain said on Tuesday that the engine had been put right by the people of the town themselves.

Related articles

The harbour opened its gates early, and boats went out with the morning tide as they had always done.

{date}

Harbour opens

{other}

Bridge planned"""
SUMMER = PAGE.format(date="Sunday, 11 January 2026, 21:00:00", other="Friday, 9 January 2026, 08:30:00")


class Taking:
    """The window over a real desk."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot = qtbot
        self.desk = desk
        self.owner = QWidget()
        self.jobs = Jobs(self.owner)
        self.workspace = Workspace(desk, self.owner)
        qtbot.addWidget(self.owner, before_close_func=lambda _: self.jobs.stop_all())

    def open(self, *paths: Path) -> TakeInWindow:
        window = TakeInWindow(self.workspace, self.jobs, list(paths))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self._qtbot.addWidget(window)
        window.show()
        self.settle()
        return window

    def settle(self) -> None:
        """Wait until everything that was asked for is read."""
        self._qtbot.wait(200)
        until(self._qtbot, self.jobs.is_idle, timeout=20000)


@pytest.fixture
def taking(qtbot: QtBot, desk: Desk) -> Taking:
    return Taking(qtbot, desk)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, text: str = "", **words: str) -> Path:
        words = {"headline": "Ferry", "slug": "ferry", "body": "It runs.", **words}
        path = tmp_path / name
        path.write_text(text or FILE.format(**words), encoding="utf-8")
        return path

    return write


def rows(window: TakeInWindow) -> list[str]:
    found = window.findChild(MarkedList, "take_in.list")
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def text(window: TakeInWindow, name: str) -> str:
    found = window.findChild(QLabel, f"take_in.{name}")
    assert found is not None
    return found.text()


def take(window: TakeInWindow) -> QPushButton:
    found = window.findChild(QPushButton, "take_in.take")
    assert found is not None
    return found


def test_without_files_it_says_what_can_be_taken_in(taking: Taking) -> None:
    window = taking.open()
    assert not take(window).isEnabled()
    assert not rows(window)


def test_a_file_is_looked_over_and_nothing_is_written(taking: Taking, write: Callable[..., Path]) -> None:
    window = taking.open(write("ferry.md"))
    assert rows(window) == ["Ferry"]
    assert text(window, "headline") == "Ferry"
    assert take(window).text() == "Take in 1 article"
    assert taking.desk.articles.heads() == []
    window.close()
    assert taking.desk.articles.heads() == []


def test_several_files_are_in_after_one_press_and_out_after_one_undo(
    qtbot: QtBot, taking: Taking, write: Callable[..., Path]
) -> None:
    files = [write(f"{slug}.md", headline=slug.title(), slug=slug) for slug in ("ferry", "harbour", "bridge")]
    window = taking.open(*files)
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not window.isVisible())
    assert len(taking.desk.articles.heads()) == 3
    assert taking.workspace.article is not None
    assert str(taking.workspace.stack.undo_label()) == "Take in 3 files"
    taking.workspace.undo()
    assert taking.desk.articles.heads() == []
    taking.workspace.redo()
    assert len(taking.desk.articles.heads()) == 3


def test_a_bad_file_is_named_with_its_line_and_stops_no_other(
    qtbot: QtBot, taking: Taking, write: Callable[..., Path]
) -> None:
    window = taking.open(write("broken.md", "---\nmakala: 1\nheadline: [x\n---\nBody"), write("ferry.md"))
    found = window.findChild(MarkedList, "take_in.list")
    assert found is not None
    spoken = str(found.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "broken.md, line" in spoken
    assert "Cannot be taken in" in spoken
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(taking.desk.articles.heads()) == 1)
    until(qtbot, lambda: text(window, "summary") == "1 article is in. 1 file was left out.")


def test_after_a_full_disk_trying_again_takes_in_what_is_left(
    qtbot: QtBot, taking: Taking, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = taking.open(*(write(f"{slug}.md", headline=slug.title(), slug=slug) for slug in ("bridge", "ferry")))
    real = taking.desk.taking_in.take

    def full(understood: Understood, context: JobContext) -> TakenReport:
        if taking.desk.articles.heads():
            raise Fault(say("Nothing was taken in."), say("The disk is full."))
        return real(understood, context)

    with monkeypatch.context() as disk:
        disk.setattr(taking.desk.taking_in, "take", full)
        QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
        until(qtbot, lambda: text(window, "summary") == "1 article is in.")
    again = window.findChild(QPushButton, "notice.action")
    assert again is not None
    again.click()
    taking.settle()
    assert text(window, "summary") == "1 article can be taken in. 1 cannot be taken in."
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(taking.desk.articles.heads()) == 2)


def test_a_page_without_a_zone_is_asked_about(qtbot: QtBot, taking: Taking, write: Callable[..., Path]) -> None:
    window = taking.open(write("page.txt", SUMMER))
    assert "Whose clock" in text(window, "asked")
    assert not take(window).isEnabled()
    assert text(window, "summary") == "1 needs your answer."
    zone = window.findChild(ZoneField, "take_in.zone")
    assert zone is not None
    zone.setEditText("nairobi")
    zone.settle()
    assert zone.value() == "Africa/Nairobi"
    taking.settle()
    assert rows(window) == ["Ferry runs again"]
    assert zone.value() == "Africa/Nairobi"
    dates = window.findChild(MarkedList, "take_in.dates")
    assert dates is not None
    assert dates.item(0).text() == "Harbour opens"
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(taking.desk.articles.heads()) == 1)
    taken = taking.desk.articles.get(taking.desk.articles.heads()[0].id)
    assert (taken.display_zone, taken.zone_source) == ("Africa/Nairobi", "assumed")


def test_nothing_moves_when_the_question_is_answered(taking: Taking, write: Callable[..., Path]) -> None:
    window = taking.open(write("page.txt", SUMMER))
    zone = window.findChild(ZoneField, "take_in.zone")
    found = window.findChild(MarkedList, "take_in.list")
    assert zone is not None
    assert found is not None
    before = [widget.mapTo(window, QPoint()).y() for widget in (zone, found)]
    zone.setEditText("nairobi")
    zone.settle()
    taking.settle()
    assert take(window).isEnabled()
    assert [widget.mapTo(window, QPoint()).y() for widget in (zone, found)] == before


def test_a_time_that_a_clock_shows_twice_is_asked_about(
    qtbot: QtBot, taking: Taking, write: Callable[..., Path]
) -> None:
    twice = PAGE.format(date="Sunday, 1 November 2026, 01:30:00", other="Friday, 9 January 2026, 08:30:00")
    window = taking.open(write("page.txt", twice))
    zone = window.findChild(ZoneField, "take_in.zone")
    assert zone is not None
    zone.setEditText("America/New_York")
    zone.settle()
    taking.settle()
    assert "two instants" in text(window, "asked")
    second = window.findChild(QRadioButton, "take_in.instant.1")
    assert second is not None
    second.click()
    taking.settle()
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(taking.desk.articles.heads()) == 1)
    taken = taking.desk.articles.get(taking.desk.articles.heads()[0].id)
    instants = {link.external.published for link in taken.links if link.external and link.external.published}
    assert "2026-11-01T06:30:00+00:00" in {instant.isoformat() for instant in instants}


def test_a_file_that_is_here_already_is_refused_or_replaces(
    qtbot: QtBot, taking: Taking, write: Callable[..., Path]
) -> None:
    first = taking.open(write("ferry.md"))
    QTest.mouseClick(take(first), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not first.isVisible())
    window = taking.open(write("ferry.md", headline="Ferry, anew"))
    assert not take(window).isEnabled()
    update = window.findChild(QCheckBox, "take_in.update")
    assert update is not None
    update.click()
    taking.settle()
    QTest.mouseClick(take(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not window.isVisible())
    assert [head.headline for head in taking.desk.articles.heads()] == ["Ferry, anew"]
    taking.workspace.undo()
    assert [head.headline for head in taking.desk.articles.heads()] == ["Ferry"]


def test_a_pasted_page_and_dropped_files_are_added(taking: Taking, write: Callable[..., Path]) -> None:
    window = taking.open()
    QGuiApplication.clipboard().setText(SUMMER)
    paste = window.findChild(QPushButton, "take_in.paste")
    assert paste is not None
    paste.click()
    taking.settle()
    assert len(rows(window)) == 1
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(write("ferry.md")))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), action, carried, button, keys))
    taking.settle()
    assert len(rows(window)) == 2
    window.close()


def test_an_empty_clipboard_is_said(taking: Taking) -> None:
    window = taking.open()
    QGuiApplication.clipboard().clear()
    paste = window.findChild(QPushButton, "take_in.paste")
    assert paste is not None
    paste.click()
    notice = window.findChild(NoticeBar)
    assert notice is not None
    assert "clipboard" in notice.text

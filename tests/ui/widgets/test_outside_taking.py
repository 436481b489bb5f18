"""What tells of articles elsewhere, whichever way it comes: told apart by what is carried, read in a job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import Message
from editor.domain.told import Feed, Told
from editor.ui.jobs import Jobs
from editor.ui.widgets import outside_taking
from editor.ui.widgets.outside_taking import OutsideTaking, source_of
from tests.ui.panel_host import until

URL = "https://example.org/a"
FEED = "<rss><channel><item><title>Port strike ends</title></item></channel></rss>"


def carried(text: str = "", html: str = "", url: str = "") -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    if url:
        mime.setUrls([QUrl(url)])
    return mime


def test_what_is_carried(tmp_path: Path) -> None:
    link = f'<a href="{URL}">Port strike ends</a>'
    page = "<html><head><title>Port</title></head>"
    assert source_of(carried(URL)) == URL
    assert source_of(carried(url=URL)) == URL
    assert source_of(carried(URL, link, URL)) == link  # a link dragged from a browser says what it is called
    assert source_of(carried("Port\nIt opened.", "<b>Port</b><p>It opened.")) == "Port\nIt opened."
    assert source_of(carried("Port", page)) == page
    assert source_of(carried(url=QUrl.fromLocalFile(str(tmp_path / "feed.xml")).toString())) == tmp_path / "feed.xml"
    assert source_of(carried()) is None
    assert source_of(carried("  ")) is None


@pytest.fixture
def taking(qtbot: QtBot, desk: Desk) -> Iterator[OutsideTaking]:
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    yield OutsideTaking(desk.related.telling, jobs, window)
    jobs.stop_all()


def test_a_file_that_is_chosen(
    qtbot: QtBot, taking: OutsideTaking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(FEED)
    monkeypatch.setattr(outside_taking, "ask_files", lambda *_: [file])
    found: list[Feed] = []
    taking.fed.connect(found.append)
    taking.choose()
    until(qtbot, lambda: bool(found), 30_000)
    assert [entry.headline for entry in found[0].entries] == ["Port strike ends"]


def test_what_cannot_be_taken_is_refused_in_words(qtbot: QtBot, taking: OutsideTaking) -> None:
    refused: list[UserError | Fault] = []
    told: list[Told] = []
    taking.refused.connect(refused.append)
    taking.told.connect(told.append)
    taking.take(carried())
    assert [str(one).split(". ")[0] for one in refused] == ["There is no address, page or feed on the clipboard"]
    taking.take(carried("javascript:alert(1)"))
    until(qtbot, lambda: len(refused) == 2)
    assert isinstance(refused[1], UserError)
    assert isinstance(refused[1].message, Message)
    taking.take(carried(FEED[:-9]))
    until(qtbot, lambda: len(refused) == 3)
    assert told == []


def test_what_is_given_up_tells_nothing(qtbot: QtBot, taking: OutsideTaking) -> None:
    told: list[Told] = []
    taking.told.connect(told.append)
    taking.take(carried(URL))
    taking.forget()
    taking.take(carried("Port strike ends"))
    until(qtbot, lambda: bool(told))
    assert told == [Told(headline="Port strike ends")]

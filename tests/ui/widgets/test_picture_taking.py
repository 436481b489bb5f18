"""How pictures come in through the images panel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import Message
from editor.ui.jobs import Jobs
from editor.ui.widgets.picture_taking import PictureTaking
from tests.builders import an_article
from tests.images.pictures import a_picture, as_jpeg


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


@pytest.fixture
def taking(desk: Desk, jobs: Jobs, qtbot: QtBot) -> PictureTaking:
    window = QWidget()
    qtbot.addWidget(window)
    made = PictureTaking(desk.images, desk.clock, jobs, window)
    made.edit_requested.connect(desk.articles.apply)
    return made


def _drop(taking: PictureTaking, *paths: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    taking.drop(carried)


def test_a_look_alike_and_a_copy_are_told_by_name(
    taking: PictureTaking, jobs: Jobs, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = a_picture(3)
    (tmp_path / "harbour.png").write_bytes(photo)
    (tmp_path / "again.png").write_bytes(photo)
    (tmp_path / "small.jpg").write_bytes(as_jpeg(photo, width=160))
    said: list[object] = []
    taking.notice.connect(said.append)
    for name in ("harbour.png", "again.png", "small.jpg"):
        _drop(taking, tmp_path / name)
        qtbot.waitUntil(jobs.is_idle)
    assert [str(notice) for notice in said if isinstance(notice, Message)] == [
        "“again.png” is in the newsroom already, as “harbour.png”.",
        "“small.jpg” looks like “harbour.png”, which is in the newsroom already.",
    ]
    assert len(desk.images.all()) == 2


def test_the_first_goes_into_an_empty_place(taking: PictureTaking, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(a_picture(1))
    taking.article = an_article()
    taking.edit_requested.disconnect()
    with qtbot.waitSignal(taking.edit_requested), qtbot.waitSignal(taking.arriving) as arrived:
        _drop(taking, tmp_path / "a.png")
    assert arrived.args[1] is True
    qtbot.waitUntil(jobs.is_idle)


def test_pitfall_35_an_empty_clipboard_is_said(
    taking: PictureTaking, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pitfall 35: some Qt versions hand out nothing at all."""
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(taking.notice):
        taking.paste()
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    with qtbot.waitSignal(taking.notice):
        taking.paste()


def test_no_file_chosen_is_nothing(taking: PictureTaking, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.ui.widgets.picture_taking.ask_files", lambda *_: [])
    taking.choose()
    assert jobs.is_idle()

"""A process beside the window: asked, heard, ended, and started anew after it died."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.side_process import SideProcess
from tests.ui.panel_host import until


def echo(connection: Connection) -> None:
    """Send back what comes, and end at "die"."""
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        if message == "die":
            return
        connection.send(message)


def read_late(connection: Connection) -> None:
    """Read on once the file of the first message is there; answer each message after it with its length."""
    with contextlib.suppress(EOFError, OSError):
        may_read = Path(connection.recv())
        while not may_read.exists():
            time.sleep(0.01)
        while True:
            connection.send(len(connection.recv()))


@pytest.fixture
def process(qapp: QApplication) -> Iterator[SideProcess]:
    owner = QObject(qapp)
    made = SideProcess(echo, "test-echo", owner)
    yield made
    made.close()
    assert not made.is_running()
    owner.deleteLater()


def test_it_starts_when_it_is_asked_and_answers_in_order(qtbot: QtBot, process: SideProcess) -> None:
    heard: list[object] = []
    process.heard.connect(heard.append)
    assert not process.is_running()
    for number in range(5):
        assert process.send(number)
    until(qtbot, lambda: heard == [0, 1, 2, 3, 4], timeout=20_000)


def test_its_death_is_told_and_the_next_message_starts_another(qtbot: QtBot, process: SideProcess) -> None:
    heard: list[object] = []
    ended: list[bool] = []
    process.heard.connect(heard.append)
    process.ended.connect(lambda: ended.append(True))
    process.send("die")
    until(qtbot, lambda: bool(ended), timeout=20_000)
    process.send("again")
    until(qtbot, lambda: heard == ["again"], timeout=20_000)


def test_nobody_waits_until_a_busy_process_reads_a_long_message(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    heard: list[object] = []
    process = SideProcess(read_late, "test-late", qapp)
    process.heard.connect(heard.append)
    process.send(str(tmp_path / "go"))
    process.send("long " * 1_000_000)  # far more than a pipe holds: to wait here would be to wait for ever
    process.send("short")
    (tmp_path / "go").touch()
    until(qtbot, lambda: heard == [5_000_000, 5], timeout=20_000)
    process.close()
    assert not process.is_running()
    process.deleteLater()


def test_a_process_that_reads_nothing_more_can_be_ended(qapp: QApplication, tmp_path: Path) -> None:
    process = SideProcess(read_late, "test-never", qapp)
    process.send(str(tmp_path / "never"))
    process.send("long " * 1_000_000)
    process.close()
    assert not process.is_running()
    process.deleteLater()

"""A backup comes back beside the newsroom or in its place; what goes wrong is handed on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.ui.bringing_back import BringingBack, free_folder, is_free, numbered
from editor.ui.jobs import Jobs
from tests.builders import NOON, an_article, created


@pytest.fixture
def bringing() -> Iterator[BringingBack]:
    owner = QObject()
    jobs = Jobs(owner)
    yield BringingBack(jobs, owner)
    jobs.stop_all()


def test_beside_the_newsroom_and_never_over_another(qtbot: QtBot, bringing: BringingBack, desk: Desk) -> None:
    backup = desk.safekeeping.backup(quiet())
    for name in ("desk restored", "desk restored 2"):
        with qtbot.waitSignal(bringing.restored) as caught:
            bringing.into_new_folder(backup.path, desk.folder)
        assert caught.args == [desk.folder.with_name(name)]


def test_in_place_once_it_is_closed(qtbot: QtBot, bringing: BringingBack, desk: Desk) -> None:
    backup = desk.safekeeping.backup(quiet())
    desk.articles.apply(created(an_article()))
    with qtbot.waitSignal(bringing.failed) as refused:
        bringing.in_place(backup.path, desk.folder, "Amina", NOON)
    assert isinstance(refused.args[0], Fault)
    desk.close()
    with qtbot.waitSignal(bringing.restored) as caught:
        bringing.in_place(backup.path, desk.folder, "Amina", NOON)
    assert caught.args == [desk.folder]


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    base = tmp_path / "post restored"
    assert free_folder(base) == base
    base.mkdir()
    assert is_free(base)
    assert free_folder(base) == base
    (base / "letter.txt").write_text("mine", encoding="utf-8")
    assert free_folder(base) == numbered(base, 2) == tmp_path / "post restored 2"

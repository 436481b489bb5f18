"""Taking in between two events: in turn, stopped in between, and whole reports at every end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say
from editor.services.taking_in import TakenReport, TakingIn, TakingInOptions, Understood
from editor.ui.taking_slices import TakingSlices


class Diary(QObject):
    """Remembers what the slices say."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.fractions: list[float] = []
        self.ends: list[tuple[TakenReport, Fault | None]] = []

    def progress(self, fraction: float, _message: Message) -> None:
        self.fractions.append(fraction)

    def end(self, report: TakenReport, fault: Fault | None) -> None:
        self.ends.append((report, fault))


@pytest.fixture
def understood(desk: Desk, tmp_path: Path) -> Understood:
    for number in range(4):
        text = f"---\nmakala: 1\nlanguage: en\nheadline: Ferry {number}\nslug: ferry-{number}\n---\nBody.\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.md"))
    return desk.taking_in.read(files, TakingInOptions(), quiet())


@pytest.fixture
def diary(qapp: QApplication) -> Diary:
    return Diary(qapp)


def slices(taking_in: TakingIn, diary: Diary) -> TakingSlices:
    made = TakingSlices(taking_in, diary)
    made.progressed.connect(diary.progress)
    made.ended.connect(diary.end)
    return made


def test_all_files_come_in_under_one_label(qtbot: QtBot, desk: Desk, understood: Understood, diary: Diary) -> None:
    slices(desk.taking_in, diary).start(understood)
    qtbot.waitUntil(lambda: bool(diary.ends), timeout=10000)
    report, fault = diary.ends[0]
    assert fault is None
    assert [Path(one.file).name for one in report.taken] == ["0.md", "1.md", "2.md", "3.md"]
    assert str(report.edit.label) == "Take in 4 files"
    assert diary.fractions == [0, 0.25, 0.5, 0.75]
    desk.articles.apply(report.edit.inverse())
    assert desk.articles.heads() == []


def test_a_stop_keeps_what_is_in_and_reports_it(qtbot: QtBot, desk: Desk, understood: Understood, diary: Diary) -> None:
    taking = slices(desk.taking_in, diary)
    taking.progressed.connect(taking.stop)
    taking.start(understood)
    assert taking.is_running
    qtbot.waitUntil(lambda: bool(diary.ends), timeout=10000)
    assert len(diary.ends[0][0].taken) == len(desk.articles.heads()) == 1
    assert not taking.is_running


def test_a_fault_ends_it_with_what_came_before(
    qtbot: QtBot, desk: Desk, understood: Understood, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = desk.taking_in.take

    def full(understood: Understood, context: JobContext) -> TakenReport:
        if desk.articles.heads():
            raise Fault(say("Nothing was taken in."), say("The disk is full."))
        return real(understood, context)

    monkeypatch.setattr(desk.taking_in, "take", full)
    slices(desk.taking_in, diary).start(understood)
    qtbot.waitUntil(lambda: bool(diary.ends), timeout=10000)
    report, fault = diary.ends[0]
    assert len(report.taken) == 1
    assert fault is not None

"""The page on signing: a certificate is made, taken, switched and deleted, and every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.images.certificates import make_certificate
from editor.services.signing import signing_now
from editor.ui import signing_page
from editor.ui.jobs import Jobs
from editor.ui.signing_page import SigningPage
from tests.ui.panel_host import until


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[SigningPage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    jobs = Jobs(owner)
    made = SigningPage(jobs)
    qtbot.addWidget(made)
    until(qtbot, jobs.is_idle)
    yield made
    jobs.stop_all()


def state(page: SigningPage) -> str:
    label = page.findChild(QLabel, "signing.state")
    assert isinstance(label, QLabel)
    return label.text()


def test_at_first_there_is_none(page: SigningPage) -> None:
    assert "no certificate" in state(page)
    assert not page.is_on.isEnabled()
    assert not page.forget.isEnabled()


def test_one_is_made_switched_off_and_deleted(page: SigningPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.name, "Kituo cha Habari")
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "Signs as Kituo cha Habari" in state(page))
    assert page.is_on.isChecked()
    page.is_on.setFocus()
    QTest.keyClick(page.is_on, Qt.Key.Key_Space)
    until(qtbot, lambda: not signing_now(datetime.now(UTC)).is_on)
    page.forget.click()
    until(qtbot, lambda: "no certificate" in state(page))
    assert not page.is_on.isChecked()


def test_without_a_name_it_says_so(page: SigningPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.refused, timeout=20_000) as refused:
        page.make.click()
    assert "name" in str(refused.args[0])


def test_an_organisations_files_are_taken_in_either_order(
    page: SigningPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_certificate("Shirika", datetime.now(UTC))
    files = {"desk.pem": made.chain, "desk.key": made.key}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(signing_page, "ask_files", lambda *_: [tmp_path / "desk.key", tmp_path / "desk.pem"])
    page.bring.click()
    until(qtbot, lambda: "Signs as Shirika" in state(page))
    (tmp_path / "both.pem").write_text(made.chain + made.key)
    page.take_files([tmp_path / "both.pem"])
    until(qtbot, lambda: "Signs as Shirika" in state(page))
    page.take_files([])


def test_one_that_would_not_hold_is_refused_and_the_old_one_stays(
    page: SigningPage, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClicks(page.name, "Kituo")
    page.make.click()
    until(qtbot, lambda: "Signs as Kituo" in state(page))
    (tmp_path / "other.pem").write_text("no certificate")
    with qtbot.waitSignal(page.refused, timeout=20_000) as refused:
        page.take_files([tmp_path / "other.pem"])
    assert "can be read" in str(refused.args[0])
    assert "Signs as Kituo" in state(page)

"""The page on signing bundles: a key is made, switched and handed out, and every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.services.newsroom_key import forget_key, key_now
from editor.ui import bundle_key_page
from editor.ui.bundle_key_page import BundleKeyPage
from editor.ui.jobs import Jobs
from tests.ui.panel_host import until


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[BundleKeyPage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    jobs = Jobs(owner)
    made = BundleKeyPage(jobs)
    qtbot.addWidget(made)
    until(qtbot, jobs.is_idle)
    yield made
    jobs.stop_all()


def test_a_key_is_made_switched_and_handed_out(
    qtbot: QtBot, page: BundleKeyPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no key yet" in page.state.text()
    assert not page.is_on.isEnabled()
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    until(qtbot, page.is_on.isChecked)
    made = key_now().fingerprint
    assert made in page.state.text()
    assert not page.make.isEnabled()
    page.is_on.click()
    until(qtbot, lambda: not key_now().is_on)
    until(qtbot, page._jobs.is_idle)
    for button, name in ((page.export, "our.pub"), (page.save, "safe.pem")):
        monkeypatch.setattr(bundle_key_page, "ask_new_file", lambda *_, place=tmp_path / name: place)
        button.click()
        until(qtbot, (tmp_path / name).exists)
        until(qtbot, page._jobs.is_idle)
    forget_key()
    monkeypatch.setattr(bundle_key_page, "ask_files", lambda *_: [tmp_path / "safe.pem"])
    page.take.setEnabled(True)
    page.take.click()
    until(qtbot, lambda: key_now().fingerprint == made)
    until(qtbot, page._jobs.is_idle)
    refused: list[object] = []
    page.refused.connect(refused.append)
    page.make.setEnabled(True)
    page.make.click()
    until(qtbot, lambda: bool(refused))
    assert "There is a key already." in str(refused[0])


def test_a_key_is_deleted_after_it_was_said_what_that_means_and_another_takes_its_place(
    qtbot: QtBot, page: BundleKeyPage
) -> None:
    assert not page.delete.isEnabled()
    page.make.click()
    until(qtbot, page.delete.isEnabled)
    first = key_now().fingerprint
    page.delete.click()
    assert "stay valid" in page.warning.text
    assert "cannot be brought back" in page.warning.text
    assert key_now().fingerprint == first  # nothing is deleted by asking
    page.warning.action_requested.emit()
    until(qtbot, page.make.isEnabled)
    assert not key_now().fingerprint
    assert not page.delete.isEnabled()
    page.make.click()
    until(qtbot, page.delete.isEnabled)
    assert key_now().fingerprint not in {"", first}

"""The page on dictionaries: says which languages have one, adds one that is good, says why another is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.ui import spelling_page
from editor.ui.dictionary_shelf import shelf
from editor.ui.jobs import Jobs
from editor.ui.spelling_page import SpellingPage
from tests.services.dictionaries_made import a_dictionary
from tests.ui.panel_host import until


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[SpellingPage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    jobs = Jobs(owner)
    made = SpellingPage(jobs)
    qtbot.addWidget(made)
    until(qtbot, jobs.is_idle)
    yield made
    jobs.stop_all()


def _line(page: SpellingPage, language: str) -> str:
    lines = [page.languages.item(row).text() for row in range(page.languages.count())]
    return next(line for line in lines if line.startswith(language))


def test_it_says_which_languages_have_one(page: SpellingPage) -> None:
    assert _line(page, "English") == "English: en_US, of this computer"
    assert _line(page, "Kiswahili") == "Kiswahili: no dictionary, not checked"
    assert not page.remove.isEnabled()


def test_where_the_library_is_not_made_for_the_computer_it_says_so(
    page: SpellingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    page.retranslate()
    assert any("cannot be checked here" in label.text() for label in page.findChildren(QLabel))


def test_one_is_added_and_taken_away(
    page: SpellingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = a_dictionary(tmp_path, "sw_TZ", "habari", encoding="ISO8859-1")
    monkeypatch.setattr(spelling_page, "ask_files", lambda *_: [words])
    with qtbot.waitSignal(shelf().dictionaries_changed, timeout=20_000):
        QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert _line(page, "Kiswahili") == "Kiswahili: sw_TZ, added by you"
    row = next(row for row in range(page.languages.count()) if page.languages.item(row).text().startswith("Kiswahili"))
    page.languages.setCurrentRow(row)
    with qtbot.waitSignal(shelf().dictionaries_changed):
        page.remove.click()
    until(qtbot, lambda: "no dictionary" in _line(page, "Kiswahili"))


def test_a_damaged_one_is_told_in_a_sentence(page: SpellingPage, qtbot: QtBot, tmp_path: Path) -> None:
    words = a_dictionary(tmp_path, "sw_TZ", "habari")
    words.write_bytes(b"1\n\xff")
    with qtbot.waitSignal(page.refused, timeout=20_000) as refused:
        page.add_from(words)
    assert "is damaged" in str(refused.args[0])
    assert page.add.isEnabled()

"""The labels of a language: gone through by keyboard, kept in the newsroom at once, undone, sent to a translator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.i18n.page_words import page_english
from editor.i18n.po_file import read_po
from editor.ui import labels_page
from editor.ui.labels_page import OPEN, OWN, LabelsPage
from editor.ui.newsroom_window import NewsroomWindow
from editor.ui.workspace import Workspace

ALL = len(page_english())
REVIEWED = 11  # of the Swahili words, as they are shipped


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[NewsroomWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    made = NewsroomWindow(Workspace(desk, parent), parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.go_to("labels")
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(window: NewsroomWindow) -> LabelsPage:
    return window.labels


def _go(page: LabelsPage, text: str) -> None:
    found = page.list.findItems(text, Qt.MatchFlag.MatchExactly)
    page.list.setCurrentItem(found[0])


def _write(page: LabelsPage, text: str) -> None:
    page.form.field.setFocus()
    page.form.field.selectAll()
    QTest.keyClicks(page.form.field, text)
    QTest.keyClick(page.form.field, Qt.Key.Key_Return)


def test_it_begins_with_the_first_edition_and_counts(page: LabelsPage) -> None:
    assert page.language.value() == "sw"
    assert page.list.count() == ALL
    assert page.progress.text().startswith(f"{REVIEWED} of {ALL} labels are reviewed.")


def test_words_are_kept_at_once_and_undo_takes_them_back(page: LabelsPage, window: NewsroomWindow, desk: Desk) -> None:
    _go(page, "Makala yanayohusiana")
    _write(page, "Habari za karibu")
    assert desk.newsroom.settings.page_labels["sw"]["related"].text == "Habari za karibu"
    assert page.list.currentItem().text() == "Habari za karibu"
    page.list.setFocus()
    page.undo_asked.emit()
    assert desk.newsroom.settings.page_labels == {}
    assert page.list.currentItem().text() == "Makala yanayohusiana"
    assert window.notice.isHidden()


def test_one_goes_through_the_drafts_by_keyboard(page: LabelsPage, desk: Desk) -> None:
    page.which.setCurrentIndex(page.which.findData(OPEN))
    page.which.committed.emit(OPEN)
    before = page.list.count()
    assert before == ALL - REVIEWED
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    for _ in range(3):
        QTest.keyClick(page.form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reviewed = desk.newsroom.settings.page_labels["sw"]
    assert len(reviewed) == 3
    assert {label.reviewed_by for label in reviewed.values()} == {desk.person}
    assert page.progress.text().startswith(f"{REVIEWED + 3} of {ALL}")
    page.show_settings(desk.newsroom.settings)
    assert page.list.count() == before - 3


def test_only_own_words_are_listed(page: LabelsPage) -> None:
    _go(page, "Kataa")
    _write(page, "Hapana")
    page.which.committed.emit(OWN)
    page.which.show_value(OWN)
    page.retranslate()
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["Hapana"]


def test_wrong_words_stay_in_the_field(page: LabelsPage, desk: Desk) -> None:
    _go(page, "Na {names}")
    _write(page, "Na <b>")
    assert "markup" in page.form.trouble.text()
    assert desk.newsroom.settings.page_labels == {}
    here = page.list.currentRow()
    page.list.setCurrentRow(here + 1)
    QTest.keyClick(page.form.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (page.list.currentRow(), page.form.field.text()) == (here, "Na <b>")


@pytest.mark.parametrize("way", ["language", "which"])
def test_wrong_words_are_not_lost_to_another_language_or_filter(page: LabelsPage, way: str) -> None:
    _go(page, "Na {names}")
    _write(page, "Na <b>")
    box, other = {"language": (page.language, "ar"), "which": (page.which, OPEN)}[way]
    before = box.value()
    box.setCurrentIndex(box.findData(other))
    box.settle()
    assert (box.value(), page.list.count(), page.list.currentItem().text()) == (before, ALL, "Na {names}")
    assert (page.form.field.text(), page.form.trouble.isHidden()) == ("Na <b>", False)
    page.form.field.setText("")  # taken back
    box.setCurrentIndex(box.findData(other))
    box.settle()
    assert box.value() == other


def test_the_key_that_approves_takes_no_approval_back(page: LabelsPage, desk: Desk) -> None:
    for _ in range(2):
        page.list.setCurrentRow(0)
        page.form.field.setFocus()
        for _ in range(3):
            QTest.keyClick(page.form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        reviewed = desk.newsroom.settings.page_labels["sw"]
        assert [label.reviewed_by for label in reviewed.values()] == [desk.person] * 3


def test_another_language_is_chosen(page: LabelsPage) -> None:
    _go(page, "Kataa")
    page.language.committed.emit("ar")
    assert page.list.item(0).text() == "صورة مولّدة بالذكاء الاصطناعي"
    assert page.form.field.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_translator_gets_a_file_and_it_comes_back(
    page: LabelsPage, window: NewsroomWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sw.po"
    monkeypatch.setattr(labels_page, "ask_new_file", lambda *_: path)
    page.save.click()
    assert "saved" in window.notice.text
    file = path.read_text(encoding="utf-8").replace("Makala yanayohusiana", "Habari za karibu")
    path.write_text(file, encoding="utf-8")
    monkeypatch.setattr(labels_page, "ask_files", lambda *_: [path])
    page.read.click()
    assert desk.newsroom.settings.page_labels["sw"]["related"].text == "Habari za karibu"
    assert "1 label taken from sw.po." in window.notice.text
    assert read_po(path.read_bytes()).head("Language") == "sw"


def test_labels_never_take_the_place_of_a_newsroom(
    page: LabelsPage, window: NewsroomWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other" / "newsroom.sqlite3"
    other.parent.mkdir()
    other.write_bytes(b"all words")
    monkeypatch.setattr(labels_page, "ask_new_file", lambda *_: other)
    page.save.click()
    assert "its own files" in window.notice.text
    assert other.read_bytes() == b"all words"


def test_a_wrong_file_is_refused_with_its_line(
    page: LabelsPage, window: NewsroomWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.po"
    path.write_bytes('msgid "a"\nmsgstr "é"\n'.encode("latin-1"))
    monkeypatch.setattr(labels_page, "ask_files", lambda *_: [path])
    page.read.click()
    assert "old.po, line 2: This line is not in UTF-8." in window.notice.text
    path.write_text('msgctxt "by_line"\nmsgid "By {names}"\nmsgstr "Na"\n', encoding="utf-8")
    page.read.click()
    assert "0 labels taken" in window.notice.text
    assert "{names} is missing" in window.notice.text
    assert desk.newsroom.settings.page_labels == {}


def test_nothing_typed_is_lost_on_the_way_to_another_label(page: LabelsPage, desk: Desk) -> None:
    _go(page, "Kataa")
    page.form.field.setFocus()
    QTest.keyClicks(page.form.field, "Hapana")
    QTest.keyClick(page.form.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.newsroom.settings.page_labels["sw"]["decline"].text == "Hapana"
    assert page.list.currentItem().text() == "Kubali"


def test_a_reader_alone_changes_nothing(page: LabelsPage, desk: Desk) -> None:
    page.show_settings(replace(desk.newsroom.settings, editions=()))
    assert page.list.count() == ALL

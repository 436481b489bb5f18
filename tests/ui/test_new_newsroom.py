"""The three questions of a new newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.i18n.page_words import LOCALES
from editor.ui import file_dialogs
from editor.ui.new_newsroom import NewNewsroomDialog
from editor.ui.studio import Studio
from editor.ui.widgets.choice_field import ChoiceField


@pytest.fixture
def dialog(studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewNewsroomDialog]:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    made = NewNewsroomDialog(studio, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.show()
    yield made
    made.close()


def _line(dialog: NewNewsroomDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"new_newsroom.{name}")
    assert isinstance(found, QLineEdit)
    return found


def _press(dialog: NewNewsroomDialog, name: str) -> None:
    found = dialog.findChild(QPushButton, f"new_newsroom.{name}")
    assert isinstance(found, QPushButton)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def _name(dialog: NewNewsroomDialog, text: str) -> None:
    _line(dialog, "name").selectAll()
    QTest.keyClicks(_line(dialog, "name"), text)


def test_the_place_follows_the_name_until_it_is_chosen(dialog: NewNewsroomDialog, tmp_path: Path) -> None:
    _name(dialog, "Harbour Post")
    assert _line(dialog, "place").text() == str(tmp_path / "Harbour-Post")
    _line(dialog, "place").selectAll()
    QTest.keyClicks(_line(dialog, "place"), str(tmp_path / "mine"))
    _name(dialog, "Another")
    assert _line(dialog, "place").text() == str(tmp_path / "mine")


def test_it_makes_the_newsroom_with_its_edition(
    qtbot: QtBot, dialog: NewNewsroomDialog, studio: Studio, tmp_path: Path
) -> None:
    _name(dialog, "Harbour Post")
    language = dialog.findChild(ChoiceField, "new_newsroom.language")
    assert isinstance(language, ChoiceField)
    assert language.count() == len(LOCALES)
    language.show_value("sw")
    _press(dialog, "make")
    assert dialog.isHidden()
    window = studio.window
    assert window is not None
    assert window.workspace.desk.folder == tmp_path / "Harbour-Post"
    assert [edition.locale for edition in window.workspace.desk.newsroom.settings.editions] == ["sw"]
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)


def test_a_folder_with_something_in_it_is_refused_in_words(
    dialog: NewNewsroomDialog, studio: Studio, tmp_path: Path
) -> None:
    (tmp_path / "Taken").mkdir()
    (tmp_path / "Taken" / "letter.txt").write_text("mine", encoding="utf-8")
    _name(dialog, "Taken")
    _press(dialog, "make")
    assert dialog.isVisible()
    assert studio.window is None
    assert (tmp_path / "Taken" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_said_and_tried_again(
    dialog: NewNewsroomDialog, studio: Studio, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    _name(dialog, "Post")
    _line(dialog, "place").setText(str(tmp_path / "file" / "post"))
    _press(dialog, "make")
    again = dialog.findChild(QPushButton, "notice.action")
    assert isinstance(again, QPushButton)
    assert again.isVisible()
    (tmp_path / "file").unlink()
    again.click()
    assert studio.window is not None


def test_a_name_and_a_place_are_needed(dialog: NewNewsroomDialog) -> None:
    _name(dialog, " ")
    make = dialog.findChild(QPushButton, "new_newsroom.make")
    assert isinstance(make, QPushButton)
    assert not make.isEnabled()
    _name(dialog, "Post")
    _line(dialog, "place").clear()
    _press(dialog, "make")
    assert dialog.isVisible()


def test_a_chosen_folder_that_is_full_gets_one_of_its_own(
    dialog: NewNewsroomDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    for folder in (full, empty):
        folder.mkdir()
    (full / "letter.txt").write_text("mine", encoding="utf-8")
    _name(dialog, "Post")
    for chosen, place in ((full, full / "Post"), (empty, empty)):
        monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked, answer=chosen: answer)
        _press(dialog, "browse")
        assert _line(dialog, "place").text() == str(place)

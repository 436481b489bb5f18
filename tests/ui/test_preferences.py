"""Preferences: taken at once, kept on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.i18n.interface import interface_language
from editor.services.machine import load_machine
from editor.ui import theme
from editor.ui.jobs import Jobs
from editor.ui.preferences import PreferencesWindow
from editor.ui.studio import Studio
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.text_field import TextField


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> Iterator[PreferencesWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    made = PreferencesWindow(studio, Jobs(parent), parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    made.show()
    yield made
    made.close()


def _choose(window: PreferencesWindow, name: str, value: str) -> None:
    field = window.form.fields[name]
    assert isinstance(field, ChoiceField)
    assert field.findData(value) >= 0
    field.setCurrentIndex(field.findData(value))
    field.settle()


def test_the_name_is_kept_at_closing(window: PreferencesWindow) -> None:
    field = window.form.fields["person"]
    assert isinstance(field, TextField)
    assert field.placeholderText()
    QTest.keyClicks(field, "Amina")
    window.close()
    assert load_machine().person == "Amina"


def test_language_and_look_change_at_once(window: PreferencesWindow) -> None:
    _choose(window, "theme", "dark")
    assert theme.tokens().is_dark
    _choose(window, "language", "sw")
    assert interface_language() == "sw"
    field = window.form.fields["language"]
    assert isinstance(field, ChoiceField)
    assert field.value() == "sw"
    machine = load_machine()
    assert (machine.theme, machine.language) == ("dark", "sw")


def test_face_and_size_of_the_draft_are_kept(window: PreferencesWindow) -> None:
    _choose(window, "text_size", "20")
    assert load_machine().text_size == 20
    faces = window.form.fields["text_face"]
    assert isinstance(faces, ChoiceField)
    assert faces.count() >= 1
    _choose(window, "text_size", "0")
    assert load_machine().text_size == 0


def test_what_changes_elsewhere_is_shown(window: PreferencesWindow, studio: Studio) -> None:
    studio.set_look("light")
    field = window.form.fields["theme"]
    assert isinstance(field, ChoiceField)
    assert field.value() == "light"


def test_languages_that_nobody_has_read_are_called_drafts(window: PreferencesWindow) -> None:
    field = window.form.fields["language"]
    assert isinstance(field, ChoiceField)
    assert field.itemText(field.findData("en")) == "English"
    assert field.itemText(field.findData("sw")) == "Kiswahili · draft"
    assert field.itemText(field.findData("fr")) == "Français · draft, mostly English yet"
    assert field.count() == 29

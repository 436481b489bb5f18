"""Preferences: what this computer remembers of the person. The form is made of the fields of `Machine`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.i18n.interface import begun_languages, interface_language, interface_languages, is_draft, ntr, tr
from editor.services.machine import Machine, person_or_user
from editor.ui.bundle_key_page import BundleKeyPage
from editor.ui.signing_page import SigningPage
from editor.ui.spelling_page import SpellingPage
from editor.ui.theme import Scheme
from editor.ui.widgets.described_form import DescribedForm
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.settings_window import SettingsWindow
from editor.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from editor.ui.jobs import Jobs
    from editor.ui.studio import Studio


class PreferencesWindow(SettingsWindow):
    """Made by the window for one use."""

    def __init__(self, studio: Studio, jobs: Jobs, parent: QWidget) -> None:
        super().__init__("preferences", parent)
        self._studio = studio
        self.form = DescribedForm(
            Machine,
            "preferences",
            {
                "language": _languages,
                "theme": _looks,
                "text_face": _faces,
                "text_size": _sizes,
                "typographic_signs": _signs,
                "check_spelling": _spelling,
            },
        )
        self.form.committed.connect(self._on_committed)
        self.add_page(self.form)
        self.spelling = SpellingPage(jobs)
        self.spelling.refused.connect(self.refuse)
        self.add_page(self.spelling)
        self.signing = SigningPage(jobs)
        self.signing.refused.connect(self.refuse)
        self.add_page(self.signing)
        self.bundle_key = BundleKeyPage(jobs)
        self.bundle_key.refused.connect(self.refuse)
        self.add_page(self.bundle_key)
        studio.remembered.changed.connect(self._on_changed)
        self._on_changed()
        self.retranslate()

    @override
    def settle(self) -> None:
        self.form.settle()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(tr("Preferences"))
        self.tabs.setTabText(0, tr("You and this computer"))
        self.tabs.setTabText(1, tr("Spelling"))
        self.tabs.setTabText(2, tr("Signing pictures"))
        self.tabs.setTabText(3, tr("Signing bundles"))
        self.form.retranslate()
        self.spelling.retranslate()
        self.signing.retranslate()
        self.bundle_key.retranslate()
        person = self.form.fields["person"]
        if isinstance(person, TextField):
            person.setPlaceholderText(person_or_user(Machine()))
        self._on_changed()

    @Slot(str, object)
    def _on_committed(self, name: str, value: object) -> None:
        match name:
            case "person":
                self._studio.set_person(str(value))
            case "language":
                self._studio.set_language(str(value))
            case "theme":
                self._studio.set_look(str(value))
            case "text_size":
                self._studio.remembered.change(text_size=int(str(value)))
            case "typographic_signs" | "check_spelling":
                self._studio.remembered.change(**{name: value == str(True)})
            case _:
                self._studio.remembered.change(**{name: value})

    @Slot()
    def _on_changed(self) -> None:
        machine = self._studio.remembered.machine
        self.form.show_values(replace(machine, language=machine.language or interface_language()))


def _languages() -> Iterable[tuple[str, str]]:
    for tag in interface_languages():
        name = language_words(tag)
        yield tag, tr("{language} · draft", language=name) if is_draft(tag) else name
    for tag in begun_languages():
        yield tag, tr("{language} · draft, mostly English yet", language=language_words(tag))


def _looks() -> Iterable[tuple[str, str]]:
    names = {
        Scheme.SYSTEM: tr("As the system"),
        Scheme.LIGHT: tr("Light"),
        Scheme.DARK: tr("Dark"),
    }
    return ((scheme.value, name) for scheme, name in names.items())


def _faces() -> Iterable[tuple[str, str]]:
    yield "", tr("The usual reading serif")
    for family in QFontDatabase.families():
        if not QFontDatabase.isPrivateFamily(family):
            yield family, family


def _sizes() -> Iterable[tuple[str, str]]:
    yield "0", tr("As usual")
    for pixels in (14, 16, 18, 20, 22, 24, 28, 32):
        yield str(pixels), ntr("{n} pixel", "{n} pixels", pixels)


def _spelling() -> Iterable[tuple[str, str]]:
    yield str(True), tr("Checked while you write")
    yield str(False), tr("Not checked")


def _signs() -> Iterable[tuple[str, str]]:
    yield str(True), tr("As the article's language sets them")
    yield str(False), tr("Straight, as typed")

"""The page of the preferences on dictionaries: which languages have one, and the way to bring one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import tr, words
from editor.i18n.page_words import LOCALES
from editor.services.dictionaries import (
    NO_LIBRARY,
    Dictionary,
    add_dictionaries,
    can_check,
    dictionary_for,
    found_dictionaries,
    remove_dictionary,
)
from editor.ui.collation import languages_in_order
from editor.ui.dictionary_shelf import shelf
from editor.ui.file_dialogs import ask_files
from editor.ui.widgets.language_words import language_words

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.ui.jobs import Jobs

_DICTIONARY = Qt.ItemDataRole.UserRole


class SpellingPage(QWidget):
    """Made by the preferences. `refused` carries what stood in the way of a dictionary."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._found: list[Dictionary] = []
        self._intro = QLabel()
        self._intro.setWordWrap(True)
        self._intro.setProperty("role", "muted")
        self.languages = QListWidget()
        self.languages.setObjectName("spelling.languages")
        self.languages.setMinimumHeight(320)
        self.add = QPushButton()
        self.add.setObjectName("spelling.add")
        self.remove = QPushButton()
        self.remove.setObjectName("spelling.remove")
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addWidget(self.languages, 1)
        column.addLayout(buttons)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.languages.currentItemChanged.connect(self._on_chosen)
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._intro.setText(
            tr(
                "Words are checked in the language of the article where this computer has a dictionary for it. "
                "LibreOffice and most writing programs offer such dictionaries (.oxt, or .aff with .dic)."
            )
            if can_check()
            else words(NO_LIBRARY)
        )
        self.languages.setAccessibleName(tr("Dictionaries by language"))
        self.add.setText(tr("Add a dictionary…"))
        self.remove.setText(tr("Take it away"))
        self._show()

    def add_from(self, path: Path) -> None:
        """Add what `path` holds, once it was tried out."""
        self.add.setEnabled(False)
        self._jobs.submit(
            partial(_added, path), title=say("Adding a dictionary"), done=self._on_added, failed=self._on_failed
        )

    def _look(self) -> None:
        self._jobs.submit(_looked, title=say("Looking for dictionaries"), done=self._on_looked, is_quiet=True)

    def _show(self) -> None:
        current = self.languages.currentRow()
        self.languages.clear()
        tags = languages_in_order({*LOCALES, *(one.tag for one in self._found if one.is_added)})
        for tag in tags:
            one = dictionary_for(tag, self._found)
            item = QListWidgetItem(_line(language_words(tag), one))
            item.setData(_DICTIONARY, one)
            if one is None:
                item.setForeground(self.palette().placeholderText())
            self.languages.addItem(item)
        self.languages.setCurrentRow(current)
        self._on_chosen()

    def _on_looked(self, found: list[Dictionary]) -> None:
        self._found = found
        self._show()

    def _on_chosen(self) -> None:
        item = self.languages.currentItem()
        chosen = item.data(_DICTIONARY) if item is not None else None
        self.remove.setEnabled(isinstance(chosen, Dictionary) and chosen.is_added)

    def _on_add(self) -> None:
        kinds = tr("Dictionaries ({endings})", endings="*.oxt *.zip *.aff *.dic")
        for path in ask_files(self, say("Choose a dictionary"), Path.home(), kinds)[:1]:
            self.add_from(path)

    def _on_added(self, found: list[Dictionary]) -> None:
        self.add.setEnabled(True)
        self._on_looked(found)
        shelf().dictionaries_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.add.setEnabled(True)
        self.refused.emit(error)

    def _on_remove(self) -> None:
        chosen = self.languages.currentItem().data(_DICTIONARY)
        try:
            remove_dictionary(chosen)
        except (UserError, Fault) as error:
            self.refused.emit(error)
            return
        self._look()
        shelf().dictionaries_changed.emit()


def _line(language: str, one: Dictionary | None) -> str:
    if one is None:
        return tr("{language}: no dictionary, not checked", language=language)
    if one.is_added:
        return tr("{language}: {name}, added by you", language=language, name=one.name)
    return tr("{language}: {name}, of this computer", language=language, name=one.name)


def _looked(_context: JobContext) -> list[Dictionary]:
    return found_dictionaries()


def _added(path: Path, context: JobContext) -> list[Dictionary]:
    add_dictionaries(path, context)
    return found_dictionaries()

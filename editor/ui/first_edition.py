"""Asks in which language readers read, as long as the newsroom has no edition: without one nothing can go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from editor.core.messages import say
from editor.domain.edits import Change, EditSettings
from editor.domain.settings import Edition
from editor.i18n.interface import interface_language, tr
from editor.i18n.page_words import LOCALES
from editor.ui.collation import languages_in_order
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace

LABEL = say("Make the first edition")
_LETTERS = 18  # "Kiswahili · sw", and longer names beside longer tags


class FirstEdition(QFrame):
    """The bar under the menus; made by the window. Hidden wherever there is an edition or nothing can be changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("first_edition")
        self._workspace = workspace
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._language = ChoiceField("first_edition.language")
        self._language.setMinimumContentsLength(_LETTERS)
        self._make = named(QPushButton(), "first_edition.make")
        self._make.setProperty("kind", "primary")
        self._make.clicked.connect(self._on_make)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._language)
        row.addWidget(self._make)
        self.hide()
        workspace.changed.connect(self._on_changed)
        self._ask_if_due()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._text.setText(tr("In which language do your readers read? Pages are made for it, and more can follow."))
        self._language.setAccessibleName(tr("Readers' language"))
        self._make.setText(tr("Make the edition"))

    def _ask_if_due(self) -> None:
        is_due = not self._workspace.desk.newsroom.settings.editions and not self._workspace.is_read_only
        if is_due and self.isHidden():
            tags = languages_in_order(LOCALES)
            self._language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in tags)
            used = self._workspace.desk.articles.choices().languages
            self._language.show_value(next((tag for tag in used if tag in LOCALES), likely_language()))
        self.setVisible(is_due)

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: object) -> None:
        if change.settings:
            self._ask_if_due()

    @Slot()
    def _on_make(self) -> None:
        before = self._workspace.desk.newsroom.settings
        after = before.with_edition(Edition(locale=self._language.value()))
        self._workspace.request(EditSettings(before, after, LABEL))


def likely_language() -> str:
    """Return the system's language when pages can be in it, else the interface's, else English."""
    for tag in (QLocale.system().bcp47Name(), QLocale.system().bcp47Name().partition("-")[0], interface_language()):
        if tag in LOCALES:
            return tag
    return "en"

"""A choice of one of the readers' languages, each called by its own name and by the interface's name for it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from editor.i18n.interface import interface_language

_TAG = Qt.ItemDataRole.UserRole


class LanguageChoice(QComboBox):
    """Made by dialogs. Type the first letters of a language to reach it."""

    def __init__(self, tags: tuple[str, ...], chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(16)
        for tag in sorted(tags, key=lambda tag: language_words(tag).casefold()):
            self.addItem(language_words(tag), tag)
        self.choose(chosen)

    @property
    def tag(self) -> str:
        """Return the chosen language's tag."""
        return str(self.currentData(_TAG) or "")

    def choose(self, tag: str) -> None:
        """Choose the language of `tag`, if it is offered."""
        index = self.findData(tag, _TAG)
        if index >= 0:
            self.setCurrentIndex(index)


def language_words(tag: str) -> str:
    """Return "Kiswahili (Swahili, sw)": the language's own name, the interface's name for it, and its tag.

    From Qt's data: the window must not wait for the library that the pages use.
    """
    locale = QLocale(tag)
    own = "English" if tag == "en" else _upper_first(locale.nativeLanguageName())
    common = QLocale.languageToString(locale.language())
    if not own or locale.language() is QLocale.Language.C:
        return tag
    if own == common or interface_language() == tag:
        return f"{own} ({tag})"
    return f"{own} ({common}, {tag})"


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]

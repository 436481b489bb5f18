"""The label of what AI made, changed or reported: the same words and colours wherever it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override

from editor.domain.page_label import PageLabels
from editor.i18n.interface import interface_language
from editor.i18n.page_words import own_words, page_word

_own: PageLabels = {}


class AiLabel(QLabel):
    """Shows the page word `key` ("image_by_ai", "reported_by_ai"...) on its plate; with "" it is hidden.

    The word is the reader's: in `locale`, or in the interface language where none is given.
    """

    def __init__(self, key: str = "", locale: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ai_label")
        self._key = key
        self._locale = locale
        self.retranslate()

    @property
    def key(self) -> str:
        """Return the key of the word that is shown, or ""."""
        return self._key

    def show_key(self, key: str, locale: str = "") -> None:
        """Show another word, or none with ""."""
        self._key = key
        self._locale = locale
        self.retranslate()

    def retranslate(self) -> None:
        """Put the word into its language."""
        text = label_words(self._key, self._locale)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text)) if self.parent() is not None else None

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def label_words(key: str, locale: str = "") -> str:
    """Return the words of the label `key` in `locale`, or in the interface language; "" stays ""."""
    tag = locale or interface_language()
    return page_word(key, tag, own_words(_own, tag)).text if key else ""


def use_labels(labels: PageLabels) -> None:
    """Show labels in the words of the newsroom that is open from now on; on the interface thread."""
    global _own  # noqa: PLW0603 - labels are drawn all over the window, and there is one newsroom in a process
    if labels == _own:
        return
    _own = labels
    for widget in QApplication.allWidgets():
        if isinstance(widget, AiLabel):
            widget.retranslate()
        else:
            widget.update()

"""The newsroom's own words for the cookie notice of an edition; an empty field shows the usual ones."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.domain.page_label import PageLabels
from editor.domain.settings import ConsentText
from editor.i18n.interface import tr
from editor.i18n.page_words import own_words, page_words
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.text_field import TextField

_USUAL = {"title": "cookie_title", "body": "cookie_body", "policy": "cookie_policy"}


class ConsentWords(QWidget):
    """Made by the card of an edition in the language `tag`. `committed` carries the `ConsentText` as it would be."""

    committed = Signal(object)

    def __init__(self, name: str, tag: str) -> None:
        super().__init__()
        self._tag = tag
        self._words = ConsentText()
        self.fields = {one.name: TextField(f"{name}.{one.name}") for one in fields(ConsentText)}
        self._labels = {key: Labelled(field) for key, field in self.fields.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for key, field in self.fields.items():
            field.set_language(tag)
            field.committed.connect(partial(self._on_typed, key))
            column.addWidget(self._labels[key])

    def show_words(self, words: ConsentText, labels: PageLabels) -> None:
        """Show what is stored, unless the person is in the middle of typing; `labels` are the newsroom's own."""
        self._words = words
        usual = page_words(self._tag, own_words(labels, self._tag))
        for key, field in self.fields.items():
            field.show_text(getattr(words, key))
            field.setPlaceholderText(usual[_USUAL[key]].text)

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        for field in self.fields.values():
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        titles = {
            "title": tr("Heading of the notice"),
            "body": tr("What it says"),
            "policy": tr("What leads to the privacy policy"),
        }
        for key, title in titles.items():
            self._labels[key].set_name(title)

    def _on_typed(self, key: str, text: str) -> None:
        self.committed.emit(replace(self._words, **{key: text.strip()}))

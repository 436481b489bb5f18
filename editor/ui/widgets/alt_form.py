"""The texts that stand for a picture, one per language: each with its length, or marked as not needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.text_area import TextArea

# Longer ones are cut or tire the listener; a counter that turns amber says so, nothing is refused.
COMFORTABLE = 150


class AltForm(QWidget):
    """Made by the image form. `committed` carries the whole mapping after typing, `marked` after the box was ticked.

    A language without a key is not written yet, "" is decorative.
    """

    committed = Signal(object)
    marked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._alt: dict[str, str] = {}
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_alt(self, alt: Mapping[str, str], languages: Sequence[str], *, is_other: bool) -> None:
        """Show the texts in these languages; `is_other` says that another picture is shown than before."""
        self._alt = dict(alt)
        if tuple(self._rows) != tuple(languages):
            self._build(languages)
            is_other = True
        for tag, row in self._rows.items():
            row.show_text(self._alt.get(tag), is_other=is_other)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        self.setEnabled(is_writable)

    def fields(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in the order in which Tab should go through it."""
        return tuple(field for row in self._rows.values() for field in (row.text, row.decorative))

    def settle(self) -> None:
        """Hand out what is typed."""
        for row in self._rows.values():
            row.text.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for row in self._rows.values():
            row.retranslate()

    def _build(self, languages: Sequence[str]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for tag in languages:
            row = _Row(tag)
            row.committed.connect(self._on_committed)
            row.marked.connect(self._on_marked)
            self._rows[tag] = row
            self._column.addWidget(row)

    def _on_committed(self, tag: str, text: object) -> None:
        if (alt := self._with(tag, text)) != self._alt:
            self.committed.emit(alt)

    def _on_marked(self, tag: str, text: object) -> None:
        if (alt := self._with(tag, text)) != self._alt:
            self.marked.emit(alt)

    def _with(self, tag: str, text: object) -> dict[str, str]:
        others = {known: words for known, words in self._alt.items() if known != tag}
        return others if text is None else {**others, tag: str(text)}


class _Row(QWidget):
    committed = Signal(str, object)
    marked = Signal(str, object)

    def __init__(self, tag: str) -> None:
        super().__init__()
        self._tag = tag
        self._name = QLabel(isolate(language_words(tag)))
        self._name.setProperty("role", "section")
        self._count = QLabel()
        self._count.setObjectName(f"images.alt.{tag}.count")
        self.decorative = QCheckBox()
        self.decorative.setObjectName(f"images.alt.{tag}.decorative")
        self.text = TextArea(f"images.alt.{tag}", lines=2)
        self.text.set_language(tag)
        self._name.setBuddy(self.text)
        self.text.committed.connect(self._on_text)
        self.text.textChanged.connect(self._show_count)
        self.decorative.clicked.connect(self._on_decorative)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        head.addWidget(self.decorative)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self.retranslate()

    def show_text(self, text: str | None, *, is_other: bool) -> None:
        if is_other:
            self.text.reset_stored(text or "")
        else:
            self.text.show_stored(text or "")
        self.decorative.setChecked(text == "")
        self.text.setVisible(text != "")
        self._show_count()

    def retranslate(self) -> None:
        name = language_words(self._tag)
        self.text.setAccessibleName(tr("Alt text in {language}", language=name))
        self.text.setPlaceholderText(tr("What the picture shows, for those who do not see it"))
        self.decorative.setText(tr("Decorative"))
        self.decorative.setAccessibleName(tr("Decorative in {language}", language=name))
        self.decorative.setToolTip(tr("It adds nothing to the words: screen readers pass over it"))
        self._show_count()

    def _show_count(self) -> None:
        length = len(self.text.text())
        is_missing = not length and not self.decorative.isChecked()
        self._count.setText(str(length) if length else tr("Missing") if is_missing else "")
        self._count.setToolTip(
            ntr(
                "{n} character; up to {most} are comfortable to hear",
                "{n} characters; up to {most} are comfortable to hear",
                length,
                most=COMFORTABLE,
            )
        )
        role = "warn" if length > COMFORTABLE or is_missing else "muted"
        if self._count.property("role") != role:
            self._count.setProperty("role", role)
            self._count.style().unpolish(self._count)
            self._count.style().polish(self._count)

    def _on_text(self, text: str) -> None:
        self.committed.emit(self._tag, text.strip() or None)

    def _on_decorative(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        typed = self.text.text().strip()
        self.marked.emit(self._tag, "" if is_on else typed or None)

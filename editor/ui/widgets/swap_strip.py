"""What replacing a picture everywhere would touch, shown before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr
from editor.services.image_swap import ImageSwap
from editor.ui import theme
from editor.ui.widgets.naming import named

_MOST = 8


class SwapStrip(QFrame):
    """Made by `PictureSwapping`, hidden until there is something to decide. `agreed`: do it; `left`: leave all be."""

    agreed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("images.swap")
        self._swap: ImageSwap | None = None
        self._title = named(QLabel(), "images.swap.title")
        self._articles = named(QLabel(), "images.swap.articles")
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        for label in (self._title, self._articles, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.keeps_alt = named(QCheckBox(), "images.swap.keeps_alt")
        self.go = named(QPushButton(), "images.swap.go")
        self.go.setProperty("kind", "primary")
        self.stay = named(QPushButton(), "images.swap.stay")
        self.stay.setProperty("kind", "quiet")
        self.go.clicked.connect(self.agreed)
        self.stay.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.stay)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, theme.GRID)
        column.setSpacing(theme.GRID)
        for part in (self._title, self._articles, self._note, self.keeps_alt):
            column.addWidget(part)
        column.addLayout(buttons)
        self.hide()
        self.retranslate()

    def show_swap(self, swap: ImageSwap | None) -> None:
        """Show what would be done and put the keyboard on it; None hides it."""
        self._swap = swap
        self.setVisible(swap is not None)
        if swap is not None:
            self.keeps_alt.setChecked(True)
            self.keeps_alt.setVisible(any(tag not in swap.new.alt for tag in swap.old.alt))
            self.retranslate()
            self.go.setFocus()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.keeps_alt.setText(tr("It shows the same thing: keep the alt texts"))
        self.stay.setText(tr("Leave it as it is"))
        self.go.setText(tr("Replace it"))
        self._note.setText(
            tr("How the new picture came to be is not taken over: its own file was read, and you decide.")
        )
        if self._swap is not None:
            self._say_what(self._swap)
        for widget in (self.keeps_alt, self.go, self.stay):
            widget.setAccessibleName(widget.text())

    def _say_what(self, swap: ImageSwap) -> None:
        count = len(swap.articles)
        names = {"old": isolate(swap.old.name or tr("A picture without a file")), "new": isolate(swap.new.name)}
        said = ntr(
            "“{new}” would take the place of “{old}” in {n} article:",
            "“{new}” would take the place of “{old}” in {n} articles:",
            count,
            **names,
        )
        self._title.setText(said)
        lines = [isolate(one.headline or one.slug) for one in swap.articles[:_MOST]]
        if count > _MOST:
            lines.append(ntr("And {n} more.", "And {n} more.", count - _MOST))
        self._articles.setText("\n".join(f"• {line}" for line in lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

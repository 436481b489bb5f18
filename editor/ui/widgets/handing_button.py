"""What can be made of the open article alone, as one button with a menu: HTML, PDF, print, e-book."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.i18n.interface import tr, words

HANDED_OUT: tuple[tuple[str, str, Message], ...] = (
    ("hand.html", "copy", say("Copy as HTML")),
    ("hand.pdf", "export", say("Save as PDF…")),
    ("hand.print", "archive", say("Print…")),
    ("hand.book", "articles", say("Save as e-book (EPUB)…")),
)


class HandingButton(QPushButton):
    """Made by the panel that exports. `asked` carries the id of an action of the window."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        menu = QMenu(self)
        for action_id, _icon, _said in HANDED_OUT:
            menu.addAction("").setData(action_id)
        menu.triggered.connect(self._on_triggered)
        self.setMenu(menu)
        self.show_article(None)
        self.retranslate()

    def show_article(self, article: Article | None) -> None:
        """Offer it for `article`, or let it wait for one."""
        self.setEnabled(article is not None)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setText(tr("The open article alone"))
        self.setToolTip(tr("Copy, print or save the open article in another form"))
        for action, (_id, _icon, said) in zip(self.menu().actions(), HANDED_OUT, strict=True):
            action.setText(words(said))

    def _on_triggered(self, action: QAction) -> None:
        self.asked.emit(action.data())

"""Which articles lead to something, or show it: a line that unfolds into their headlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message
from editor.domain.article import ArticleHead
from editor.i18n.direction import isolate
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.widgets.fold import Fold

_MOST = 50


class BackLinks(QWidget):
    """Made by panels, with what to say of so many articles. `opened` carries the id of an article to open."""

    opened = Signal(str)

    def __init__(self, name: str, say_count: Callable[[int], Message]) -> None:
        super().__init__()
        self._say_count = say_count
        self.setObjectName(name)
        self._heads: tuple[ArticleHead, ...] = ()
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(2 * theme.GRID, 0, 0, theme.GRID)
        self._rows.setSpacing(0)
        self._fold = Fold(f"{name}.fold", self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID)
        column.addWidget(self._fold)

    def show_heads(self, heads: Sequence[ArticleHead]) -> None:
        """Show these articles; none hides the line."""
        if tuple(heads) == self._heads and self._rows.count():
            return
        self._heads = tuple(heads)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for head in self._heads[:_MOST]:
            self._rows.addWidget(self._row(head))
        self.retranslate()

    def ids(self) -> frozenset[str]:
        """Return the ids of the articles that are shown."""
        return frozenset(head.id for head in self._heads)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        count = len(self._heads)
        self._fold.set_title(words(self._say_count(count)))
        self.setVisible(bool(count))

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if row is not None:
            self.opened.emit(str(row.property("article")))

    def _row(self, head: ArticleHead) -> QPushButton:
        headline = head.headline or tr("No headline yet")
        row = QPushButton(isolate(headline).replace("&", "&&"))
        row.setProperty("kind", "quiet")
        row.setProperty("article", head.id)
        row.setToolTip(headline)
        row.setAccessibleName(tr("Open “{headline}”", headline=headline))
        row.setStyleSheet("text-align: left;")
        row.setMinimumWidth(40)
        row.clicked.connect(self._on_clicked)
        return row

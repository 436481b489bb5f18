"""An article that lies in the trash, to be read before anybody decides about it. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from editor.domain.article import Article
from editor.domain.kept_text import MOST_ON_A_LINE, is_endless
from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.widgets.naming import named


class TrashedArticle(QDialog):
    """Shows its words as they were typed. Made by the articles panel; `restore` brings it back, None where none may."""

    def __init__(self, article: Article, parent: QWidget, restore: Callable[[], None] | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("trashed")
        self.setWindowTitle(tr("In the trash"))
        self.resize(680, 640)
        self.text = named(QTextEdit(), "trashed.text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What it says"))
        is_rtl = direction(article.language) == "rtl"
        way = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        self.text.setLayoutDirection(way)
        runs = QTextOption(self.text.document().defaultTextOption())
        runs.setTextDirection(way)  # a name in other letters stands on the side of the others
        self.text.document().setDefaultTextOption(runs)
        self._write(article)
        self.close_button = named(QPushButton(tr("Close")), "trashed.close")
        self.close_button.clicked.connect(self.reject)
        self.restore = named(QPushButton(tr("Restore")), "trashed.restore")
        self.restore.setProperty("kind", "primary")
        self.restore.setVisible(restore is not None)
        self.restore.clicked.connect(self.accept)
        if restore is not None:
            self.accepted.connect(restore)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(self.text, 1)
        column.addLayout(row)

    def _write(self, article: Article) -> None:
        cursor = QTextCursor(self.text.document())
        body = article.body[:MOST_ON_A_LINE] if is_endless(article.body) else article.body
        apart = QTextBlockFormat()
        apart.setTopMargin(2 * theme.GRID)
        for words, size in (
            (article.headline or tr("No headline yet"), theme.TITLE),
            (", ".join(article.byline), theme.NORMAL),
            (article.standfirst, theme.LARGE),
            (body, theme.LARGE),
            (article.reactions, theme.LARGE),
        ):
            if words.strip():
                letters = QTextCharFormat()
                letters.setFont(theme.font(size, is_serif=True))
                if cursor.position():
                    cursor.insertBlock(QTextBlockFormat())
                begin = cursor.position()
                cursor.insertText(words, letters)
                first = QTextCursor(self.text.document())
                first.setPosition(begin)
                first.mergeBlockFormat(apart)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

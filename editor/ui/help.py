"""The help: short pages in Markdown, one set per language, and a sheet of keys made from the actions themselves."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from editor import __version__
from editor.core.resources import resources_root
from editor.i18n.direction import direction
from editor.i18n.interface import interface_language, tr, words
from editor.ui import theme
from editor.ui.actions import Actions
from editor.ui.key_rows import key_rows

KEYS, ABOUT = "keys", "about"
SOURCE_LANGUAGE = "en"
_LINE_HEIGHT = 135.0
_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Made by the window for one use; it stays beside the work. Pages are files, so one more needs no code."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("help")
        self.resize(QSize(860, 640).boundedTo(parent.size()))
        self._actions = actions
        self.contents = QListWidget()
        self.contents.setObjectName("help.contents")
        self.contents.setFixedWidth(264)
        self.contents.setProperty("kind", "contents")
        self.contents.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setObjectName("help.text")
        self.text.setProperty("kind", "sheet")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.text.document().setDocumentMargin(4 * theme.GRID)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language, the same page in sight."""
        self.setWindowTitle(tr("Help"))
        self.contents.setAccessibleName(tr("Contents"))
        self.text.setAccessibleName(tr("Help"))
        shown = self._shown()
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for name, title in [
                *((path.stem, title_of(path)) for path in pages()),
                (KEYS, tr("Keyboard shortcuts")),
                (ABOUT, tr("About Makala")),
            ]:
                item = QListWidgetItem(title)
                item.setData(_PAGE, name)
                self.contents.addItem(item)
        self.show_page(shown)

    def show_page(self, name: str) -> None:
        """Show the page called `name`, the first where there is none of that name."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_PAGE) == name:
                self.contents.setCurrentRow(row)
                return
        self.contents.setCurrentRow(0)

    @Slot()
    def _on_chosen(self) -> None:
        name = self._shown()
        self.text.document().setDefaultFont(theme.font(theme.LARGE))
        if name == KEYS:
            self.text.setHtml(keys_sheet(self._actions))
        elif name == ABOUT:
            self.text.setMarkdown(about())
            self._let_breathe()
        else:
            path = next((path for path in pages() if path.stem == name), None)
            self.text.setMarkdown(path.read_text(encoding="utf-8") if path is not None else "")
            self._let_breathe()
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _shown(self) -> str:
        item = self.contents.currentItem()
        return str(item.data(_PAGE)) if item is not None else ""

    def _let_breathe(self) -> None:
        """Give the paragraphs room: Qt sets Markdown solid."""
        block = self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            is_heading = form.headingLevel() > 0
            form.setTopMargin(0 if block.blockNumber() == 0 else 16 if is_heading else 0)
            form.setBottomMargin(12 if block.textList() is None else 6)
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(url)
        else:
            self.show_page(Path(url.path()).stem)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def pages(language: str = "") -> list[Path]:
    """Return the help pages in `language` (else the interface's, else English), in the order of their names."""
    root = resources_root() / "help"
    for tag in (language or interface_language(), interface_language().partition("-")[0], SOURCE_LANGUAGE):
        if found := sorted((root / tag).glob("*.md")):
            return found
    return []


def title_of(page: Path) -> str:
    """Return the heading that a page begins with."""
    first = page.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ").strip()


def keys_sheet(actions: Actions) -> str:
    """Return the sheet of all keys as HTML, by group: made from the actions, so that it cannot be out of date."""
    side = direction(interface_language())
    heading = tr("Keyboard shortcuts")
    parts = [f'<h1 dir="{side}">{escape(heading)}</h1>']
    for title, rows in groupby(key_rows(actions), key=lambda row: words(row.group)):
        lines = "".join(
            f'<tr><td width="320" style="padding: 4px 0">{escape(words(row.text))}</td>'
            f'<td style="padding: 4px 0"><b>{escape(row.shown)}</b></td></tr>'
            for row in rows
            if row.shown
        )
        if lines:
            parts.append(f'<h3 dir="{side}">{escape(title)}</h3><table dir="{side}">{lines}</table>')
    return "".join(parts)


def about() -> str:
    """Return what this program is, as Markdown."""
    said = tr("A newsroom editor: honest about AI, right in every reader's language, safe offline.")
    licence = tr("Free software under the MIT licence.")
    version = tr("Version {version}", version=__version__)
    return f"# {QGuiApplication.applicationDisplayName() or 'Makala'}\n\n{said}\n\n{version}\n\n{licence}\n"

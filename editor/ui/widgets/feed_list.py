"""The articles of a feed, to be linked one by one; those that are linked already say so."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.domain.article import Article
from editor.domain.told import Feed, Told
from editor.i18n.dates import format_instant
from editor.i18n.direction import isolate
from editor.i18n.interface import interface_language, ntr, tr
from editor.ui import theme
from editor.ui.widgets.offer_list import OfferList, OfferRow


class FeedList(QWidget):
    """Made by the related panel. `taken` carries the `Told` that a person wants linked; `done` leaves."""

    taken = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("related.feed")
        self._feed = Feed(title="", entries=())
        self._zone = "UTC"
        self._linked: frozenset[tuple[str, str]] = frozenset()
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._count = QLabel()
        self._count.setObjectName("related.feed.count")
        self._count.setProperty("role", "muted")
        self._count.setWordWrap(True)
        self._done = QPushButton()
        self._done.setObjectName("related.feed.done")
        self._done.setProperty("kind", "quiet")
        self._done.clicked.connect(self.done)
        self._list = OfferList("related.feed.entries")
        self._list.taken.connect(self._on_taken)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)
        inset = QVBoxLayout()
        inset.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        inset.addLayout(head)
        inset.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset)
        column.addWidget(self._list, 1)
        self.retranslate()

    def show_feed(self, feed: Feed, zone: str) -> None:
        """Show the articles of `feed`, their dates in `zone`."""
        self._feed, self._zone = feed, zone
        self._show()
        self._list.choose_first()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_linked(self, linked: Collection[tuple[str, str]]) -> None:
        """Mark those that are linked: each by its address, "" where it has none, and its headline."""
        if frozenset(linked) != self._linked:
            self._linked = frozenset(linked)
            self._show()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._done.setText(tr("Done"))
        self._done.setToolTip(tr("Back to the links (Escape)"))
        self._list.setAccessibleName(tr("Articles of the feed"))
        self._list.setToolTip(tr("Enter links the chosen article"))
        self._show()

    @Slot(str)
    def _on_taken(self, number: str) -> None:
        self.taken.emit(self._feed.entries[int(number)])

    def _show(self) -> None:
        entries = self._feed.entries
        self._title.setText(isolate(self._feed.title) if self._feed.title else tr("Articles of the feed"))
        said = [ntr("{n} article", "{n} articles", len(entries))]
        if self._feed.left_out:
            said.append(ntr("{n} more left out", "{n} more left out", self._feed.left_out))
        self._count.setText(" · ".join(said))
        self._list.show_rows([self._row(number, told) for number, told in enumerate(entries)])

    def _row(self, number: int, told: Told) -> OfferRow:
        date = ""
        if told.published is not None:
            date = format_instant(told.published, self._zone, interface_language(), form="date")
        without = "" if told.url else tr("Without an address")
        return OfferRow(
            id=str(number),
            headline=told.headline or told.summary,
            note=" · ".join(part for part in (date, without) if part),
            language=told.language,
            is_taken=key_of(told.url, told.headline) in self._linked,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def key_of(url: str, headline: str) -> tuple[str, str]:
    """Return what an article outside is known by: its address, else its headline."""
    return (url, "") if url else ("", headline)


def keys_of(article: Article | None) -> frozenset[tuple[str, str]]:
    """Return what the articles outside that `article` links to are known by."""
    outside = (link.external for link in article.links if link.external) if article else ()
    return frozenset(key_of(one.url, one.headline) for one in outside)

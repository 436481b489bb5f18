"""The links of the open article in page order: walked through, moved and dragged as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets.article_mime import ARTICLE_MIME, LINK_MIME, ids_in, mime_of
from editor.ui.widgets.link_row import LinkRow, LinkRowWords, LinkShown

AT_ONCE = 40  # rows: more than a screen holds, and made between two keys


@dataclass(frozen=True, slots=True)
class LinkMove:
    """A link that shall stand at index `to` of the new order."""

    link_id: str
    to: int


@dataclass(frozen=True, slots=True)
class ArticlesDropped:
    """Articles that were dropped before the link at index `at`."""

    ids: tuple[str, ...]
    at: int


class LinkList(QScrollArea):
    """Made by the related panel. Signals carry a link's id, or a `LinkMove`, `LinkShown` or `ArticlesDropped`.

    Without `can_write`, links can be walked through and opened, nothing else. Rows are made as far as somebody looks:
    `grown` says that there are more of them.
    """

    opened = Signal(str)
    removed = Signal(str)
    shown = Signal(object)
    moved = Signal(object)
    dropped = Signal(object)
    grown = Signal()

    def __init__(self, name: str, *, can_write: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._can_write = can_write
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(can_write)
        self._said: Sequence[LinkRowWords] = ()
        self._rows: list[LinkRow] = []
        self._spare: list[LinkRow] = []  # out of sight, for links that come: those of another article
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._mark = QFrame(inside)
        self._mark.setFixedHeight(3)
        self._mark.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def rows(self) -> tuple[LinkRow, ...]:
        """Return the rows that there are, the first ones in page order."""
        return tuple(self._rows)

    def row(self, link_id: str) -> LinkRow | None:
        """Return the row of this link, or None."""
        return next((row for row in self._rows if row.link_id == link_id), None)

    def show_links(self, links: Sequence[LinkRowWords]) -> None:
        """Show these links; rows that stay keep focus and place on screen, those of links that are gone serve others.

        Not the one with the keyboard: what is pressed there is never another link's.
        """
        self._said = tuple(links)
        self._show_rows(max(AT_ONCE, len(self._rows)))

    def _show_rows(self, most: int) -> None:
        links = self._said[:most]
        known, wanted = {row.link_id: row for row in self._rows}, {said.link_id for said in links}
        focused = next((number for number, row in enumerate(self._rows) if row.isAncestorOf(self._focused())), -1)
        left = [row for row in self._rows if row.link_id not in wanted]
        free = (row for row in left if not row.isAncestorOf(self._focused()))
        rows = [known.get(said.link_id) or self._row_for(said.link_id, free) for said in links]
        for row in known.values():
            if row.link_id in wanted:  # of a link that stays, or of a new one
                continue
            self._put_away(row, is_held=focused >= 0 and row is self._rows[focused])
        for number, (row, said) in enumerate(zip(rows, links, strict=True)):
            if self._column.indexOf(row) != number:
                self._column.removeWidget(row)
                self._column.insertWidget(number, row)
            row.show_words(said)
            row.show()
        had_focus = focused >= 0 and self._rows[focused] not in rows
        self._rows = rows
        self._set_tab_order()
        if had_focus and rows:
            rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        for row in self._rows:
            row.retranslate()

    def focus_row(self, link_id: str) -> None:
        """Give the link's row the focus and bring it into sight."""
        place = next((number for number, said in enumerate(self._said) if said.link_id == link_id), -1)
        self._reach(place)
        if row := self.row(link_id):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, theme.GRID)

    def _reach(self, place: int) -> None:
        """Make the rows up to this place of the order, and some beyond it."""
        if len(self._rows) <= place < len(self._said):
            self._show_rows(place + AT_ONCE)
            self.grown.emit()

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep():
            self._reach(len(self._rows))

    @Slot(str, int)
    def _on_stepped(self, link_id: str, step: int) -> None:
        to = self._index(link_id) + step
        self._reach(to)
        if 0 <= to < len(self._rows):
            self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._rows[to], 0, theme.GRID)

    @Slot(str, int)
    def _on_moved(self, link_id: str, step: int) -> None:
        to = self._index(link_id) + step
        if 0 <= to < len(self._said):
            self.moved.emit(LinkMove(link_id, to))

    @Slot(str)
    def _on_dragged(self, link_id: str) -> None:
        row = self.row(link_id)
        if row is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_of([link_id], LINK_MIME))
        picture = QPixmap(row.grab())
        drag.setPixmap(picture.scaledToWidth(min(picture.width(), 320), Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)
        self._mark.hide()

    def _row_for(self, link_id: str, free: Iterator[LinkRow]) -> LinkRow:
        """Return one of the rows that are free, or a new one, which takes much longer."""
        row = next(free, None) or (self._spare.pop() if self._spare else None)
        if row is None:
            return self._new_row(link_id)
        row.serve(link_id)
        return row

    def _put_away(self, row: LinkRow, *, is_held: bool) -> None:
        """Take a row out of sight; one that holds the keyboard, or that is one too many, for ever."""
        self._column.removeWidget(row)
        row.hide()
        if is_held or len(self._spare) >= AT_ONCE:
            row.deleteLater()
        else:
            row.serve("")
            self._spare.append(row)

    def _new_row(self, link_id: str) -> LinkRow:
        row = LinkRow(link_id)
        row.opened.connect(self.opened)
        row.stepped.connect(self._on_stepped)
        row.set_writable(is_writable=self._can_write)
        if self._can_write:
            row.removed.connect(self.removed)
            row.shown.connect(self.shown)
            row.moved.connect(self._on_moved)
            row.dragged.connect(self._on_dragged)
        return row

    def _index(self, link_id: str) -> int:
        return next(number for number, row in enumerate(self._rows) if row.link_id == link_id)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _set_tab_order(self) -> None:
        for first, second in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(first.on_timeline, second)

    def _place_at(self, y: int) -> int:
        """Return the index before which something dropped at `y` of the viewport would go."""
        inside = y + self.verticalScrollBar().value()
        return sum(1 for row in self._rows if inside > row.y() + row.height() / 2)

    def _takes(self, event: QDropEvent) -> bool:
        return event.mimeData().hasFormat(ARTICLE_MIME) or event.mimeData().hasFormat(LINK_MIME)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self._takes(event))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._takes(event))
        if not event.isAccepted():
            return
        at = self._place_at(round(event.position().y()))
        y = self._rows[at].y() if at < len(self._rows) else (self._rows[-1].geometry().bottom() if self._rows else 0)
        self._mark.setStyleSheet(f"background: {theme.tokens().accent};")
        self._mark.setGeometry(theme.GRID, max(0, y - 1), self.viewport().width() - 2 * theme.GRID, 3)
        self._mark.raise_()
        self._mark.show()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark.hide()
        at = self._place_at(round(event.position().y()))
        event.acceptProposedAction()
        if ids := ids_in(event.mimeData()):
            self.dropped.emit(ArticlesDropped(ids, at))
            return
        for link_id in ids_in(event.mimeData(), LINK_MIME):
            if self.row(link_id) is not None:
                came_from = self._index(link_id)
                self.moved.emit(LinkMove(link_id, at - 1 if came_from < at else at))


__all__ = ["ArticlesDropped", "LinkList", "LinkMove", "LinkRow", "LinkRowWords", "LinkShown"]

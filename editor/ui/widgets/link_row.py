"""One link of the open article as a row: its picture, words and labels as readers see them, and where it shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.lines_label import LinesLabel

THUMB = QSize(64, 48)
NOTHING = Message()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRowWords:
    """What a row says of its link. `labels` are keys of page words; `trouble` is what a person should look at."""

    link_id: str
    headline: str
    note: str
    language: str = ""
    labels: tuple[str, ...] = ()
    trouble: Message = NOTHING
    is_external: bool = False
    has_picture: bool = False
    on_card: bool = True
    on_timeline: bool = False


@dataclass(frozen=True, slots=True)
class LinkShown:
    """Where a person wants a link to show."""

    link_id: str
    on_card: bool
    on_timeline: bool


class LinkRow(QFrame):
    """Made by `LinkList`. Up and Down walk the rows, Alt with them moves the row, Delete takes it out, Enter opens it.

    Signals carry the link's id; `shown` a `LinkShown`; `stepped` and `moved` how many rows up (-1) or down (1).
    """

    opened = Signal(str)
    removed = Signal(str)
    shown = Signal(object)
    stepped = Signal(str, int)
    moved = Signal(str, int)
    dragged = Signal(str)

    def __init__(self, link_id: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._said = LinkRowWords(link_id=link_id, headline="", note="")
        self._is_writable = True
        self._pressed_at: QPoint | None = None
        self._thumb: QPixmap | None = None
        self._handle = QLabel()
        self._handle.setCursor(Qt.CursorShape.SizeVerCursor)
        self._picture = QLabel()
        self._picture.setFixedSize(THUMB)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._headline = LinesLabel(theme.font(theme.NORMAL, is_bold=True), 3)
        self._note = LinesLabel(theme.font(theme.SMALL), 2, "muted")
        self._trouble = LinesLabel(theme.font(theme.SMALL), 3, "warn")
        self._labels = QWidget()
        self._labels_row = FlowRow(self._labels, spacing=4)
        self.on_card = QCheckBox()
        self.on_timeline = QCheckBox()
        self._open = QToolButton()
        self._remove = QToolButton()
        self._lay_out()
        self.serve(link_id)

    def serve(self, link_id: str) -> None:
        """Be the row of this link from now on; what it says comes with `show_words`, its picture after that."""
        self.link_id = link_id
        self._pressed_at = self._thumb = None
        self.setObjectName(f"related.link.{link_id}")
        for part, name in (
            (self.on_card, "card"),
            (self.on_timeline, "timeline"),
            (self._open, "open"),
            (self._remove, "remove"),
        ):
            part.setObjectName(f"{self.objectName()}.{name}")

    def show_words(self, said: LinkRowWords) -> None:
        """Say what the link is now."""
        self._said = said
        self._headline.show_text(said.headline, said.language)
        self._note.show_text(said.note)
        self._note.setVisible(bool(said.note))
        self._trouble.show_text(words(said.trouble))
        self._trouble.setVisible(bool(said.trouble))
        self._show_labels(said.labels)
        for box, is_on in ((self.on_card, said.on_card), (self.on_timeline, said.on_timeline)):
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setChecked(is_on)
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._picture.setVisible(said.has_picture)
        self._open.setIcon(icons.icon("draft" if said.is_external else "open", "muted"))
        self._paint_picture()
        self.retranslate()

    def show_thumb(self, thumb: QPixmap | None) -> None:
        """Show the target's picture; without one, a frame stands in its place."""
        self._thumb = thumb
        self._paint_picture()

    def set_writable(self, *, is_writable: bool) -> None:
        """Offer to change the link, or only to look at it."""
        self._is_writable = is_writable
        for box in (self.on_card, self.on_timeline):
            box.setEnabled(is_writable)
        for widget in (self._handle, self._remove):
            widget.setVisible(is_writable)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        headline = self._said.headline
        self.on_card.setText(tr("Card"))
        self.on_card.setAccessibleName(tr("Show “{headline}” as a card", headline=headline))
        self.on_card.setToolTip(tr("Show it among the related articles"))
        self.on_timeline.setText(tr("Timeline"))
        self.on_timeline.setAccessibleName(tr("Show “{headline}” on the timeline", headline=headline))
        self.on_timeline.setToolTip(tr("Show it on the timeline under the article"))
        self._say_opening()
        self._remove.setAccessibleName(tr("Remove the link to “{headline}”", headline=headline))
        self._remove.setToolTip(tr("Remove the link (Delete)"))
        self._handle.setToolTip(tr("Drag to move, or press Alt with the up and down arrows"))
        parts = [headline, *(label.text() for label in self._labels.findChildren(AiLabel)), self._said.note]
        self.setAccessibleName(". ".join(part for part in (*parts, words(self._said.trouble)) if part))

    def _say_opening(self) -> None:
        headline = self._said.headline
        if not self._said.is_external:
            word, name, hint = tr("Open"), tr("Open “{headline}”", headline=headline), tr("Open it (Enter)")
        elif self._is_writable:
            word, name, hint = tr("Change"), tr("Change “{headline}”", headline=headline), tr("Change it (Enter)")
        else:
            word, name, hint = tr("Look"), tr("Look at “{headline}”", headline=headline), tr("Look at it (Enter)")
        self._open.setText(word)
        self._open.setAccessibleName(name)
        self._open.setToolTip(hint)

    @Slot()
    def _on_checked(self) -> None:
        self.shown.emit(LinkShown(self.link_id, self.on_card.isChecked(), self.on_timeline.isChecked()))

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.link_id)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.link_id)

    def _show_labels(self, keys: tuple[str, ...]) -> None:
        if [label.key for label in self._labels.findChildren(AiLabel)] != list(keys):
            self._labels_row.clear()
            for key in keys:
                self._labels_row.addWidget(AiLabel(key, parent=self._labels))
        self._labels.setVisible(bool(keys))

    def _paint_picture(self) -> None:
        if self._thumb is not None and not self._thumb.isNull():
            self._picture.setPixmap(_filling(self._thumb, THUMB, self.devicePixelRatioF()))
        else:
            self._picture.setPixmap(icons.pixmap("images", icons.NORMAL, "muted", self.devicePixelRatioF()))
        ground = f"background: {theme.tokens().window}; border-radius: 4px;"
        if self._picture.styleSheet() != ground:  # to be styled takes as long as half a row
            self._picture.setStyleSheet(ground)

    def _lay_out(self) -> None:
        for box in (self.on_card, self.on_timeline):
            box.toggled.connect(self._on_checked)
        self._open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._open.clicked.connect(self._on_open)
        self._remove.setIcon(icons.icon("close", "muted"))
        self._remove.clicked.connect(self._on_remove)
        self._paint_handle()
        shows = FlowRow(spacing=theme.GRID)  # a row wider than its list would be cut off at the end
        for widget in (self.on_card, self.on_timeline, self._open):
            shows.addWidget(widget)
        said = QVBoxLayout()
        said.setSpacing(4)
        for control in (self._headline, self._labels, self._note, self._trouble):
            said.addWidget(control)
        said.addLayout(shows)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        row.setSpacing(theme.GRID)
        row.addWidget(self._handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)

    def _paint_handle(self) -> None:
        self._handle.setPixmap(icons.pixmap("drag", icons.SMALL, "muted", self.devicePixelRatioF()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.link_id, step)
        elif step:
            self.stepped.emit(self.link_id, step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(self.link_id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.link_id)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        if (event.position().toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit(self.link_id)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.link_id)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_handle()
            self._paint_picture()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.underMouse():
                painter.fillRect(self.rect(), theme.color("raised"))
            painter.setPen(theme.color("line"))
            painter.drawLine(theme.GRID, self.height() - 1, self.width() - theme.GRID, self.height() - 1)
            if self.hasFocus():
                pen = painter.pen()
                pen.setColor(theme.color("accent"))
                pen.setWidth(2)
                painter.setPen(pen)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)


def _filling(picture: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """Return the middle of `picture`, as large as fills `size`."""
    wanted = size * ratio
    grown = picture.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (grown.width() - wanted.width()) // 2, (grown.height() - wanted.height()) // 2
    cut = grown.copy(left, top, wanted.width(), wanted.height())
    cut.setDevicePixelRatio(ratio)
    return cut

"""A field for plain text of any length that grows with its words and never loses any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintDevice,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit
from typing_extensions import override

from editor.i18n.direction import direction
from editor.ui.widgets import carried_marks
from editor.ui.widgets.clipboard_words import may_hold_words, nothing_to_read, too_much, words_in
from editor.ui.widgets.plain_text import as_line, as_text, difference, utf16_length
from editor.ui.widgets.scaled_device import scaled_device

LONG = 20_000  # characters; shorter texts are laid out whole before they are seen
# QTextDocument's own plain text turns a no-break space into a space; the raw text keeps it.
_PARAGRAPH_END = "\u2029"


@dataclass(slots=True)
class SharedText:
    """What fields over one text share. `showings` counts the texts shown, `height` is that of what is laid out."""

    views: list[WritingField] = field(default_factory=list)
    showings: int = 0
    height: float = 0
    is_showing: bool = False
    face: QFont | None = None
    dressed_at: int = 0
    device: QPaintDevice | None = None


class WritingField(QTextEdit):
    """Shows one text of an article; `typed` is emitted for a person's changes and for no others.

    Made `over` another field, it is a second view of that one's text: what is typed in either stands in both, there is
    one undo, and each has its own cursor. `shared` is what such fields have in common. They must be equally wide.

    `refused` carries the `UserError` that says why nothing of what was pasted or dropped can stand in a text.
    `menu_opening` carries the menu that is about to be shown and a cursor where it was asked for.
    `entered` and `left` tell where the keyboard is; a menu over the field is not leaving.

    `line_height` is a multiple of the letters' size, 0 what the face itself asks for.

    Qt's rich editor is used for its line height; only plain text ever gets in or out. At 20,000 words a key takes
    2 to 4 ms (95th percentile) in it, 1 to 2 ms in the plain editor, which has no line height.
    """

    typed = Signal()
    entered = Signal()
    left = Signal()
    refused = Signal(object)
    menu_opening = Signal(QMenu, QTextCursor)

    def __init__(
        self, name: str, *, is_one_line: bool = False, line_height: float = 0, over: WritingField | None = None
    ) -> None:
        super().__init__()
        self._is_one_line = is_one_line
        self._line_height = line_height
        self._takes_plain = False
        self._least_height = 0
        self._frame = 0
        self._face: QFont | None = None
        self.shared: SharedText = over.shared if over is not None else SharedText()
        self.shared.views.append(self)
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setObjectName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if over is not None:
            self.viewport().resize(over.viewport().size())  # else the text would be laid out anew in between
            self.setDocument(over.document())
        else:
            self.document().setDocumentMargin(0)
            self._dress()
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Return what is typed; a composition that is under way is no part of it."""
        return self.document().toRawText().replace(_PARAGRAPH_END, "\n")

    def is_long(self) -> bool:
        """Say whether the text is laid out and coloured in steps."""
        return self.document().characterCount() > LONG

    def fitting(self, text: str) -> str:
        """Return `text` in the form in which this field shows it."""
        return as_line(text) if self._is_one_line else as_text(text)

    def show_text(self, text: str, *, fits: bool = False) -> None:
        """Show another text, which `fits` where it is as `fitting` made it; there is nothing to undo in it yet."""
        self.shared.showings += 1
        if (is_blank := self._is_blank()) and not text:
            return
        self.shared.is_showing = True
        self.document().setUndoRedoEnabled(False)
        page = self.document().pageSize()
        self.document().setPageSize(QSizeF(0, 0))  # without a page nothing is laid out
        cursor = QTextCursor(self.document())
        if not is_blank:
            self._empty(cursor)
        own = self.textCursor()
        own.setKeepPositionOnInsert(True)  # from the end it could only be fetched by laying out all that is before it
        self.setTextCursor(own)
        self._put(cursor, text if fits else self.fitting(text))
        own.setKeepPositionOnInsert(False)
        own.clearSelection()
        self.setTextCursor(own)
        self.document().setPageSize(page)  # a new page begins with what is in sight; the rest follows in steps
        self.document().setUndoRedoEnabled(True)
        self.shared.is_showing = False

    def _is_blank(self) -> bool:
        document = self.document()
        return document.isEmpty() and not (document.isUndoAvailable() or document.isRedoAvailable())

    def _empty(self, cursor: QTextCursor) -> None:
        """Leave one paragraph, from which the others have its look: they are laid out and coloured once."""
        # Not by Qt's clear(): it forgets its cursors while it tells of it, then writes to those a listener let go of.
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(QTextCharFormat())
        self._dress()
        self.document().setUndoRedoEnabled(False)

    def _put(self, cursor: QTextCursor, text: str) -> None:
        """Put in a text that comes to be shown; whoever colours it may do so later."""
        cursor.insertText(text)

    def take_over(self, text: str) -> None:
        """Bring what was changed elsewhere into the text: cursor, selection and undo stay what they are."""
        start, end, words = difference(self.text(), self.fitting(text))
        self.shared.is_showing, cursor = True, QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.shared.is_showing = False

    def repaint_by(self, change: Callable[[], None]) -> None:
        """Make a change of how the words look, which says nothing new: nobody is told of typing."""
        was, self.shared.is_showing = self.shared.is_showing, True
        change()
        self.shared.is_showing = was

    def is_composing(self) -> bool:
        """Say whether an input method holds letters that are not text yet, in any view of the text."""
        layouts = (view.textCursor().block().layout() for view in self.shared.views)
        return any(layout is not None and layout.preeditAreaText() for layout in layouts)

    def finish_composing(self) -> None:
        """Make text of what an input method holds."""
        if self.is_composing():
            QGuiApplication.inputMethod().commit()

    def mark(self, kind: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Lay these marks over the text, in place of the last ones of their kind."""
        if marks or self._marks.get(kind):
            self._marks[kind] = marks
            self.setExtraSelections([mark for some in self._marks.values() for mark in some])

    def set_face(self, font: QFont) -> None:
        """Set the words in `font`, whatever style sheets further up say."""
        self._face = font
        if self.shared.face == font:
            self.setFont(font)
            self._fit()
            return
        self.shared.face = font
        if self.shared.dressed_at > 0:
            self._lay_out_for(font.pixelSize() / self.shared.dressed_at)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.repaint_by(self._dress)
        self._fit()

    def set_least_height(self, pixels: int) -> None:
        """Never be lower than this, however few the words."""
        self._least_height = pixels
        self._fit()

    def set_language(self, tag: str) -> None:
        """Let the words run the way of the language; what is empty shows its hint that way too.

        In a text that runs to the right, a paragraph in Arabic or Hebrew runs its own way.
        """
        is_rtl = direction(tag) == "rtl"
        runs = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        option = self.document().defaultTextOption()
        paragraphs = runs if is_rtl else Qt.LayoutDirection.LayoutDirectionAuto
        if option.textDirection() is not paragraphs:  # another view may have said so already
            option.setTextDirection(paragraphs)
            self.document().setDefaultTextOption(option)
        self.setLayoutDirection(runs)

    def select(self, start: int, end: int) -> None:
        """Select from one position of the text to another, counted in characters."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put_cursor(self, position: int | None) -> None:
        """Put the cursor where `textCursor` said that it stood, else to the end of the text."""
        last, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(last if position is None else min(position, last))
        self.setTextCursor(cursor)

    def paste_plain(self) -> None:
        """Paste the words alone, whatever else the clipboard offers them as."""
        # The bindings do not know it, but an empty clipboard is None on some systems (pitfall 35).
        source: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if source is not None and not self.isReadOnly():
            self._takes_plain = True
            self.insertFromMimeData(source)
            self._takes_plain = False

    def _on_text_changed(self) -> None:
        if not self.shared.is_showing:
            self.typed.emit()

    def _on_size_changed(self, size: QSizeF) -> None:
        self.shared.height = size.height()
        self._fit()

    def _fit(self) -> None:
        self._frame = frame = self.height() - self.viewport().height() if self.isVisible() else self._frame
        # To ask for the size lays out all that is left: a long text grows as it is laid out.
        size = self.shared.height if self.is_long() else self.document().size().height()
        height = frame + max(round(size), self._least_height, self.fontMetrics().height())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _dress(self) -> None:
        """Give every paragraph the line height; later ones inherit it. No step of undo."""
        if self.document().isUndoAvailable() or self.document().isRedoAvailable():
            # A format is a step of undo, and without undo for a moment all steps are forgotten: what can be taken back
            # matters more.
            return
        block_format = QTextBlockFormat()
        # At least so high: a script that needs more, such as Nastaliq, takes more.
        height = self._line_height * self.font().pixelSize()
        block_format.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        self._lay_out_for(1)
        self.shared.dressed_at = self.font().pixelSize()
        cursor = QTextCursor(self.document())
        self.document().setUndoRedoEnabled(False)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block_format)
        self.document().setUndoRedoEnabled(True)

    def _lay_out_for(self, scale: float) -> None:
        """Let the lines be so many times as high as they were dressed, without touching the text.

        Qt multiplies the heights of lines by the resolution of the device that a text is laid out for; letters are set
        in pixels and keep their size.
        """
        device = scaled_device(self.shared.views[0].viewport(), scale)  # the first view lives as long as the text
        self.document().documentLayout().setPaintDevice(device)
        self.shared.device = device  # the layout holds no reference

    def _turn_page(self, direction_down: int, *, selects: bool) -> None:
        point, line = self.cursorRect().center(), self.fontMetrics().lineSpacing()
        page = max(self.visibleRegion().boundingRect().height() - 2 * line, line)
        point.setY(point.y() + direction_down * page)
        mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(point).position(), mode)
        self.setTextCursor(cursor)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_opening.emit(menu, self.textCursor() if is_keyboard else self.cursorForPosition(event.pos()))
        menu.popup(event.globalPos())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A style sheet that says anything of a font, of a dock's head say, takes ours away whenever it is put on.
        if event.type() == QEvent.Type.FontChange and self._face is not None and not _is_same(self.font(), self._face):
            self.setFont(self._face)
            self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page zooms all of its texts; Qt would zoom this one
            return
        super().wheelEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.height() - self.viewport().height() != self._frame:  # which only then is known
            self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {
            QKeySequence.StandardKey.MoveToNextPage: (1, False),
            QKeySequence.StandardKey.SelectNextPage: (1, True),
            QKeySequence.StandardKey.MoveToPreviousPage: (-1, False),
            QKeySequence.StandardKey.SelectPreviousPage: (-1, True),
        }
        for key, (down, selects) in pages.items():
            if event.matches(key):
                self._turn_page(down, selects=selects)
                return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._is_one_line:
                self.focusNextChild()
                return
            if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                # A line separator inside a paragraph is Qt's own; a text has line ends only.
                self.textCursor().insertBlock()
                return
        super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        viewport = event.source()
        source = viewport.parent() if viewport is not None else None
        if isinstance(source, WritingField) and source is not self and source.shared is self.shared:
            if not self.isReadOnly():
                cursor = self.cursorForPosition(event.position().toPoint())
                if carried_marks.move(source.textCursor(), cursor, source.createMimeDataFromSelection()):
                    self.setTextCursor(cursor)
                    self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.setDropAction(Qt.DropAction.CopyAction)  # else the other view took its words out as a second step
            event.accept()
            return
        # Shift asks for the words alone; Qt itself would take it for "move".
        self._takes_plain = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().dropEvent(event)
        self._takes_plain = False

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return may_hold_words(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = self.fitting(words_in(source))
        if why := too_much(text) if text else nothing_to_read(source):
            self.refused.emit(why)
        elif text:
            carried_marks.put(self.textCursor(), text, source)
            self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return carried_marks.copied(self.textCursor())


def _is_same(one: QFont, other: QFont) -> bool:
    return one.families() == other.families() and one.pixelSize() == other.pixelSize()

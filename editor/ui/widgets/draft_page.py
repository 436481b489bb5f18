"""The words of an article on one page: headline, standfirst, body, reactions, in a column that is good to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from editor.domain.house_style import HouseStyle
from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.i18n.typography import signs_of
from editor.ui import theme
from editor.ui.page_look import READING_PIXELS, PageLook
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.held_scroll import HeldScroll
from editor.ui.widgets.lit_words import LitWords
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.prose_field import ProseField
from editor.ui.widgets.writing_field import WritingField

COLUMN_CHARACTERS = 66
# Letters of one language stand beside those of another: Han is drawn the way the article's language draws it.
_HAN_FACES = {"zh": "SC", "zh-Hans": "SC", "zh-Hant": "TC", "zh-TW": "TC", "zh-HK": "HK", "ko": "KR", "ja": "JP"}
_MARGIN = 3 * theme.GRID
_NO_LIMIT = 1 << 20
_TYPEWRITER = 0.45  # where the line that is written on is held, from the top


class DraftPage(HeldScroll):
    """Holds the four text fields and scrolls as one. Made by the draft; knows nothing of saving.

    Made `over` another page, it is a second view of that one's texts, with a place and cursors of its own; `views`
    are all that show them. `zoom_asked` carries 1 or -1 when the wheel is turned with Ctrl held, `entered` says that
    the keyboard is in one of the fields now, `room_changed` that the page is as wide as `room` now.
    """

    zoom_asked = Signal(int)
    entered = Signal()
    room_changed = Signal()

    def __init__(self, over: DraftPage | None = None) -> None:
        super().__init__()
        self.views: list[DraftPage] = over.views if over is not None else []
        self.views.append(self)
        self.setObjectName("draft.page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        first = over.fields() if over is not None else {}
        self.headline = ProseField("draft.headline", is_one_line=True, over=first.get("headline"))
        self.standfirst = ProseField(
            "draft.standfirst", is_one_line=True, line_height=1.45, over=first.get("standfirst")
        )
        self.body: MarkdownEdit = MarkdownEdit("draft.body", over=over.body if over is not None else None)
        second = over.reactions if over is not None else None
        self.reactions: MarkdownEdit = MarkdownEdit("draft.reactions", over=second)
        self.ai_marks: AiMarks = over.ai_marks if over is not None else AiMarks(self.body)
        self.ai_marks.serve(self.body)
        self.body.seen_in = self.viewport()
        self._reactions_title = QLabel()
        self._reactions_title.setProperty("role", "section")
        self._column = QWidget()
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._look = PageLook()
        self._widest = _NO_LIMIT
        self.language = ""
        self._last: WritingField | None = None
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._follow.timeout.connect(self._on_follow)
        self._is_scroll_kept = False
        self._lit = LitWords(tuple(self.fields().values()), self)
        self._lay_out()
        for field in self.fields().values():
            field.setProperty("kind", "page")
            field.cursorPositionChanged.connect(self._on_moved)
            field.entered.connect(self._on_entered)
            field.entered.connect(partial(self._on_field, field))
        self._dress()
        self.retranslate()

    def fields(self) -> dict[str, WritingField]:
        """Return the text fields by the article field that each holds."""
        return {
            "headline": self.headline,
            "standfirst": self.standfirst,
            "body": self.body,
            "reactions": self.reactions,
        }

    def begin_at(self, position: int | None) -> None:
        """Show another text from its top, the cursor where it stood in the body, else at the body's end.

        In a long body that is its beginning: to go to the end would lay out all of it before it is seen. The keyboard
        that comes for the first time finds the headline in sight; the first key goes to the cursor.
        """
        self._last = None
        self.body.put_cursor(0 if position is None and self.body.is_long() else position)
        self._is_scroll_kept = False
        if position is None:
            self.keep_scroll()
        # The column, the page and what scrolls it, each after the one within: else what follows a body is painted over
        # it once, before it makes way.
        for part in (self._column, self.widget(), self.viewport()):
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest.value)
        self.verticalScrollBar().setValue(0)

    def first_field(self) -> WritingField:
        """Return the field in which a person goes on: the headline until there is one, else the body."""
        return self.body if self.headline.text() else self.headline

    def last_field(self) -> QWidget:
        """Return where the keyboard was last on this page; Qt forgets it when a page goes to the other half."""
        return self._last or self.focusWidget() or self.first_field()

    def keep_scroll(self) -> None:
        """Stay where the page was scrolled to when the keyboard comes back to it; the cursor may be out of sight."""
        self._is_scroll_kept = True
        self._follow.stop()

    def reveal(self, field: WritingField) -> None:
        """Scroll to where the cursor of `field` stands."""
        page = self.widget()
        if page is None:
            return
        cursor = field.cursorRect()
        place = field.viewport().mapTo(page, QPoint(cursor.center().x(), cursor.center().y()))
        if self._look.is_typewriter:
            self.verticalScrollBar().setValue(place.y() - round(self.viewport().height() * _TYPEWRITER))
        else:
            self.ensureVisible(place.x(), place.y(), 0, cursor.height() + 2 * theme.GRID)

    @property
    def room(self) -> int:
        """Return how wide the column of words can be here, in pixels."""
        return max(self.viewport().width() - 2 * _MARGIN - 4, 0)

    def set_widest(self, pixels: int | None) -> None:
        """Let the column of words be no wider than this, None: than what is good to read."""
        self._widest = _NO_LIMIT if pixels is None else pixels
        self._limit()

    def set_look(self, look: PageLook) -> None:
        """Show the words the way the person likes them."""
        before, self._look = self._look, look
        if (look.face, look.text_pixels) != (before.face, before.text_pixels):
            self._dress()
        self._lit.set_lit(look.lit)
        self._leave_room()

    def set_language(self, tag: str, style: HouseStyle | None = None) -> None:
        """Let the words run, be drawn and be quoted the way of the article's language, `style` being the newsroom's."""
        if tag != self.language:
            self.language = tag
            self._dress()
            side = Qt.AlignmentFlag.AlignRight if direction(tag) == "rtl" else Qt.AlignmentFlag.AlignLeft
            self._reactions_title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            for field in self.fields().values():
                field.set_language(tag)
        for field in self.fields().values():
            if isinstance(field, ProseField):
                field.set_signs(signs_of(tag, style))

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        for field in self.fields().values():
            field.setReadOnly(not is_writable)

    def retranslate(self) -> None:
        """Put hints and names into the interface language."""
        names = {
            "headline": (tr("Headline"), tr("Headline")),
            "standfirst": (tr("Standfirst"), tr("Standfirst: what happened, in a sentence or two")),
            "body": (tr("Body"), tr("Begin to write")),
            "reactions": (tr("What people are saying"), tr("Quoted voices, each with where and when it was said")),
        }
        for name, field in self.fields().items():
            accessible, hint = names[name]
            field.setAccessibleName(accessible)
            field.setPlaceholderText(hint)
        self._reactions_title.setText(tr("What people are saying"))
        self._reactions_title.setBuddy(self.reactions)
        self.ai_marks.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._column)
        column.setSpacing(0)
        column.addWidget(self.headline)
        column.addSpacing(theme.GRID + 4)
        column.addWidget(self.standfirst)
        column.addSpacing(2 * theme.GRID)
        column.addWidget(_hairline())
        column.addSpacing(2 * theme.GRID)
        column.addWidget(self.body)
        column.addSpacing(3 * theme.GRID)
        column.addWidget(_hairline())
        column.addSpacing(2 * theme.GRID)
        column.addWidget(self._reactions_title)
        column.addSpacing(theme.GRID)
        column.addWidget(self.reactions)
        column.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        row = QHBoxLayout(page)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.setWidget(page)

    def _dress(self) -> None:
        pixels = self._look.text_pixels
        body = self._font(pixels)
        headline = self._font(round(theme.HEADLINE * pixels / READING_PIXELS))
        headline.setWeight(QFont.Weight.DemiBold)
        standfirst = self._font(round(theme.TITLE * pixels / READING_PIXELS))
        self.headline.set_face(headline)
        self.standfirst.set_face(standfirst)
        self.body.set_face(body)
        self.reactions.set_face(body)
        self.body.set_least_height(8 * pixels)
        self.reactions.set_least_height(3 * pixels)
        self._limit()

    def _limit(self) -> None:
        good = self.body.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS
        self._column.setMaximumWidth(min(good, self._widest))

    def _font(self, pixels: int) -> QFont:
        font = theme.font(pixels, is_serif=True)
        families = font.families()
        if han := _HAN_FACES.get(self.language) or _HAN_FACES.get(self.language.partition("-")[0]):
            families.insert(1, f"Noto Serif CJK {han}")
        if self._look.face:
            families.insert(0, self._look.face)
        font.setFamilies(families)
        return font

    def _leave_room(self) -> None:
        """Let the last line come up as high as the line that is written on is held."""
        below = 8 * theme.GRID
        if self._look.is_typewriter:
            below = max(below, round(self.viewport().height() * (1 - _TYPEWRITER)))
        if (column := self._column.layout()) is not None:
            column.setContentsMargins(0, _MARGIN, 0, below)

    def _on_moved(self) -> None:
        self._is_scroll_kept = False
        self._follow.start()

    def _on_field(self, field: WritingField) -> None:
        self._last = field
        self.entered.emit()

    def _on_entered(self) -> None:
        if not self._is_scroll_kept:
            self._follow.start()

    def _on_follow(self) -> None:
        """Keep the line that is being written in sight, once the page has grown to hold it."""
        field = self.focusWidget()
        if isinstance(field, WritingField) and field.hasFocus():
            self.reveal(field)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()
        self.room_changed.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self._is_scroll_kept = False
        # A scroll area scrolls to the whole of the next field, which here may be as long as the article.
        return QWidget.focusNextPrevChild(self, next)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line

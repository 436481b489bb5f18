"""How long the open article is, on the status line: counted while it is typed, with all the details at a press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from shiboken6 import isValid

from editor.core.messages import say
from editor.domain.ai_ranges import percent
from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr, words
from editor.services.counting import Details, Length, details_of, length_of, text_of, words_in
from editor.ui.jobs import Jobs, Latest
from editor.ui.keys import tip
from editor.ui.target_memory import keep_target, target_of
from editor.ui.widgets.prose_field import ProseField

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.article import Article
    from editor.ui.widgets.length_details import LengthDetails

DETAILS, DETAILS_KEYS = "article.length", "Ctrl+Shift+C"
SELECTING_MS = 200
_PARAGRAPH_END = "\u2029"


class LengthButton(QToolButton):
    """Made by the status line, which says when to count. Follows the selection of the text that has the keyboard."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("status.length")
        self.setAutoRaise(True)
        place = self.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # until the next article is counted, what stands beside it stays there
        self.setSizePolicy(place)
        self._article: Article | None = None
        self._length: Length | None = None
        self._target = 0
        self._selected_words = 0
        self._field: ProseField | None = None
        self._sheet: LengthDetails | None = None
        self._counting = Latest(jobs, self)
        self._selecting = Latest(jobs, self)
        self._measuring = Latest(jobs, self)
        self._soon = QTimer(self, singleShot=True, interval=SELECTING_MS)
        self._soon.timeout.connect(self._on_selected)
        self.clicked.connect(self.open_details)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.retranslate()

    def show_article(self, article: Article | None) -> None:
        """Forget what was counted; `article` is the open one, to be counted when `count` says so."""
        for lane in (self._counting, self._selecting, self._measuring):
            lane.cancel()
        self._article = article
        self._length = None
        self._selected_words = 0
        self.retranslate()

    def count(self, article: Article) -> None:
        """Count the words as they stand: cheap enough to do while they are typed."""
        self._article = article
        if self._length is None:  # kept in a file, which the painting of the words shall not wait for
            self._target = target_of(article.id)
        self._counting.submit(partial(_length, article), title=say("Counting"), done=self._on_length)

    def retranslate(self) -> None:
        """Put the words into the interface language."""
        if not (shown := self._words()):
            self.hide()  # what else it says is of a length: said when there is one
            return
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setText(isolate(shown) if is_mirrored else shown)  # else its first number would go to the end
        self.show()
        self.setAccessibleName(tr("{length}. Length and ease of reading", length=shown))
        self.setToolTip(self._hint())

    @Slot()
    def open_details(self) -> None:
        """Show all that can be counted, of the selection where there is one."""
        from editor.ui.widgets.length_details import LengthDetails

        article = self._article
        if article is None or not self.isVisible():
            return
        selected = self._selected()
        sheet = LengthDetails(self._target, self.window())
        sheet.target_chosen.connect(self._on_target)
        self._sheet = sheet
        sheet.show_share(0 if selected else percent(article.ai_ranges, article.body))
        self._measuring.submit(
            partial(_details, selected or text_of(article), article.language, bool(selected)),
            title=say("Counting"),
            done=self._on_details,
        )
        sheet.open_above(self)

    def _words(self) -> str:
        if self._length is None:
            return ""
        minutes = ntr("{n} min", "{n} min", self._length.minutes)
        count = self._length.words
        if self._selected_words:
            counted = ntr("{n} of {all} word selected", "{n} of {all} words selected", self._selected_words, all=count)
        elif self._target:
            counted = ntr("{n} of {wanted} word", "{n} of {wanted} words", count, wanted=self._target)
        elif self._length.are_characters:
            counted = ntr("{n} character", "{n} characters", count)
        else:
            counted = ntr("{n} word", "{n} words", count)
        return f"{counted} · {minutes}"

    def _hint(self) -> str:
        if self._length is not None and self._length.are_characters:
            from editor.ui.widgets.length_details import NO_BOUNDARIES

            return words(NO_BOUNDARIES)
        return tip(tr("Length and ease of reading"), DETAILS, DETAILS_KEYS)

    def _selected(self) -> str:
        field = self._field
        if field is None or not isValid(field):
            return ""
        return field.textCursor().selectedText().replace(_PARAGRAPH_END, "\n")

    @Slot(object)
    def _on_length(self, length: Length) -> None:
        self._length = length
        self.retranslate()

    @Slot(object)
    def _on_details(self, found: tuple[Details, bool]) -> None:
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.show_details(found[0], is_selection=found[1])
            self._sheet.open_above(self)

    @Slot(int)
    def _on_target(self, wanted: int) -> None:
        if self._article is not None:
            self._target = wanted
            keep_target(self._article.id, wanted)
            self.retranslate()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Buttons and sheets come and go; only another text has another selection.
        if not isinstance(new, ProseField) or new is self._field:
            return
        if self._field is not None and isValid(self._field):
            self._field.selectionChanged.disconnect(self._soon.start)
        self._field = new
        new.selectionChanged.connect(self._soon.start)
        self._soon.start()

    @Slot()
    def _on_selected(self) -> None:
        """Count what is selected, a moment after the selection rests."""
        if selected := self._selected():
            self._selecting.submit(partial(_selected_words, selected), title=say("Counting"), done=self._on_counted)
        elif self._selected_words:
            self._selecting.cancel()
            self._on_counted(0)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self._selected_words = count
        self.retranslate()


def _length(article: Article, _context: JobContext) -> Length:
    return length_of(article)


def _selected_words(text: str, _context: JobContext) -> int:
    return words_in(text)


def _details(text: str, language: str, is_selection: bool, _context: JobContext) -> tuple[Details, bool]:  # noqa: FBT001
    return details_of(text, language), is_selection

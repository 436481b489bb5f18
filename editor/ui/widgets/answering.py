"""Two articles of one translation set side by side: the paragraph that is written in, and the one that answers it.

Both are tinted, and the page that is not written in scrolls so that they stand at one height. No text is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from editor.domain.answering import Paragraph, answers, paragraph_at, paragraphs
from editor.domain.article import Article
from editor.ui import theme
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.page_set import PageSet
from editor.ui.widgets.typing_pace import PAINT_MS, Timers, TypingPace
from editor.ui.widgets.writing_field import WritingField

_KIND = "answer"
_TINT = 26  # of 255: words stay as legible on it as they were

_Texts = tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]


class Answering(QObject):
    """Made by the draft for its pages; follows the cursor a moment later. `find` gives the article of an id."""

    def __init__(
        self,
        pages: PageSet,
        find: Callable[[str], Article | None],
        parent: QObject,
        timers: Timers | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._find = find
        self._pace = TypingPace(self, timers, quiet_ms=PAINT_MS)
        self._pace.due.connect(self.refresh)
        self._marked: list[WritingField] = []
        self._pair: tuple[str, ...] = ()
        self._belongs = False
        self._kinds: object = None
        self._answers: dict[int, int] = {}
        self.serve(pages.page)
        pages.made.connect(self.serve)
        pages.placed.connect(self._pace.touch)
        theme.look().changed.connect(self._pace.touch)

    def serve(self, page: DraftPage) -> None:
        """Follow the cursors of this page, and where it is scrolled to while it is written in."""
        for field in page.fields().values():
            field.cursorPositionChanged.connect(self._pace.touch)
            field.entered.connect(self._pace.touch)
        bar = page.verticalScrollBar()
        bar.valueChanged.connect(partial(self._on_scrolled, page))
        bar.rangeChanged.connect(self._on_grown)

    @Slot()
    def refresh(self) -> None:
        """Show what answers the paragraph at the cursor."""
        for field in self._marked:
            field.mark(_KIND, [])
        self._marked.clear()
        if not self._is_pair():
            return
        here, there = self._pages.shown
        fields = here.fields()
        name = next((one for one, field in fields.items() if field is here.last_field()), "body")
        field, other = fields[name], there.fields()[name]
        texts = (paragraphs(field.text()), paragraphs(other.text()))
        number = paragraph_at(texts[0], field.textCursor().blockNumber())
        if number < 0:
            return
        answer = self._answers_of(name, texts).get(number)
        self._mark(field, texts[0][number])
        if answer is not None:
            self._mark(other, texts[1][answer])
            _put_beside(here, field, texts[0][number], (there, other, texts[1][answer]))

    def _on_scrolled(self, page: DraftPage, _to: int) -> None:
        if page is self._pages.page:  # the other is left where its reader scrolls it
            self._pace.touch()

    def _on_grown(self, _least: int, _most: int) -> None:
        self._pace.touch()  # a long page is laid out in steps: now it may reach as far as it could not before

    def _is_pair(self) -> bool:
        """Say whether the two halves show two articles of one translation set."""
        pair = self._pages.shown_articles
        if pair != self._pair:
            found = [self._find(one) for one in pair] if len(set(pair)) == 2 else []
            self._pair = pair
            self._belongs = len({one.translation_set if one else "" for one in found}) == 1 and None not in found
        return self._belongs

    def _answers_of(self, name: str, texts: _Texts) -> dict[int, int]:
        """Return the answers, found anew only where a paragraph came in, went, or turned into another kind."""
        kinds = (self._pair, name, *([_kind(one) for one in text] for text in texts))
        if kinds != self._kinds:
            self._kinds = kinds
            self._answers = answers(_words(texts[0]), _words(texts[1]))
        return self._answers

    def _mark(self, field: WritingField, paragraph: Paragraph) -> None:
        tint = QColor(theme.color("accent"))
        tint.setAlpha(_TINT)
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(tint)
        form.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's signature
        cursor = QTextCursor(field.document().findBlockByNumber(paragraph.first))
        last = field.document().findBlockByNumber(paragraph.last)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, form
        field.mark(_KIND, [mark])
        self._marked.append(field)


def _words(text: Sequence[Paragraph]) -> list[str]:
    return [one.text for one in text]


def _kind(paragraph: Paragraph) -> str:
    """Return what of a paragraph decides which other it answers, roughly: how it begins."""
    return paragraph.text[:2] if paragraph.text[:1] in "#>-*+|`~!" else ""


def _top(page: DraftPage, field: WritingField, paragraph: Paragraph) -> int | None:
    """Return how far below the top of the whole page the paragraph begins, in pixels."""
    whole = page.widget()
    if whole is None:
        return None
    block = field.document().findBlockByNumber(paragraph.first)
    inside = field.document().documentLayout().blockBoundingRect(block).top()
    return field.viewport().mapTo(whole, QPoint(0, round(inside))).y()


def _put_beside(
    here: DraftPage, field: WritingField, paragraph: Paragraph, answer: tuple[DraftPage, WritingField, Paragraph]
) -> None:
    """Scroll the page of `answer` until its paragraph stands as high as the one that is written in."""
    height, other = _top(here, field, paragraph), _top(*answer)
    if height is None or other is None:
        return
    page = answer[0]
    page.keep_scroll()
    page.verticalScrollBar().setValue(other - (height - here.verticalScrollBar().value()))

"""Waves under the misspelled words of one field, put there paragraph by paragraph as they come into sight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor

from editor.services.prose_words import words_in
from editor.ui.speller import Speller
from editor.ui.widgets.highlighter import Span, WordHighlighter, is_code, is_indented_code, is_waved
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.plain_text import utf16_length
from editor.ui.widgets.writing_field import WritingField

PAUSE_MS = 120
# Paragraphs that are looked through at once for the next misspelled word.
_STRIDE = 200


class _Looked(NamedTuple):
    """A paragraph that is written in: where its waves are, and where the cursor stood."""

    number: int
    text: str
    here: int
    waves: list[Span]


class FieldSpelling(QObject):
    """Belongs to one text; made by the draft's spelling. Asks the speller only for words that are in sight.

    A key costs a look at its own paragraph. The word that is being written has no wave until the cursor leaves it.
    `field` is the view of the text that had the keyboard last.
    """

    def __init__(self, field: WritingField, speller: Speller) -> None:
        super().__init__(field)
        self.field = field
        self._views: list[WritingField] = []
        self._speller = speller
        self._language = ""
        self._article = ""
        self._is_writing = False
        self._given: list[Span] | None = None
        self._in_sight: set[int] = set()
        self._looked: _Looked | None = None
        self._highlighter = field.highlighter if isinstance(field, MarkdownEdit) else WordHighlighter(field.document())
        self._highlighter.underlined = self._underlined
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        field.typed.connect(self._on_typed)
        self.add(field)

    def add(self, view: WritingField) -> None:
        """Mind what is in sight in this view of the text, too."""
        self._views.append(view)
        view.cursorPositionChanged.connect(self._on_cursor)
        view.left.connect(self._on_cursor)
        view.entered.connect(partial(self._on_entered, view))

    def show(self, language: str, article: str) -> None:
        """Judge by the dictionary of `language`; "" judges nothing. `article` says whose words are ignored."""
        self._language, self._article = language, article
        self._looked = None
        self.look_again()

    def look_again(self) -> None:
        """Look at what is in sight in a moment."""
        if any(view.isVisible() for view in self._views):
            self._pause.start()

    def refresh(self) -> None:
        """Put the waves right that are in sight, and ask for the words that are not known yet."""
        views = [view for view in self._views if view.isVisible()]
        if not views or self.field.is_composing():
            return
        unknown: list[str] = []
        seen = {block.blockNumber(): block for view in views for block in _blocks_in_sight(view)}
        self._in_sight, self._looked = set(seen), None
        for block in seen.values():
            unknown += self._unknown(block)
            wanted = self._spans(block, skips=self._is_writing)
            if wanted != _waves(block):
                self._given = wanted
                self.field.repaint_by(partial(self._highlighter.rehighlightBlock, block))
                self._given = None
        if unknown:
            self._speller.ask(self._language, unknown)

    def misspelled_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return a cursor over the misspelled word at `cursor`, or None where there is none."""
        place = cursor.positionInBlock()
        for start, length in self._spans(cursor.block(), skips=False):
            if start <= place <= start + length:
                return _over(cursor.block(), start, length)
        return None

    def word_at(self, cursor: QTextCursor) -> str:
        """Return the word at `cursor` that a dictionary can judge, "" where there is none."""
        text, place = cursor.block().text(), cursor.positionInBlock()
        for word in words_in(text):
            if utf16_length(text[: word.start]) <= place <= utf16_length(text[: word.end]):
                return word.text
        return ""

    def next_misspelled(self, at: int) -> tuple[QTextCursor | None, int]:
        """Return a cursor over the first misspelled word from the position `at` on, and where to look on (-1: nowhere).

        Words that were never judged are asked for; then the place to look on is the first of theirs.
        """
        block = self.field.document().findBlock(at)
        unknown: list[str] = []
        place = at
        for _ in range(_STRIDE):
            if not block.isValid():
                break
            if not unknown:
                place = max(at, block.position())
            unknown += self._unknown(block)
            for start, length in () if unknown else self._spans(block, skips=False):
                if block.position() + start >= at:
                    return _over(block, start, length), block.position() + start + length
            block = block.next()
        if unknown:
            self._speller.ask(self._language, unknown)
            return None, place
        return None, block.position() if block.isValid() else -1

    def _is_judged(self, block: QTextBlock) -> bool:
        if not self._language or is_code(block):
            return False
        return not (isinstance(self.field, MarkdownEdit) and is_indented_code(block))

    def _unknown(self, block: QTextBlock) -> list[str]:
        if not self._is_judged(block):
            return []
        words = (word.text for word in words_in(block.text()))
        return [word for word in words if not self._speller.knows(self._language, word)]

    def _underlined(self, block: QTextBlock) -> list[Span]:
        """Return what the highlighter shall underline: it comes here for paragraphs that are typed in, too."""
        if self._given is not None:
            return self._given
        number = block.blockNumber()
        if number not in self._in_sight:
            return []
        text, here = block.text(), self.field.textCursor().positionInBlock()
        is_written = self.field.hasFocus() and text.isascii()
        waves = self._moved(number, text, here) if is_written else None
        if waves is None:
            waves = self._spans(block, skips=True)
        self._looked = _Looked(number, text, here, waves) if is_written else None
        return waves

    def _moved(self, number: int, text: str, here: int) -> list[Span] | None:
        """Return the waves of a paragraph in which words were typed since it was looked at; None: look again.

        The word that the letters came to has none, being written; of the others those behind it moved. One that a
        space ended is judged with the next pause.
        """
        looked = self._looked
        if looked is None or looked.number != number or here <= looked.here:
            return None
        place, typed = looked.here, text[looked.here : here]
        if not (typed.isalpha() or typed == " ") or text != f"{looked.text[:place]}{typed}{looked.text[place:]}":
            return None
        return [(start + len(typed) if start > place else start, length) for start, length in looked.waves]

    def _spans(self, block: QTextBlock, *, skips: bool) -> list[Span]:
        """Return the misspelled words of `block`; `skips` leaves out the one that the cursor stands in or behind."""
        if not self._is_judged(block):
            return []
        text = block.text()
        cursor = self.field.textCursor()
        here = cursor.positionInBlock() if skips and cursor.block() == block and self.field.hasFocus() else -1
        wide = not text.isascii()
        found = []
        for word in words_in(text):
            if self._speller.verdict(self._language, word.text, self._article) is False:
                start = utf16_length(text[: word.start]) if wide else word.start
                length = utf16_length(word.text) if wide else word.end - word.start
                if not start <= here <= start + length:
                    found.append((start, length))
        return found

    def _on_typed(self) -> None:
        self._is_writing = True
        self.look_again()

    def _on_entered(self, view: WritingField) -> None:
        self.field = view

    def _on_cursor(self) -> None:
        self._is_writing = False  # a key that types says so right after this
        self.look_again()


def _blocks_in_sight(view: WritingField) -> Iterator[QTextBlock]:
    shown = view.viewport().visibleRegion().boundingRect()
    if shown.isEmpty():
        return
    block = view.cursorForPosition(shown.topLeft()).block()
    last = view.cursorForPosition(shown.bottomRight()).block().blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()


def _waves(block: QTextBlock) -> list[Span]:
    return [(span.start, span.length) for span in block.layout().formats() if is_waved(span.format)]


def _over(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor

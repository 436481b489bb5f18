"""Colours Markdown while it is typed: one paragraph at a time, never the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QSignalBlocker, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets import markdown_ink as ink_of
from editor.ui.widgets.markdown_ink import PLAIN, ROW, WAVE, Run, ink, runs, wave

_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_FARTHEST = 200  # lines; longer code is coloured as words, which hurts nobody
# Where something is underlined: where it starts and how long it is, in UTF-16 units.
Span = tuple[int, int]
Underlined = Callable[[QTextBlock], Iterable[Span]]

# Lines of a long text that are coloured in one step, which takes some milliseconds, and letters that a line can hold.
_A_STEP = 200
_A_LINE = 100
_BEFORE_STEPS_MS, _BETWEEN_STEPS_MS = 100, 5


def is_code(block: QTextBlock) -> bool:
    """Say whether a paragraph that was coloured is part of fenced code, the lines of its fence included."""
    return max(block.previous().userState(), block.userState()) > PLAIN


def is_indented_code(block: QTextBlock) -> bool:
    """Say whether a paragraph is code by its indentation: after an empty line, and under no item of a list."""
    if not _INDENTED.match(block.text()):
        return False
    is_apart = False
    for _ in range(_FARTHEST):
        block = block.previous()
        text = block.text()
        if not block.isValid():
            return True
        if text.strip() and not _INDENTED.match(text):
            return is_apart and not _ITEM.match(text)
        is_apart = not text.strip()
    return False


def is_waved(form: QTextCharFormat) -> bool:
    """Say whether `form` is that of an underlined word."""
    return form.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline


class WordHighlighter(QSyntaxHighlighter):
    """For a document of plain words: underlines and nothing else."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.underlined: Underlined | None = None

    @override
    def highlightBlock(self, text: str) -> None:
        if text and self.underlined is not None:
            for start, length in self.underlined(self.currentBlock()):
                self.setFormat(start, length, _waved(QTextCharFormat()))


class MarkdownHighlighter(QSyntaxHighlighter):
    """Belongs to one document; a paragraph's state says whether it lies within fenced code.

    Marks step back into the second ink; words keep theirs and show what they will be. `underlined` says what of a
    paragraph that is no code is underlined besides.

    A long text is coloured in steps: before it is seen what any screen can show, the rest a moment later. Each step is
    one change for Qt's layout, which goes through all paragraphs below what changed.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.underlined: Underlined | None = None
        self._styles: dict[int, QTextCharFormat] = {}
        self._place = QTextCursor(document)
        self._step = QTimer(self, singleShot=True)
        self._step.timeout.connect(self._on_step)
        theme.look().changed.connect(self._on_look_changed)

    @property
    def is_under_way(self) -> bool:
        """Say whether there are paragraphs that wait for their colours."""
        return self._step.isActive()

    def forget(self) -> None:
        """Colour no more of what waits for it: another text comes."""
        self._step.stop()

    def colour_in_steps(self, at_once: int) -> None:
        """Colour a text that came unheard: so many lines now, before it is laid out, and the rest in steps."""
        self._place = QTextCursor(self.document())
        self._colour_on(at_once, _BEFORE_STEPS_MS)

    @Slot()
    def _on_step(self) -> None:
        self._colour_on(_A_STEP, _BETWEEN_STEPS_MS)

    def _colour_on(self, lines: int, wait_ms: int) -> None:
        """Colour so many lines, and the next a moment later."""
        self._step.stop()
        block, changed = self._place.block(), []
        while lines > 0 and block.isValid():
            if self._colour_again(block):
                changed.append(block)
            lines -= 1 + block.length() // _A_LINE
            block = block.next()
        if changed:
            start, last = changed[0].position(), changed[-1]
            with QSignalBlocker(self.document()):  # else all of them would be coloured once more
                self.document().markContentsDirty(start, last.position() + last.length() - start)
        if block.isValid():
            self._place.setPosition(block.position())
            self._step.start(wait_ms)

    def _colour_again(self, block: QTextBlock) -> bool:
        """Put the right colours on a paragraph and say whether they are others."""
        layout = block.layout()
        if layout.preeditAreaText():  # it is being typed, and coloured by that
            return False
        before, formats = layout.formats(), []
        for start, length, what in self._runs(block, block.text(), block.previous().userState()):
            run = QTextLayout.FormatRange()
            run.start, run.length, run.format = start, length, self._style(what)
            formats.append(run)
        if formats == before:
            return False
        layout.setFormats(formats)
        return True

    def _runs(self, block: QTextBlock, text: str, before: int) -> Iterator[Run]:
        """Set the state of a paragraph and return how its letters look, `before` being what the one before it left."""
        letters, state = ink(text, max(before, PLAIN))
        block.setUserState(state)
        if text and self.underlined is not None and max(before, state) <= PLAIN:
            wave(letters, self.underlined(block))
        return runs(letters)

    def _style(self, what: int) -> QTextCharFormat:
        if (style := self._styles.get(what)) is None:
            style = self._styles[what] = _style(what)
        return style

    def _on_look_changed(self) -> None:
        self._styles.clear()
        self._place = QTextCursor(self.document())
        self._on_step()

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        before = block.userState()
        for start, length, what in self._runs(block, text, self.previousBlockState()):
            self.setFormat(start, length, self._style(what))
        if self.is_under_way and block.position() >= self._place.position():
            block.setUserState(before)  # else Qt would go on through all that wait; their turn comes


def _style(what: int) -> QTextCharFormat:
    """Return how letters look that are `what` (see `markdown_ink`)."""
    style = QTextCharFormat()
    match what & ~(ROW | WAVE):
        case ink_of.MARK:
            style.setForeground(theme.color("muted"))
        case ink_of.WORDS:
            style.setForeground(theme.color("accent"))
        case ink_of.CODE:
            style.setFontFamilies(["monospace"])
            style.setBackground(QColor(theme.color("raised")))
        case ink_of.BOLD:
            style.setFontWeight(QFont.Weight.Bold)
        case ink_of.ITALIC:
            style.setFontItalic(True)
    if what & ROW:
        style.setFontFamilies(["monospace"])
    return _waved(style) if what & WAVE else style


def _waved(style: QTextCharFormat) -> QTextCharFormat:
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(theme.color("fault"))
    return style

"""Colours Markdown while it is typed: one paragraph at a time, never the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QTimer, Slot
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

# Paragraphs of a long text that are coloured before it is seen: more than any screen shows. The rest follows in steps
# of so many, which take some milliseconds each.
_AT_ONCE, _A_STEP = 150, 100
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
        self._left: int | None = None  # paragraphs to be coloured before the others wait; None: all
        self._place = QTextCursor(document)
        self._step = QTimer(self, singleShot=True)
        self._step.timeout.connect(self._on_step)
        theme.look().changed.connect(self._on_look_changed)

    @property
    def is_under_way(self) -> bool:
        """Say whether there are paragraphs that wait for their colours."""
        return self._step.isActive()

    def hold(self) -> None:
        """Let the text that comes now wait for its colours but for its beginning, until `go_on`."""
        self._left = _AT_ONCE

    def go_on(self) -> None:
        """Colour what waits of the text that came, in steps; what waited of another is gone."""
        self._step.stop()
        if self._left == 0:
            self._colour_from(_A_STEP, _BEFORE_STEPS_MS)  # fewer than _AT_ONCE: some were changed more than once
        self._left = None

    def _colour_from(self, line: int, wait_ms: int) -> None:
        self._place = QTextCursor(self.document().findBlockByNumber(line))
        self._step.start(wait_ms)

    @Slot()
    def _on_step(self) -> None:
        self._step.stop()
        block, changed = self._place.block(), []
        for _ in range(_A_STEP):
            if not block.isValid():
                break
            if self._colour_again(block):
                changed.append(block)
            block = block.next()
        if changed:
            start, last = changed[0].position(), changed[-1]
            self.document().markContentsDirty(start, last.position() + last.length() - start)
        if block.isValid():
            self._place.setPosition(block.position())
            self._step.start(_BETWEEN_STEPS_MS)

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
        self._colour_from(0, 0)
        self._on_step()

    @override
    def highlightBlock(self, text: str) -> None:
        if self._left is not None:
            if not self._left:
                self.setCurrentBlockState(PLAIN)
                return
            self._left -= 1
        for start, length, what in self._runs(self.currentBlock(), text, self.previousBlockState()):
            self.setFormat(start, length, self._style(what))


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

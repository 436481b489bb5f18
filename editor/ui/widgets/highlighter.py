"""Colours Markdown while it is typed: one paragraph at a time, never the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets import table_lines

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t]|$)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_FARTHEST = 200  # lines; longer code is coloured as words, which hurts nobody
_RULE = re.compile(r"^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_LEAD = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?")
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<picture>!\[(?P<alt>(?:\\.|[^\]\\])*)\]\((?P<source>[^)]*)\))"
    r"|(?P<link>\[(?P<words>(?:\\.|[^\]\\])*)\]\((?P<address>[^)]*)\))"
    r"|(?P<address_alone><(?:https?|mailto):[^>\s]+>)"
    r"|(?P<strong>(?P<strong_mark>\*\*|__)(?=\S)(?P<strong_words>.+?)(?<=\S)(?P=strong_mark))"
    r"|(?P<soft>(?<![\w*])\*(?=[^\s*])(?P<star_words>[^*]+?)(?<=\S)\*(?!\*)"
    r"|(?<![\w_])_(?=[^\s_])(?P<line_words>[^_]+?)(?<=\S)_(?!\w))"
)
# What everything above begins with.
_SIGN = re.compile(r"[\\`!\[<*_]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")  # an emoji, say: one letter here, two of Qt's units
# Where something is underlined: where it starts and how long it is, in UTF-16 units.
Span = tuple[int, int]
Underlined = Callable[[QTextBlock], Iterable[Span]]

_PLAIN, _FENCED_TICKS, _FENCED_TILDES = 0, 1, 2


def is_code(block: QTextBlock) -> bool:
    """Say whether a paragraph that was coloured is part of fenced code, the lines of its fence included."""
    return max(block.previous().userState(), block.userState()) > _PLAIN


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


def underline(highlighter: QSyntaxHighlighter, spans: Iterable[Span]) -> None:
    """Put a wave under `spans` of the paragraph that `highlighter` is at, whatever they are coloured."""
    for start, length in spans:
        wave = highlighter.format(start)
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(theme.color("fault"))
        highlighter.setFormat(start, length, wave)


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
            underline(self, self.underlined(self.currentBlock()))


class MarkdownHighlighter(QSyntaxHighlighter):
    """Belongs to one document; a paragraph's state says whether it lies within fenced code.

    Marks step back into the second ink; words keep theirs and show what they will be. `underlined` says what of a
    paragraph that is no code is underlined besides.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.underlined: Underlined | None = None
        self._dress()
        theme.look().changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self._dress()
        self.rehighlight()

    def _dress(self) -> None:
        self._mark = QTextCharFormat()
        self._mark.setForeground(theme.color("muted"))
        self._address = QTextCharFormat(self._mark)
        self._words = QTextCharFormat()
        self._words.setForeground(theme.color("accent"))
        self._code = QTextCharFormat()
        self._code.setFontFamilies(["monospace"])
        self._code.setBackground(QColor(theme.color("raised")))
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._italic = QTextCharFormat()
        self._italic.setFontItalic(True)

    def _fence(self, text: str) -> bool:
        """Colour a paragraph of fenced code and say whether it was one."""
        state = max(self.previousBlockState(), _PLAIN)
        found = _FENCE.match(text)
        if state == _PLAIN:
            if found is None or (found[1][0] == "`" and "`" in found[2]):
                return False
            self.setCurrentBlockState(_FENCED_TICKS if found[1][0] == "`" else _FENCED_TILDES)
            self.setFormat(0, len(text), self._mark)
            return True
        closes = found is not None and not found[2].strip() and (found[1][0] == "`") == (state == _FENCED_TICKS)
        self.setCurrentBlockState(_PLAIN if closes else state)
        self.setFormat(0, len(text), self._mark if closes else self._code)
        return True

    def _inline(self, text: str, start: int) -> None:
        first = _SIGN.search(text, start)
        if first is None:  # most paragraphs
            return
        for found in _INLINE.finditer(text, first.start()):
            kind = found.lastgroup or ""
            if found["escape"]:
                self.setFormat(found.start(), 1, self._mark)
            elif found["code"]:
                self._span(found, self._code)
            elif found["picture"] is not None:
                self._span(found, self._mark)
                self._group(found, "alt", self._words)
            elif found["link"] is not None:
                self._span(found, self._mark)
                self._group(found, "words", self._words)
            elif found["address_alone"]:
                self._span(found, self._words)
            elif found["strong"]:
                self._span(found, self._mark)
                self._group(found, "strong_words", self._bold)
            elif kind:
                self._span(found, self._mark)
                self._group(found, "star_words" if found["star_words"] else "line_words", self._italic)

    def _span(self, found: re.Match[str], style: QTextCharFormat) -> None:
        self.setFormat(found.start(), found.end() - found.start(), style)

    def _group(self, found: re.Match[str], name: str, style: QTextCharFormat) -> None:
        self.setFormat(found.start(name), found.end(name) - found.start(name), style)

    @override
    def highlightBlock(self, text: str) -> None:
        self.setCurrentBlockState(_PLAIN)
        text = _BEYOND.sub("\ufffd\ufffd", text)
        if not text or self._fence(text):
            return
        self._colour(text)
        if self.underlined is not None:
            underline(self, self.underlined(self.currentBlock()))

    def _colour(self, text: str) -> None:
        if _RULE.match(text):
            self.setFormat(0, len(text), self._mark)
            return
        if heading := _HEADING.match(text):
            self.setFormat(0, len(text), self._bold)
            self.setFormat(heading.start(1), heading.end(1) - heading.start(1), self._mark)
            self._inline(text, heading.end())
            return
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        if start:
            self.setFormat(0, start, self._mark)
        self._inline(text, start)
        if text.startswith("|"):
            self._row(text)

    def _row(self, text: str) -> None:
        """Set a row of a table in letters of one width, each as it is coloured, so that its bars stand in columns."""
        is_rule = table_lines.is_rule(text)
        for place, letter in enumerate(text):
            style = self._mark if letter == "|" or is_rule else self.format(place)
            style = QTextCharFormat(style)
            style.setFontFamilies(["monospace"])
            self.setFormat(place, 1, style)

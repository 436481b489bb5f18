"""How each letter of a line of Markdown is shown while it is written. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.ui.widgets import table_lines

# What a line leaves to the next: whether that lies within fenced code, and which signs end it.
PLAIN, FENCED_TICKS, FENCED_TILDES = range(3)
# What a letter is. One in a row of a table, and one that is underlined, is that besides.
MARK, WORDS, CODE, BOLD, ITALIC = range(1, 6)
ROW, WAVE = 8, 16

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t]|$)")
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
# What everything inside a line begins with, and what a line begins with that is more than words.
_SIGN = re.compile(r"[\\`!\[<*_]")
_OPENING = re.compile(r"[ \t#>|~+\-*_`\d]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")  # an emoji, say: one letter here, two of Qt's units
_RUN = re.compile(rb"([^\0])\1*", re.DOTALL)
_IN_ROW = bytes(code | ROW for code in range(256))

Run = tuple[int, int, int]


def ink(text: str, before: int) -> tuple[bytearray, int]:
    """Return what each UTF-16 unit of the line `text` is, 0 being a plain word's, and what it leaves to the next line.

    `before` is what the line before it left. In a line of code, or of a fence, nothing is underlined.
    """
    if not text.isascii():
        text = _BEYOND.sub("\ufffd\ufffd", text)
    letters = bytearray(len(text))
    if not text:
        return letters, before
    if (fenced := _fence(letters, text, before)) is not None:
        return letters, fenced
    if _OPENING.match(text) or _SIGN.search(text):  # most paragraphs have neither
        _colour(letters, text)
    return letters, PLAIN


def wave(letters: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    """Underline the (start, length) of `spans`, whatever the letters are."""
    for start, length in spans:
        for place in range(start, min(start + length, len(letters))):
            letters[place] |= WAVE


def runs(letters: bytearray) -> Iterator[Run]:
    """Yield (start, length, what they are) of letters that are shown alike; plain words are left out."""
    if letters.count(0) == len(letters):  # most paragraphs
        return
    for run in _RUN.finditer(letters):
        yield run.start(), run.end() - run.start(), letters[run.start()]


def _put(letters: bytearray, start: int, end: int, what: int) -> None:
    letters[start:end] = bytes((what,)) * (end - start)


def _fence(letters: bytearray, text: str, before: int) -> int | None:
    """Colour a line of fenced code and return what it leaves to the next; None where it is none."""
    found = _FENCE.match(text)
    if before == PLAIN:
        if found is None or (found[1][0] == "`" and "`" in found[2]):
            return None
        _put(letters, 0, len(text), MARK)
        return FENCED_TICKS if found[1][0] == "`" else FENCED_TILDES
    closes = found is not None and not found[2].strip() and (found[1][0] == "`") == (before == FENCED_TICKS)
    _put(letters, 0, len(text), MARK if closes else CODE)
    return PLAIN if closes else before


def _colour(letters: bytearray, text: str) -> None:
    if _RULE.match(text):
        _put(letters, 0, len(text), MARK)
        return
    if heading := _HEADING.match(text):
        _put(letters, 0, len(text), BOLD)
        _put(letters, *heading.span(1), MARK)
        _inline(letters, text, heading.end())
        return
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    _put(letters, 0, start, MARK)
    _inline(letters, text, start)
    if text.startswith("|"):
        _row(letters, text)


def _inline(letters: bytearray, text: str, start: int) -> None:
    first = _SIGN.search(text, start)
    if first is None:
        return
    for found in _INLINE.finditer(text, first.start()):
        if found["escape"]:
            _put(letters, found.start(), found.start() + 1, MARK)
        elif found["code"]:
            _put(letters, *found.span(), CODE)
        elif found["address_alone"]:
            _put(letters, *found.span(), WORDS)
        else:
            _put(letters, *found.span(), MARK)
            inner, what = _inside(found)
            _put(letters, *found.span(inner), what)


def _inside(found: re.Match[str]) -> tuple[str, int]:
    """Return which part of what was found is no mark, and what it is."""
    if found["picture"] is not None:
        return "alt", WORDS
    if found["link"] is not None:
        return "words", WORDS
    if found["strong"]:
        return "strong_words", BOLD
    return "star_words" if found["star_words"] else "line_words", ITALIC


def _row(letters: bytearray, text: str) -> None:
    """Set a row of a table in letters of one width, each as it is coloured, so that its bars stand in columns."""
    if table_lines.is_rule(text):
        _put(letters, 0, len(text), MARK)
    for place, letter in enumerate(text):
        if letter == "|":
            letters[place] = MARK
    letters[:] = letters.translate(_IN_ROW)

"""The languages of a translation set in one short line: each by its name, or its tag, and a sign for how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from editor.domain.article import TranslationState
from editor.ui import icons, theme
from editor.ui.widgets.language_words import language_words

_SIDE = 12
_GAP = 10
# A sign and a colour for each: never a colour alone. The words stand in the tool tip and for those who listen.
MARKS: Mapping[TranslationState, tuple[str, str]] = {
    TranslationState.SOURCE: ("pin", "muted"),
    TranslationState.MISSING: ("add", "muted"),
    TranslationState.DRAFT: ("draft", "muted"),
    TranslationState.TRANSLATING: ("language", "accent"),
    TranslationState.APPROVED: ("done", "done"),
    TranslationState.SOURCE_CHANGED: ("warn", "warn"),
}


def paint(
    painter: QPainter,
    places: Sequence[QRect],
    states: Sequence[tuple[str, TranslationState]],
    language: str,
    font: QFont,
) -> None:
    """Paint the languages from where reading begins, that of the row in ink.

    By their names in the first of `places` that has room for them; else by their tags in the first, and what finds no
    room is counted.
    """
    metrics = QFontMetrics(font)
    names = [language_words(tag) for tag, _state in states]
    wide = sum(_SIDE + 3 + metrics.horizontalAdvance(name) for name in names) + _GAP * (len(names) - 1)
    place = next((one for one in places if wide <= one.width()), None)
    if place is None:
        place, names = places[0], [tag for tag, _state in states]
    line = QRect(place.topLeft(), QSize(place.width(), metrics.lineSpacing()))
    painter.save()
    painter.setFont(font)
    at = 0
    for number, ((tag, state), name) in enumerate(zip(states, names, strict=True)):
        rest = f"+{len(states) - number}"
        wide = _SIDE + 3 + metrics.horizontalAdvance(name)
        is_last = number == len(states) - 1
        if at + wide + (0 if is_last else _GAP + metrics.horizontalAdvance(rest)) > line.width():
            painter.setPen(theme.color("muted"))
            _words(painter, line, at, rest, metrics)
            break
        icon, token = MARKS[state]
        icons.icon(icon, token).paint(painter, _seen(painter, line, QRect(at, 0, _SIDE, line.height())))
        painter.setPen(theme.color("ink" if tag == language else token))
        _words(painter, line, at + _SIDE + 3, name, metrics)
        at += wide + _GAP
    painter.restore()


def _words(painter: QPainter, line: QRect, at: int, said: str, metrics: QFontMetrics) -> None:
    room = _seen(painter, line, QRect(at, 0, metrics.horizontalAdvance(said) + 2, line.height()))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)


def _seen(painter: QPainter, line: QRect, part: QRect) -> QRect:
    """Return `part` of the line where it is seen: from the right where the row is read from there."""
    return QStyle.visualRect(painter.layoutDirection(), line, part.translated(line.topLeft()))

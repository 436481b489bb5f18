"""Text painted over at most so many lines, the last one cut with an ellipsis: for rows that are drawn, not built."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from editor.i18n.direction import direction

_LEFT = Qt.AlignmentFlag.AlignLeft


def height_of(text: str, font: QFont, width: int, lines: int, language: str = "") -> int:
    """Return how many pixels `draw` takes for the same text."""
    metrics, text = QFontMetricsF(font), " ".join(text.split())
    # A width is measured in a tenth of the time of a layout, and most dates fit on one line.
    if lines > 1 and metrics.horizontalAdvance(text) >= width:
        lines = max(1, min(lines, len(_laid_out(text, font, width, language, lines + 1)[1])))
    else:
        lines = 1
    return round(lines * metrics.lineSpacing())


def draw(painter: QPainter, rect: QRect, text: str, font: QFont, lines: int, language: str = "") -> int:
    """Paint `text` at the top of `rect` with the painter's pen and return the height taken.

    `language` decides which way the words run; "" leaves it to the words.
    """
    text = " ".join(text.split())
    # Whichever way the words run, rows of a list begin at the same edge.
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    layout, starts = _laid_out(text, font, rect.width(), language, lines + 1, is_mirrored=is_mirrored)
    metrics = QFontMetricsF(font)
    spacing = metrics.lineSpacing()
    for number in range(min(lines, len(starts))):
        top = rect.top() + number * spacing
        if number == lines - 1 and len(starts) > lines:
            rest = metrics.elidedText(text[starts[number] :].strip(), Qt.TextElideMode.ElideRight, rect.width())
            last, _ = _laid_out(rest, font, rect.width(), language, 1, is_mirrored=is_mirrored)
            last.lineAt(0).draw(painter, QPointF(rect.left(), top))
        else:
            layout.lineAt(number).draw(painter, QPointF(rect.left(), top - layout.lineAt(number).y()))
    return round(max(1, min(lines, len(starts))) * spacing)


def draw_plate(painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor, plate: QColor) -> QRect:
    """Paint `text` on a rounded plate at the leading side of `rect` and return the plate's place."""
    metrics = QFontMetricsF(font)
    width = min(rect.width(), round(metrics.horizontalAdvance(text)) + 16)
    height = round(metrics.height()) + 4
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = rect.right() + 1 - width if is_mirrored else rect.left()
    place = QRect(left, rect.top(), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plate)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(ink)
    painter.setFont(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 12)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return place


def _laid_out(
    text: str, font: QFont, width: int, language: str, most: int, *, is_mirrored: bool = False
) -> tuple[QTextLayout, list[int]]:
    """Return the layout and where each line starts, as code points of `text`; at most `most` lines are made."""
    text = " ".join(text.split()) or " "
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if language:
        is_rtl = direction(language) == "rtl"
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment((Qt.AlignmentFlag.AlignRight if is_mirrored else _LEFT) | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    starts: list[int] = []
    spacing = QFontMetricsF(font).lineSpacing()
    is_plain = not text or max(text) <= "\uffff"  # Qt counts UTF-16 units, Python code points: here the same
    layout.beginLayout()
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 16))
        line.setPosition(QPointF(0, len(starts) * spacing))
        start = line.textStart()
        starts.append(start if is_plain else len(text.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore")))
    layout.endLayout()
    return layout, starts

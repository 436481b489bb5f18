"""A small sheet over the status line: all that was counted of an article or selection, its ease, its target."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QFrame, QLabel, QSpinBox, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from editor.core.messages import Message, say
from editor.domain.measures import Counts, Ease, Readability
from editor.i18n.interface import interface_language, ntr, tr, words
from editor.i18n.numbers import grouped
from editor.services.counting import Details
from editor.ui import theme
from editor.ui.widgets.naming import named

WIDTH = 320
STEP = 50
NO_BOUNDARIES = say("Where words of this script end is not known on this computer, so its characters are counted.")
_TITLES = {
    "words": say("Words"),
    "characters": say("Characters"),
    "letters": say("Characters without spaces"),
    "sentences": say("Sentences"),
    "paragraphs": say("Paragraphs"),
    "minutes": say("Reading time"),
}
_EASE = {
    Ease.VERY_EASY: say("Very easy to read"),
    Ease.EASY: say("Easy to read"),
    Ease.MIDDLE: say("Neither easy nor hard to read"),
    Ease.HARD: say("Hard to read"),
    Ease.VERY_HARD: say("Very hard to read"),
}


class LengthDetails(QFrame):
    """Made by the status line for one look, inside the window; Escape, or turning to anything else, puts it away.

    `target_chosen` carries how many words are wanted, 0 for no target.
    """

    target_chosen = Signal(int)

    def __init__(self, target: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("length")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Length and ease of reading"))
        self.setProperty("kind", "sheet")
        self._window = parent
        self._came_from: QWidget | None = None
        self._title = named(QLabel(tr("Counting…")), "length.title")
        self._title.setProperty("role", "section")
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(3 * theme.GRID)
        self._values = {name: named(QLabel(), f"length.{name}") for name in _TITLES}
        is_mirrored = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        for name, value in self._values.items():
            # Figures run left to right in every language, so that only an absolute edge is the outer one.
            value.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            self._rows.addRow(words(_TITLES[name]), value)
        self._share = named(QLabel(), "length.share")
        self._share.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._rows.addRow(tr("Written by AI"), self._share)
        self._rows.setRowVisible(self._share, False)  # noqa: FBT003 - Qt's own signature
        self._ease = _lines("length.ease")
        self._formula = _lines("length.formula")
        self._formula.setProperty("role", "muted")
        self.target = named(QSpinBox(), "length.target")
        self.target.setRange(0, 1_000_000)
        self.target.setSingleStep(STEP)
        self.target.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.target.setSpecialValueText(tr("None"))
        self.target.setValue(target)
        self.target.setAccessibleName(tr("Words wanted"))
        self.target.setKeyboardTracking(False)
        self.target.valueChanged.connect(self.target_chosen)
        wanted = QFormLayout()
        wanted.addRow(tr("Words wanted"), self.target)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID] * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self._ease)
        column.addWidget(self._formula)
        column.addLayout(wanted)

    def show_details(self, details: Details, *, is_selection: bool) -> None:
        """Show what was counted, of the selection or of the whole article."""
        self._title.setText(tr("The selection") if is_selection else tr("The article"))
        for name, figure in _figures(details.counts).items():
            self._values[name].setText(figure)
            self._values[name].setAccessibleName(f"{words(_TITLES[name])}: {figure}")
        self._rows.setRowVisible(self._values["sentences"], bool(details.counts.sentences))
        ease, formula = _ease_words(details)
        self._ease.setText(words(ease))
        self._formula.setText("\n".join(filter(None, [words(formula), words(_note(details.counts))])))
        self._formula.setVisible(bool(self._formula.text()))

    def show_share(self, percent: int) -> None:
        """Show how much of the body is marked as written by AI, in per cent; 0 shows nothing."""
        name, figure = tr("Written by AI"), tr("{share} % of the text", share=percent)
        self._share.setText(figure)
        self._share.setAccessibleName(f"{name}: {figure}")
        self._rows.setRowVisible(self._share, bool(percent))

    def open_above(self, place: QWidget) -> None:
        """Stand with the lower edge on the upper edge of `place`, the cursor in the target."""
        window = self._window
        near = place.mapTo(window, QPoint(0, 0))
        is_mirrored = place.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = near.x() + place.width() - WIDTH if is_mirrored else near.x()
        layout = self.layout()
        height = layout.totalHeightForWidth(WIDTH) if layout is not None else 0
        self.setGeometry(max(0, min(left, window.width() - WIDTH)), max(0, near.y() - height), WIDTH, height)
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            self.show()
            self.raise_()
            self.target.setFocus(Qt.FocusReason.PopupFocusReason)
            self.target.selectAll()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = self._came_from
            self.close()
            if back is not None and isValid(back):
                back.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        super().keyPressEvent(event)


def ease_words(readability: Readability) -> Message:
    """Return how a text reads, in plain words."""
    return _EASE[readability.ease]


def _figures(counts: Counts) -> dict[str, str]:
    figures = {
        name: grouped(getattr(counts, name), interface_language())
        for name in ("words", "characters", "letters", "sentences", "paragraphs")
    }
    return figures | {"minutes": ntr("{n} min", "{n} min", counts.minutes)}


def _ease_words(details: Details) -> tuple[Message, Message]:
    """Return what to say of the ease of reading, and by what measure."""
    found = details.readability
    if found is None and details.has_formula:
        return say("Ease of reading: too few words to say"), Message()
    if found is None:
        return say("Ease of reading: no formula fits this language"), Message()
    score = round(found.score)
    if found.school_year is None:
        return ease_words(found), say("{formula}: {score}", formula=found.formula, score=score)
    return ease_words(found), say(
        "{formula}: {score}. For readers with about {year} years of school.",
        formula=found.formula,
        score=score,
        year=found.school_year,
    )


def _note(counts: Counts) -> Message:
    return NO_BOUNDARIES if counts.are_characters else Message()


def _lines(name: str) -> QLabel:
    label = named(QLabel(), name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label

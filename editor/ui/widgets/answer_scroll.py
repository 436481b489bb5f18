"""A scroll area that brings an answer into view, and keeps it there while what stands above it still grows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from editor.ui import theme


class AnswerScroll(QScrollArea):
    """Made by the export panel. The answer is let go of as soon as the person scrolls, presses or types here."""

    def __init__(self, name: str, inside: QWidget) -> None:
        super().__init__()
        self._answer: QWidget | None = None
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)

    @Slot(object)
    def bring(self, answer: QWidget) -> None:
        """Bring `answer`, which is inside, into view."""
        for holder in (answer, answer.parentWidget(), self.widget()):  # each tells the next how much it needs
            layout = holder.layout() if holder is not None else None
            if layout is not None:
                layout.activate()
        self._answer = answer
        self._on_grown()

    @Slot()
    def _on_grown(self) -> None:
        if self._answer is not None and self._answer.isVisible():
            self.ensureWidgetVisible(self._answer, 0, theme.GRID)

    @Slot()
    def _on_scrolled(self) -> None:
        self._answer = None

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self._answer = None
        return super().focusNextPrevChild(next)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._answer = None
        return super().eventFilter(watched, event)

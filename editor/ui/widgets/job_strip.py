"""Long work where it was asked for: what it is doing, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.widgets.elided_label import ElidedLabel


class JobStrip(QWidget):
    """Made by panels and windows that run jobs; hidden between them. `stopped`: the person wants it to end."""

    stopped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._doing = Message()
        self._state = ElidedLabel()  # it names articles: the longest headline must not widen the panel
        self._state.setObjectName(f"{name}.state")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}.bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        room = self._bar.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(room)
        self._stop = QPushButton()
        self._stop.setObjectName(f"{name}.stop")
        self._stop.setIcon(icons.icon("stop"))
        self._stop.clicked.connect(self._on_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state)
        column.addWidget(self._bar)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeading)
        self.retranslate()
        self.hide()

    def begin(self, doing: Message) -> None:
        """Show that `doing` has begun, the focus on the button that stops it."""
        self._doing = doing
        self._bar.hide()  # an empty bar would say that nothing goes on
        self._state.show_text(words(doing))
        self._stop.setEnabled(True)
        self.show()
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def progress(self, fraction: float, message: Message) -> None:
        """Show how far it is."""
        self._bar.setVisible(fraction > 0)
        self._bar.setValue(round(fraction * 1000))
        self._doing = message or self._doing
        self._state.show_text(words(self._doing))

    def end(self) -> bool:
        """Hide; return whether the focus was here and must go elsewhere."""
        had_focus = self._stop.hasFocus() or self.hasFocus()
        self.hide()
        return had_focus

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._stop.setText(tr("Stop"))
        self._bar.setAccessibleName(tr("Progress"))
        self._state.show_text(words(self._doing))

    @Slot()
    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._state.show_text(tr("Stopping…"))
        self.stopped.emit()

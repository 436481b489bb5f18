"""What stands still at the foot of the export panel, whatever is found to check: its buttons, and their work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message
from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.job_strip import JobStrip
from editor.ui.widgets.naming import named


class ExportFoot(QWidget):
    """Made by the export panel. `strip` shows the work; `started` and the three ways to verify ask for it."""

    started = Signal()
    verify_named = Signal()
    verify_folder = Signal()
    verify_zip = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = JobStrip("export.work")
        self._export = named(QPushButton(), "export.start")
        self._export.setProperty("kind", "primary")
        self._export.clicked.connect(self.started)
        self._verify = named(QPushButton(), "export.verify")
        menu = QMenu(self._verify)
        self._named, self._folder, self._zip = (menu.addAction("") for _ in range(3))
        self._named.triggered.connect(self.verify_named)
        self._folder.triggered.connect(self.verify_folder)
        self._zip.triggered.connect(self.verify_zip)
        self._verify.setMenu(menu)
        self._buttons = QWidget()
        row = FlowRow(self._buttons, theme.GRID)  # in a language of long words they need a second line
        row.addWidget(self._export)
        row.addWidget(self._verify)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        inside.addWidget(self._buttons)
        inside.addWidget(self.strip)
        line = QFrame()
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(inside)

    def allow(self, *, is_allowed: bool) -> None:
        """Let the export begin, or not."""
        self._export.setEnabled(is_allowed)

    def begin(self, doing: Message) -> None:
        """Show the work in the place of the buttons."""
        self._buttons.hide()
        self.strip.begin(doing)

    def end(self) -> None:
        """Show the buttons again, the focus on the first if it was on the work."""
        self._buttons.show()
        if self.strip.end():
            self._export.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._export.setText(tr("Export"))
        self._export.setToolTip(tr("Write the bundle, verify it, and put it in its place"))
        self._verify.setText(tr("Verify a bundle"))
        self._verify.setToolTip(tr("Hold every file against what was handed over"))
        self._named.setText(tr("The one named above"))
        self._folder.setText(tr("A folder…"))
        self._zip.setText(tr("A ZIP file…"))
        self.strip.retranslate()

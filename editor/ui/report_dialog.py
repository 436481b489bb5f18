"""The report of a mistake of ours: what happened, that the work is safe, and a text to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.i18n.interface import tr


class ReportDialog(QDialog):
    """Says that the fault is ours and that the work is safe, with a report to copy. Not modal: writing goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("report")
        self.setWindowTitle(tr("Something went wrong in Makala"))
        self.resize(680, 420)
        said = QLabel(
            tr(
                "This is a mistake of ours, not yours. Everything you wrote is on disk. You can go on working; "
                "if something looks odd, close Makala and open it again."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setObjectName("report.text")
        self.text.setAccessibleName(tr("Report"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        ask = QLabel(tr("Please send this text to whoever looks after Makala. No word of your articles is in it."))
        ask.setWordWrap(True)
        ask.setProperty("role", "muted")
        copy = QPushButton(tr("Copy the report"))
        copy.setObjectName("report.copy")
        copy.setProperty("kind", "primary")
        copy.clicked.connect(self._on_copy)
        close = QPushButton(tr("Close"))
        close.setObjectName("report.close")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(said)
        column.addWidget(self.text, 1)
        column.addWidget(ask)
        column.addLayout(row)

    def add(self, report: str) -> None:
        """Put one more report below the first: a second mistake must not open a second window."""
        self.text.appendPlainText(f"\n{report}")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

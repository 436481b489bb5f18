"""A window of settings that does not stop the work: pages in tabs, a notice bar, every change taken at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.ui.widgets.notice_bar import NoticeBar

_SIZE = QSize(680, 620)


class SettingsWindow(QWidget):
    """Base of the settings windows. There is no OK and no Cancel: what is chosen holds, and Undo takes it back."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(parent.size()))
        self.notice = NoticeBar()
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}.tabs")
        self.tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)

    def add_page(self, page: QWidget, *, is_filling: bool = False) -> None:
        """Add `page` as a tab, as high as the window when it `is_filling`; `retranslate` names it."""
        inside = QWidget()
        inside.setObjectName("page")
        row = QVBoxLayout(inside)
        row.setContentsMargins(32, 24, 32, 24)
        row.addWidget(page, int(is_filling))
        if not is_filling:
            row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.tabs.addTab(scroll, "")

    def refuse(self, error: UserError | Fault) -> None:
        """Say what stood in the way, the focus staying in the field that asked."""
        field = self.focusWidget()
        self.notice.show_notice(error)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Take what is typed and not taken yet."""

    def retranslate(self) -> None:
        """Put every word into the interface language."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settle()
        event.accept()

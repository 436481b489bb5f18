"""The backup that is made when a newsroom closes: the window is gone at once, this goes on for a moment and says so."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import say
from editor.i18n.interface import tr
from editor.ui.jobs import Jobs
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from editor.core.messages import Message

log = logging.getLogger(__name__)
SHOWN_AFTER_MS = 400


class ClosingBackup(QObject):
    """Made by the studio. While it works the application does not end; a small window shows when it takes a while."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._holds_application = False
        self.window: QWidget | None = None
        self._bar: QProgressBar | None = None
        self._name = ""
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._on_slow)

    def begin(self, folder: Path, now: datetime, place: Path | None) -> None:
        """Back up the newsroom in `folder`, which is closed now, and copy that to `place`."""
        from editor.services.safekeeping import CLOSE, keep

        self.finish()
        self._name = folder.name
        self._holds_application = True
        QApplication.setQuitOnLastWindowClosed(False)
        self._soon.start()
        self._jobs.submit(
            partial(keep, folder, now, CLOSE, place),
            title=say("Backing up"),
            done=self._on_done,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    def finish(self) -> None:
        """Wait until what is under way is done: nothing may go on in a newsroom that is taken up again."""
        self._jobs.wait()
        self._end()

    @Slot()
    def skip(self) -> None:
        """Close without this backup; the next one is made at the next opening."""
        self._jobs.stop_all()
        self._end_and_quit()

    def _end(self) -> None:
        self._soon.stop()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._holds_application:
            QApplication.setQuitOnLastWindowClosed(True)
        self._holds_application = False

    def _end_and_quit(self) -> None:
        """End, and end the application where its last window was closed meanwhile."""
        self._end()
        if not any(window.isVisible() for window in QApplication.topLevelWidgets()):
            QApplication.quit()

    @Slot()
    def _on_slow(self) -> None:
        window = named(QWidget(), "closing")
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        window.setWindowTitle("Makala")
        said = QLabel(tr("Backing up “{name}” before closing…", name=self._name))
        self._bar = named(QProgressBar(), "closing.progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        skip = named(QPushButton(tr("Close without this backup")), "closing.skip")
        skip.clicked.connect(self.skip)
        column = QVBoxLayout(window)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for widget in (said, self._bar, skip):
            column.addWidget(widget)
        self.window = window
        window.show()

    def _on_progress(self, fraction: float, _message: Message) -> None:
        if self._bar is not None and self.window is not None:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(fraction * 1000))

    @Slot(object)
    def _on_done(self, _kept: object) -> None:
        self._end_and_quit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        log.info("no backup was made on closing", exc_info=error)  # the age of the newest one says it at the next start
        self._end_and_quit()

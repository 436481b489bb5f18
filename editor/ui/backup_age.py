"""When the newsroom was backed up last, always in sight; pressed, it opens the backups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

from editor.core.errors import Fault
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.widgets.wall_time import short_time

if TYPE_CHECKING:
    from editor.ui.watch import Watch
    from editor.ui.workspace import Workspace

OLD = timedelta(days=2)


class BackupAge(QToolButton):
    """Made by the window for its status line; shows nothing until the backups were looked at."""

    def __init__(self, workspace: Workspace, watch: Watch, run: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("status.backup")
        self.setToolButtonStyle(self.toolButtonStyle().ToolButtonTextBesideIcon)
        self._workspace = workspace
        self._run = run
        self._at: datetime | None = None
        self._trouble: Fault | None = None
        self.hide()
        watch.backed_up.connect(self._on_backed_up)
        self.clicked.connect(self._on_clicked)

    @Slot(object, object)
    def _on_backed_up(self, at: datetime | None, trouble: Fault | None) -> None:
        self._at, self._trouble = at, trouble
        self._say()
        self.show()

    @Slot()
    def _on_clicked(self) -> None:
        self._run("newsroom.safekeeping")

    def _say(self) -> None:
        desk = self._workspace.desk
        now = desk.clock.now()
        is_old = self._at is None or now - self._at > OLD
        if self._at is None:
            self.setText(tr("No backup yet"))
        else:
            time = short_time(self._at, desk.newsroom.settings.display_zone, now)
            self.setText(tr("Backed up {time}", time=time))
        tip = tr("The last backup that was read back. Press to see them all.")
        if self._trouble is not None:
            tip = f"{words(self._trouble.what)} {words(self._trouble.cause)}"
        self.setToolTip(tip)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tip)
        is_warning = is_old or self._trouble is not None
        self.setIcon(icons.icon("warn", "warn") if is_warning else icons.icon("backup", "muted"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._say()
        super().changeEvent(event)

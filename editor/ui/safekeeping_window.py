"""Backups and check-up: what was backed up and what it holds, the way back, the second place, the full check."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr
from editor.ui.bringing_back import BringingBack, bring_back_here
from editor.ui.widgets.backups_page import BackupsPage
from editor.ui.widgets.checkup_page import CheckupPage
from editor.ui.widgets.settings_window import SettingsWindow
from editor.ui.widgets.wall_time import wall_text

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.core.jobs import JobContext
    from editor.services.safekeeping import BackupReport, Kept
    from editor.services.soundness import Finding
    from editor.ui.main_window import MainWindow
    from editor.ui.watch import Watch


class SafekeepingWindow(SettingsWindow):
    """Made by the window for one use."""

    def __init__(self, window: MainWindow, watch: Watch) -> None:
        super().__init__("safekeeping", window)
        self._window = window
        self._watch = watch
        self._asked: BackupReport | None = None
        self._opens: Path | None = None
        desk = window.workspace.desk
        self.backups = BackupsPage(desk.newsroom.settings.display_zone, can_write=not window.workspace.is_read_only)
        self.checkup = CheckupPage()
        self.add_page(self.backups)
        self.add_page(self.checkup)
        self._bringing = BringingBack(window.jobs, self)
        self._bringing.restored.connect(self._on_restored)
        self._bringing.failed.connect(self._on_failed)
        self.backups.back_up_asked.connect(self._on_back_up)
        self.backups.into_folder_asked.connect(self._on_into_folder)
        self.backups.in_place_asked.connect(self._on_in_place)
        self.backups.place_asked.connect(self._on_place)
        self.checkup.asked.connect(self._on_check)
        self.notice.action_requested.connect(self._on_notice_action)
        self.notice.dismissed.connect(self._forget)
        watch.backed_up.connect(self._on_backed_up)
        self.retranslate()
        self._look()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(tr("Backups and check-up"))
        self.tabs.setTabText(0, tr("Backups"))
        self.tabs.setTabText(1, tr("Check-up"))
        self.backups.retranslate()
        self.checkup.retranslate()

    def _look(self) -> None:
        folder, place = self._window.workspace.desk.folder, self._watch.place
        self.backups.show_place(place)
        self._window.jobs.submit(
            partial(_found, folder, place), title=say("Looking for backups"), done=self._on_found, is_quiet=True
        )

    @Slot(object)
    def _on_found(self, found: list[tuple[BackupReport, Path | None]]) -> None:
        self.backups.show_backups(found, self._window.workspace.desk.clock.now())

    @Slot(object, object)
    def _on_backed_up(self, _at: object, trouble: Fault | None) -> None:
        self.backups.show_trouble(trouble)
        self._look()

    @Slot()
    def _on_back_up(self) -> None:
        from editor.services.safekeeping import by_hand

        self._window.workspace.settle()
        desk = self._window.workspace.desk
        self.backups.set_busy(is_busy=True)
        self._window.jobs.submit(
            partial(by_hand, desk.folder, desk.clock.now(), self._watch.place),
            title=say("Backing up"),
            done=self._on_made,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_made(self, kept: Kept) -> None:
        self.backups.set_busy(is_busy=False)
        self._watch.note(kept.backup.at)
        if kept.trouble is not None:
            self.backups.show_trouble(kept.trouble)
        self.notice.show_notice(say("Backed up and read back: {name}.", name=kept.backup.path.name), kind="done")

    @Slot(object)
    def _on_into_folder(self, backup: BackupReport) -> None:
        self._forget()
        self.backups.set_busy(is_busy=True)
        self._bringing.into_new_folder(backup.path, self._window.workspace.desk.folder)

    @Slot(object)
    def _on_restored(self, folder: Path) -> None:
        self.backups.set_busy(is_busy=False)
        self._opens = folder
        self.notice.show_notice(
            say("Brought back into a new folder: {folder}", folder=str(folder)), kind="done", action=say("Open it")
        )

    @Slot(object)
    def _on_in_place(self, backup: BackupReport) -> None:
        self._forget()
        self._asked = backup
        when = wall_text(backup.at, self._window.workspace.desk.newsroom.settings.display_zone)
        self.notice.show_notice(
            say(
                "The newsroom becomes what it was on {when}. What is there now is backed up first, to be had again.",
                when=when,
            ),
            kind="warn",
            action=say("Bring it back here"),
        )

    @Slot()
    def _on_notice_action(self) -> None:
        asked, opens = self._asked, self._opens
        self._forget()
        if asked is not None:
            bring_back_here(self._window.studio, asked.path)
        elif opens is not None:
            self._window.studio.open_newsroom(opens)

    @Slot()
    def _forget(self) -> None:
        self._asked = self._opens = None

    @Slot(object)
    def _on_place(self, place: Path | None) -> None:
        from editor.services.safekeeping import check_place

        folder = self._window.workspace.desk.folder
        try:
            if place is not None:
                check_place(folder, place)
        except UserError as error:
            self.refuse(error)
            return
        self._window.studio.remembered.keep_backups_in(folder, place)
        self.backups.show_trouble(None)
        self._look()
        if place is not None:
            self._watch.back_up()

    @Slot()
    def _on_check(self) -> None:
        self._window.workspace.settle()
        self.checkup.set_busy(is_busy=True)
        self._window.jobs.submit(
            self._window.workspace.desk.safekeeping.look_through,
            title=say("Checking the newsroom"),
            done=self._on_checked,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_checked(self, findings: list[Finding]) -> None:
        self.checkup.set_busy(is_busy=False)
        self.checkup.show_findings(findings)
        desk = self._window.workspace.desk
        if any(one.needs_index for one in findings) and not desk.read_only:
            self._window.jobs.submit(
                partial(_make_index_anew, desk),
                title=say("Making the search anew"),
                done=self._on_index_anew,
                failed=self._on_failed,
            )

    @Slot(object)
    def _on_index_anew(self, _nothing: None) -> None:
        self.notice.show_notice(say("The search is being made anew. You can go on writing."), kind="done")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.backups.set_busy(is_busy=False)
        self.checkup.set_busy(is_busy=False)
        if isinstance(error, UserError | Fault):
            self.notice.show_notice(error, action=Message())
        else:
            raise error


def _found(folder: Path, place: Path | None, _context: JobContext) -> list[tuple[BackupReport, Path | None]]:
    from editor.services.safekeeping import all_backups

    return all_backups(folder, place)


def _make_index_anew(desk: Desk, context: JobContext) -> None:
    desk.safekeeping.make_index_anew(context)

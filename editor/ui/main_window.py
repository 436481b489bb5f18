"""The window of one newsroom: its docks, menus and status line, tied to one workspace. Must not do a panel's work."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message, say
from editor.i18n.interface import interface_languages
from editor.ui import layout
from editor.ui.actions import Actions
from editor.ui.article_commands import ArticleCommands
from editor.ui.backup_age import BackupAge
from editor.ui.bindings import bindings
from editor.ui.body_keeper import BodyKeeper
from editor.ui.errors import show_error
from editor.ui.first_edition import FirstEdition
from editor.ui.first_moments import FirstMoments
from editor.ui.further_windows import FurtherWindows
from editor.ui.jobs import Jobs
from editor.ui.menus import menus
from editor.ui.newsroom_commands import NewsroomCommands, show_folder
from editor.ui.panel import Area
from editor.ui.registry import PANELS
from editor.ui.rescue import Rescue
from editor.ui.status_line import StatusLine
from editor.ui.stretches import Stretches
from editor.ui.tab_commands import TabCommands
from editor.ui.undo_scope import UndoScope
from editor.ui.view_commands import ViewCommands
from editor.ui.watch import Watch
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.domain.article import Article
    from editor.domain.edits import Change
    from editor.ui.panel import PanelSpec
    from editor.ui.studio import Studio

APP_NAME = "Makala"


class MainWindow(QMainWindow):
    """Made by the studio for one open desk, which it closes when it closes.

    `ready` says that the last article can be read and written; `closed` that the desk is closed.
    """

    ready = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, studio: Studio, panels: tuple[PanelSpec, ...] = PANELS) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(layout.LEAST)
        self.studio = studio
        self.jobs = Jobs(self)
        self.workspace = Workspace(desk, self)
        self.stretches = Stretches(self.workspace, self)
        self.bodies = BodyKeeper(self.workspace, self.jobs, self)
        self.rescue = Rescue(self.workspace, self)
        self.standing = NoticeBar()
        self.first_edition, self.notice = FirstEdition(self.workspace), NoticeBar()
        self._shown_folder = ""
        self._is_open = True
        self.moments = FirstMoments(self)
        self._make_head(panels)
        self.docks = layout.DockSet(self, panels, self.workspace, self.jobs)
        self.status = StatusLine(self.workspace, self.jobs)
        self.setStatusBar(self.status)
        self.articles = ArticleCommands(self.workspace, self)
        self.watch = Watch(self.workspace, self.jobs, studio.remembered, self)
        self.status.addPermanentWidget(BackupAge(self.workspace, self.watch, self.run))
        self.newsroom = NewsroomCommands(self.workspace, self.jobs, self.watch, self)
        self.further = FurtherWindows(self)
        self.view = ViewCommands(self)
        self.tabs = TabCommands(self)
        self.undo = UndoScope(self.menu_actions, self.workspace, self)
        self._handlers = bindings(self)
        self._connect()
        layout.put_back_geometry(self, studio.remembered.machine.window)
        self.docks.put_back(getattr(studio.remembered.machine, layout.kept_as(self)))
        self.view.tick()
        self.retranslate()
        self._say_read_only()

    def appear(self) -> None:
        """Show the window with the last article; everything that can wait comes after the first painting."""
        last = self.workspace.desk.articles.last_opened()
        self.docks.build(Area.CENTRE)
        self.workspace.begin(last)
        self.studio.dress()
        self.show()
        if last is not None:
            self.docks.begin_writing()

    def run(self, action_id: str) -> None:
        """Do what the action with this id does."""
        if action_id in self._handlers:
            self._handlers[action_id]()
        else:
            self.view.choose(action_id)

    def retranslate(self) -> None:
        """Put every word of the window into the interface language."""
        self.menu_actions.retranslate()
        self._on_article(self.workspace.article)
        self.first_edition.retranslate()
        self.docks.retranslate()
        self.status.retranslate()
        self.tabs.retranslate()
        self._retitle()

    def tell(self, notice: Message, folder: str = "") -> None:
        """Say in the window's own bar that something is done, with the folder to show for it."""
        self._shown_folder = folder
        self.notice.show_notice(notice, kind="done", action=say("Show the folder") if folder else None)

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show what stood in the way of something that no panel asked for."""
        self._shown_folder = ""
        show_error(self.notice, error, self.studio.hook, can_retry=self.workspace.has_unsaved)

    def _make_head(self, panels: tuple[PanelSpec, ...]) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = self.menuBar()
        languages = [(tag, language_words(tag)) for tag in interface_languages()]
        self.menu_actions = Actions(bar, menus(panels, languages), self)
        for widget in (bar, self.standing, self.first_edition, self.notice):
            column.addWidget(widget)
        self.setMenuWidget(head)

    def _connect(self) -> None:
        self.moments.painted.connect(self.ready)
        self.moments.list_due.connect(partial(self.docks.build, Area.LEFT))
        self.moments.rest_due.connect(self._on_rest)
        self.menu_actions.triggered.connect(self.run)
        self.menu_actions.menus["recent"].aboutToShow.connect(self.view.fill_recent)
        self.menu_actions.menus["translate"].aboutToShow.connect(self.view.fill_translations)
        self.workspace.article_opened.connect(self._on_article)
        self.workspace.changed.connect(self._on_changed)
        self.rescue.over.connect(self.notice.dismiss_fault)
        self.jobs.unclaimed.connect(self.show_error)
        self.articles.refused.connect(self.show_error)
        self.articles.begun.connect(self.view.write)
        self.newsroom.told.connect(self.tell)
        self.newsroom.failed.connect(self.show_error)
        self.watch.sound.connect(self._on_sound)
        self.watch.failed.connect(self.show_error)
        self.watch.damaged.connect(self.further.recovery)
        self.notice.action_requested.connect(self._on_notice_action)
        self.status.problem_chosen.connect(self.view.go_to)
        for dock in self.docks.by_id.values():
            dock.problem_chosen.connect(self.view.go_to)
            dock.writing_requested.connect(self.view.write)
            dock.action_requested.connect(self.run)
        self.studio.language_changed.connect(self.retranslate)
        self.studio.remembered.changed.connect(self.view.tick)

    def _say_read_only(self) -> None:
        if self.workspace.is_read_only:
            reading = self.workspace.desk.read_only
            self.standing.show_notice(reading, kind="warn", action=say("Write here"), is_lasting=True)

    def _retitle(self) -> None:
        name = self.workspace.desk.newsroom.settings.name or self.workspace.desk.folder.name
        self.setWindowTitle(f"{name} — {APP_NAME}")

    @Slot(object, object)
    def _on_changed(self, change: Change, article: Article | None) -> None:
        if change.settings:
            self._retitle()
        self._on_article(article)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        self.menu_actions.allow(has_article=article is not None, can_write=not self.workspace.is_read_only)
        self.menu_actions.tick("status", article.status.value if article is not None else "")
        self.undo.refresh()

    @Slot()
    def _on_notice_action(self) -> None:
        if self._shown_folder:
            show_folder(self._shown_folder)
        elif refusal := self.workspace.retry():
            self.show_error(refusal)

    @Slot()
    def _on_rest(self) -> None:
        self.docks.release()
        self.status.look_again()
        self.watch.begin()

    @Slot()
    def _on_sound(self) -> None:
        self.rescue.offer(self.standing)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.moments.begin()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) and not self.workspace.is_read_only:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.further.take_in(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_open:
            return
        self.workspace.settle()
        if self.workspace.has_unsaved and self.workspace.retry() is not None and not self.rescue.is_told:
            self.rescue.tell_before_closing(self.notice)
            event.ignore()
            return
        self.stretches.leave()
        self.view.modes.leave_full_screen()
        kept = {"window": layout.kept_geometry(self), layout.kept_as(self): self.docks.kept()}
        self.studio.remembered.change(**kept)
        self.studio.language_changed.disconnect(self.retranslate)
        self.studio.remembered.changed.disconnect(self.view.tick)
        self._is_open = False
        for part in (self.moments, self.watch, self.rescue, self.bodies):
            part.stop()
        self.jobs.stop_all()
        self.workspace.is_closed = True
        self.workspace.desk.close()
        event.accept()
        self.closed.emit()

"""The running application: which newsroom's window is open, the look, the language, and what this machine remembers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from editor.core.collecting import keep_all, keep_none
from editor.core.errors import Damaged, Fault, UserError
from editor.core.messages import say
from editor.ui import theme
from editor.ui.closing_backup import ClosingBackup
from editor.ui.dictionary_shelf import shelf
from editor.ui.errors import ErrorHook
from editor.ui.keys import keys
from editor.ui.pause import Pause
from editor.ui.qt_words import InterfaceLanguage
from editor.ui.remembered import Remembered
from editor.ui.return_key import ReturnKey
from editor.ui.unfocused_keys import UnfocusedKeys
from editor.ui.widgets.prose_field import set_typographic_signs

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.report_dialog import ReportDialog
    from editor.ui.welcome import WelcomeWindow


class Studio(QObject):
    """Made once by `app`. One newsroom's window, or the welcome screen, is open at a time.

    `language_changed`: every word on screen must be put anew. `person_changed`: the name for "who did it".
    """

    language_changed = Signal()
    person_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.remembered = Remembered(self)
        self.hook = ErrorHook(self)
        self._return_key = ReturnKey(app, self)
        self.window: MainWindow | None = None
        self.welcome: WelcomeWindow | None = None
        self._report: ReportDialog | None = None
        self.closing = ClosingBackup(self)
        self._pause = Pause(self)
        keys().choose(self.remembered.machine.keys)
        keys().changed.connect(self._on_keys)
        self._language = InterfaceLanguage(app)
        self._language.show(self.remembered.machine.language)
        theme.prepare(app, theme.scheme_of(self.remembered.machine.theme))
        self.remembered.changed.connect(self._on_remembered)
        self._on_remembered()
        self.hook.told.connect(self._on_told)
        self.hook.bug.connect(self._on_bug)

    def start(self, folder: Path | None) -> None:
        """Open `folder`, else the newsroom that was open last, else the welcome screen."""
        recent = self.remembered.machine.recent
        wanted = folder or (Path(recent[0]) if recent else None)
        if wanted is None:
            self.show_welcome()
        else:
            self.open_newsroom(wanted)

    @Slot(object)
    def open_newsroom(self, folder: Path) -> bool:
        """Open the newsroom in `folder` in place of what is open; where that cannot be, say why and return False."""
        from editor.bootstrap import OpenMode, open_desk
        from editor.services.machine import person_or_user

        if self._is_shown(folder) and not self.close_window():  # it would find its own lock
            return False
        try:
            desk = open_desk(folder, person=person_or_user(self.remembered.machine), mode=OpenMode.WRITE_OR_READ)
        except (UserError, Fault) as error:
            self._say_not_opened(error, folder)
            return False
        if not self.close_window():
            desk.close()
            return False
        from editor.ui.main_window import MainWindow

        self.window = MainWindow(desk, self)
        self.window.closed.connect(self._on_closed)
        self.window.moments.rest_due.connect(self._on_rest)
        self.window.standing.action_requested.connect(partial(self.write_here, folder))
        self.window.appear()
        UnfocusedKeys(self.window)
        self.remembered.opened(folder)
        if self.welcome is not None:
            self.welcome.close()
        return True

    def write_here(self, folder: Path) -> None:
        """Open the newsroom in `folder` to write; where it is still open to write elsewhere, say so."""
        if self.open_newsroom(folder) and self.window is not None and self.window.workspace.is_read_only:
            hint = say("Close it there, then choose “Write here” again.")
            self.window.show_error(UserError(say("The newsroom is still open to write elsewhere."), hint))

    def make_newsroom(self, folder: Path, name: str, language: str) -> bool:
        """Make a newsroom with one edition for readers of `language`, and open it."""
        from editor.bootstrap import create_newsroom
        from editor.domain.edits import EditSettings
        from editor.domain.settings import Edition

        create_newsroom(folder, name=name)
        if not self.open_newsroom(folder) or self.window is None:
            return False
        workspace = self.window.workspace
        before = workspace.desk.newsroom.settings
        workspace.request(EditSettings(before, before.with_edition(Edition(locale=language)), say("First edition")))
        workspace.stack.clear()
        return True

    def make_sample(self, folder: Path) -> bool:
        """Make the sample newsroom in `folder` and open it."""
        from editor.bootstrap import create_newsroom

        create_newsroom(folder, sample=True)
        return self.open_newsroom(folder)

    def show_welcome(self, error: Exception | None = None, folder: Path | None = None) -> None:
        """Show the welcome screen, with what stood in the way of opening the newsroom in `folder`."""
        from editor.ui.welcome import WelcomeWindow

        self.dress()
        if self.welcome is None:
            self.welcome = WelcomeWindow(self)
            self.welcome.closed.connect(self._on_welcome_closed)
        self.welcome.show()
        self.welcome.raise_()
        if error is not None:
            self.welcome.show_error(error, folder)

    def ask_new(self) -> None:
        """Ask for name, place and readers' language of a new newsroom."""
        from editor.ui.new_newsroom import NewNewsroomDialog

        NewNewsroomDialog(self, self.front()).open()

    def ask_open(self) -> None:
        """Ask for a newsroom's folder and open it."""
        from editor.ui.file_dialogs import ask_folder

        recent = self.remembered.machine.recent
        start = Path(recent[0]).parent if recent else Path.home()
        if folder := ask_folder(self.front(), say("Open a newsroom: choose its folder"), start):
            self.open_newsroom(folder)

    def close_newsroom(self) -> None:
        """Close the newsroom and go back to the welcome screen."""
        if self.close_window():
            self.show_welcome()

    def close_window(self) -> bool:
        """Close the newsroom's window; return False when it stays, to keep words that are not saved."""
        window = self.window
        if window is None:
            return True
        # The welcome screen or another window follows: closing this one is not the end.
        self._app.setQuitOnLastWindowClosed(False)
        try:
            return window.close()
        finally:
            self._app.setQuitOnLastWindowClosed(True)

    def dress(self) -> None:
        """Put the whole look on; whatever window is about to show calls this once it is made."""
        theme.apply(self._app, theme.look().scheme)

    def set_look(self, scheme: str) -> None:
        """Show light, dark or the system's, and remember it."""
        theme.apply(self._app, theme.scheme_of(scheme))
        self.remembered.change(theme=scheme)

    def set_language(self, tag: str) -> None:
        """Show the interface in the language of `tag` at once, and remember it."""
        self._language.show(tag)
        self.remembered.change(language=tag)
        self.language_changed.emit()

    def set_person(self, name: str) -> None:
        """Remember the person's name; it signs what is done from the next opening of a newsroom on."""
        self.remembered.change(person=name.strip())
        self.person_changed.emit()

    def front(self) -> QWidget | None:
        """Return the window that a dialog belongs to."""
        return self.window or self.welcome

    def _is_shown(self, folder: Path) -> bool:
        return self.window is not None and self.window.workspace.desk.folder.resolve() == folder.resolve()

    def _say_not_opened(self, error: UserError | Fault, folder: Path) -> None:
        """Say it where the person is; the way back for a damaged newsroom is on the welcome screen alone."""
        if self.window is not None and not isinstance(error, Damaged):
            self.window.show_error(error)
        elif self.close_window():
            self.show_welcome(error, folder)

    @Slot()
    def _on_remembered(self) -> None:
        set_typographic_signs(is_on=self.remembered.machine.typographic_signs)
        shelf().switch(is_on=self.remembered.machine.check_spelling)

    @Slot()
    def _on_keys(self) -> None:
        self.remembered.change(keys=keys().chosen)
        self.language_changed.emit()  # keys stand in tooltips and menus, among the words

    @Slot()
    def _on_rest(self) -> None:
        self._pause.then(keep_all)

    @Slot()
    def _on_closed(self) -> None:
        self._pause.stop()
        keep_none()
        window, self.window = self.window, None
        if window is not None:
            if window.watch.has_changed:
                desk = window.workspace.desk
                self.closing.begin(desk.folder, desk.clock.now(), window.watch.place)
            window.deleteLater()

    @Slot()
    def _on_welcome_closed(self) -> None:
        welcome, self.welcome = self.welcome, None
        if welcome is not None:
            welcome.deleteLater()

    @Slot(object)
    def _on_told(self, error: Exception) -> None:
        if self.window is not None:
            self.window.show_error(error)
        else:
            self.show_welcome(error)

    @Slot(str)
    def _on_bug(self, report: str) -> None:
        from editor.ui.report_dialog import ReportDialog

        if self._report is None:
            self._report = ReportDialog(report, self.front())
            self._report.destroyed.connect(self._on_report_gone)
            self._report.show()
        else:
            self._report.add(report)

    @Slot()
    def _on_report_gone(self) -> None:
        self._report = None

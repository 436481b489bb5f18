"""How the text is looked at while it is written: zoom, what steps back, typewriter, a second view, the page alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from editor.ui.page_look import USUAL_ZOOM, Lit, look_of, zoomed

if TYPE_CHECKING:
    from editor.ui.docks import PanelDock
    from editor.ui.main_window import MainWindow

WRITING = "draft"


class ViewModes(QObject):
    """Made by the window's view commands. All but the page alone is remembered on this machine."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[PanelDock] = []
        self._raised: list[PanelDock] = []
        self._widths: dict[PanelDock, int] = {}
        self.is_alone = False

    def dress(self) -> None:
        """Let the panels look as this machine remembers, and the menu say so."""
        machine = self._window.studio.remembered.machine
        look = look_of(machine, is_alone=self.is_alone)
        self._window.docks.set_look(look)
        self._window.tabs.strip.show_alone(is_alone=self.is_alone)
        actions = self._window.menu_actions
        actions.tick("lit", look.lit.value or "all")
        actions["view.typewriter"].setChecked(look.is_typewriter)
        actions["split.stack"].setChecked(look.is_stacked)
        actions["view.full_screen"].setChecked(self.is_alone)

    def zoom(self, step: int) -> None:
        """Show the text one step larger (1), smaller (-1), or in its own size (0)."""
        remembered = self._window.studio.remembered
        remembered.change(text_zoom=zoomed(remembered.machine.text_zoom, step) if step else USUAL_ZOOM)

    def light(self, lit: Lit) -> None:
        """Let all but this step back; what is lit already goes back to all."""
        remembered = self._window.studio.remembered
        remembered.change(lit="" if remembered.machine.lit == lit.value else lit.value)
        self.dress()

    def typewriter(self) -> None:
        """Hold the line that is written on at one height, or no longer."""
        remembered = self._window.studio.remembered
        remembered.change(typewriter=not remembered.machine.typewriter)
        self.dress()

    def full_screen(self) -> None:
        """Fill the screen with the page alone, or go back to the window as it was."""
        if self.is_alone:
            self.leave_full_screen()
        else:
            self._enter()

    def leave_full_screen(self) -> None:
        """Go back to the window as it was, where the page fills the screen."""
        if not self.is_alone:
            return
        self.is_alone = False
        window = self._window
        window.removeEventFilter(self)
        window.menuBar().show()
        window.statusBar().show()
        for dock in self._hidden:
            dock.show()
        for dock in self._raised:
            dock.raise_()
        window.resizeDocks(list(self._widths), list(self._widths.values()), Qt.Orientation.Horizontal)
        self._hidden, self._raised, self._widths = [], [], {}
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.dress()

    def _enter(self) -> None:
        window, docks = self._window, self._window.docks.by_id
        writing = docks.get(WRITING)
        if writing is not None:
            writing.bring_forward()
        self.is_alone = True
        self._hidden = [dock for dock in docks.values() if dock is not writing and not dock.isHidden()]
        self._raised = [dock for dock in self._hidden if not dock.visibleRegion().isEmpty()]
        self._widths = {dock: dock.width() for dock in (writing, *self._raised) if dock is not None}
        for dock in self._hidden:
            dock.hide()
        window.menuBar().hide()
        window.statusBar().hide()
        window.installEventFilter(self)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self.dress()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What comes to the window itself is what no text had a use for.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave_full_screen()
            return True
        return False

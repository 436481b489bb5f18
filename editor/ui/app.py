"""Starts the window. Everything heavy is imported after the first painting: start-up is felt by everyone, every day."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.core.errors import Fault
from editor.core.messages import say
from editor.ui import import_hook
from editor.ui.studio import Studio

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

READY_FILE = "MAKALA_READY_FILE"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window on the newsroom that `argv` names, if it does; return the exit code of the process.

    `argv` is what stands behind the program's name: nothing, a folder, or "open" and a folder.
    """
    words = [word for word in (argv or ()) if word != "open"]
    app = application()
    studio = Studio(app)
    studio.hook.install()
    studio.start(Path(words[0]) if words else None)
    ready_file = os.environ.get(READY_FILE)
    if ready_file and studio.window is not None:
        studio.window.ready.connect(partial(_touch, ready_file))
    code = app.exec()
    studio.closing.finish()
    return code


def open_window(folder: Path) -> MainWindow:
    """Return the shown window of the newsroom in `folder`: for tests, screenshots and measurements."""
    studio = Studio(application())
    studio.start(folder)
    if studio.window is None:
        raise Fault(say("The newsroom in {folder} could not be opened.", folder=str(folder)))
    return studio.window


def application() -> QApplication:
    """Return the process's Qt application, made on first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # The web engine shares its pictures with the window through this; it must be set before the application is.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # How long a computing job may keep the interpreter from a key. Measured while 10,000 articles are indexed: p95 from
    # key to handled 20 ms with Python's own 5 ms, 6 ms with this.
    sys.setswitchinterval(0.0005)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("makala")
    app.setApplicationDisplayName("Makala")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("makala")
    import_hook.quieten()
    return app


def _touch(path: str) -> None:
    """Make the file that says that the last article can be read: for measurements."""
    Path(path).touch()

"""Whether the web engine can live here, asked before it is loaded: where it cannot, it ends the whole process.

Nothing here drops the engine's sandbox; a person or a test may, by Qt's own environment variables.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import platform
import sys
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from editor.core.files import write_whole
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.core.settings_folder import config_folder

PLAIN_VARIABLE = "MAKALA_PLAIN_PREVIEW"

_MODULE = "PySide6.QtWebEngineWidgets"
_MEMO = "web-engine.txt"
_PATIENCE_SECONDS = 20


def prepare() -> None:
    """Make room for the engine without loading it. Must run before the application object is made."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def why_not() -> Message:
    """Return why the engine cannot even be tried here, and what to do about it; an empty message when it can be.

    Takes no measurable time; whether it then lives is for `try_out`.
    """
    if os.environ.get(PLAIN_VARIABLE):
        return say("You asked for the plain preview ({variable} is set).", variable=PLAIN_VARIABLE)
    if hasattr(os, "geteuid") and os.geteuid() == 0 and not _is_unsandboxed():
        return say("The page view does not run for the system's administrator (root). Start Makala as yourself.")
    if importlib.util.find_spec(_MODULE) is None:
        return say("The web engine is not installed. It comes with the package PySide6-Addons.")
    if not QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts):
        return say("The web engine was not prepared when Makala started. Start Makala again.")
    return Message()


def try_out(platform_name: str, context: JobContext) -> Message:
    """Start the engine in a process of its own and load its libraries here; return why it cannot live, or nothing.

    A job: takes about a second on the first day, nothing after that, until Qt or the system is another one.
    """
    # Drawn by the processor the engine is a picture like any other; drawn by OpenGL it would force the whole window
    # through that. Measured without a graphics card: painting a key costs 2.9 ms beside it instead of 5.4.
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if not _is_known_to_live():
        context.check()
        if not _lives(platform_name):
            return say(
                "The web engine could not start on this system. The plain preview shows the same words; "
                "the exported pages are not touched by this."
            )
    try:
        importlib.import_module(_MODULE)
    except ImportError as error:
        return say("The web engine could not be loaded, a system library is missing: {reason}", reason=str(error))
    _forget()  # kept again when the first page is on screen: an engine that ends the process is asked anew
    return Message()


def remember_it_lives() -> None:
    """Keep in this machine's settings that the engine showed a page, so that it need not be tried out again."""
    with contextlib.suppress(OSError):  # a note to save a second; without it the engine is tried out again
        _memo().parent.mkdir(parents=True, exist_ok=True)
        write_whole(_memo(), _fingerprint().encode())


def _is_unsandboxed() -> bool:
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    return "--no-sandbox" in flags.split() or os.environ.get("QTWEBENGINE_DISABLE_SANDBOX", "0") != "0"


def _memo() -> Path:
    return config_folder() / _MEMO


def _fingerprint() -> str:
    user = os.geteuid() if hasattr(os, "geteuid") else ""
    return (
        f"{qt_version} {platform.system()} {platform.release()} {user} {os.environ.get('QTWEBENGINE_CHROMIUM_FLAGS')}"
    )


def _is_known_to_live() -> bool:
    try:
        return _memo().read_text(encoding="utf-8") == _fingerprint()
    except (OSError, UnicodeDecodeError):
        return False


def _forget() -> None:
    with contextlib.suppress(OSError):
        _memo().unlink(missing_ok=True)


def _lives(platform_name: str) -> bool:
    import multiprocessing

    process = multiprocessing.get_context("spawn").Process(target=come_alive, args=(platform_name,), daemon=True)
    try:
        process.start()
    except OSError:
        return False
    process.join(_PATIENCE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    lived = process.exitcode == 0
    process.close()
    return lived


def come_alive(platform_name: str) -> None:
    """Load an empty page and end: the main function of the process that finds out, which dies where the engine does."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    if platform_name:
        os.environ["QT_QPA_PLATFORM"] = platform_name
    prepare()
    from PySide6.QtWidgets import QApplication

    app = QApplication(["makala"])
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    page.loadFinished.connect(app.quit)
    page.setHtml("<p>")
    QTimer.singleShot(_PATIENCE_SECONDS * 1000, app, _give_up)
    app.exec()
    page.deleteLater()
    app.processEvents()
    sys.stdout.flush()
    os._exit(0)  # no wait for the engine's own taking down: that it lived is all that was asked


def _give_up() -> None:
    os._exit(1)

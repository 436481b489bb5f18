"""Turns what was raised into what a person sees: a bar, nothing, or, for our own bugs, a report to copy."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor import __version__
from editor.core.errors import Cancelled, Fault, UserError
from editor.ui.widgets.notice_bar import NoticeBar

log = logging.getLogger(__name__)


class ErrorHook(QObject):
    """Receives every exception that nobody took, of any thread. Made once, by the application.

    `told` carries a `UserError` or `Fault` for the window's bar; `bug` the text of a report.
    """

    told = Signal(object)
    bug = Signal(str)

    def install(self) -> None:
        """Take the place of Python's own printing."""
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def take(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Sort `error`: cancelled work is silent, what a person can meet goes to the bar, the rest is our bug."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError | Fault):
            self.told.emit(error)
            return
        if isinstance(error, KeyboardInterrupt):
            app = QGuiApplication.instance()
            if app is not None:
                app.quit()
            return
        log.error("an exception that nobody took", exc_info=error)
        self.bug.emit(report_of(error))

    def _take_of_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_type, raised.exc_value, raised.exc_traceback)


def show_error(bar: NoticeBar, error: Exception, hook: ErrorHook | None = None, *, can_retry: bool = True) -> None:
    """Show `error` on `bar`, unless it was only a stop; our own bugs go to the report of `hook`."""
    match error:
        case Cancelled():
            return
        case UserError() | Fault():
            bar.show_notice(error, can_retry=can_retry)
        case _ if hook is not None:
            hook.take(type(error), error, error.__traceback__)
        case _:
            raise error


def report_of(error: BaseException) -> str:
    """Return what a programmer needs to know of `error`: versions and the trace, no word of any article."""
    import platform

    head = (
        f"Makala {__version__}",
        f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}, {platform.platform()}",
        "",
    )
    return "\n".join((*head, "".join(traceback.format_exception(error)).strip()))

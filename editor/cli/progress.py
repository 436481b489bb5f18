"""Progress on stderr: a bar on a terminal, a line now and then elsewhere, so that a log stays short."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from editor.core.messages import Message
from editor.i18n.interface import words

_BAR = 20
_SECONDS_BETWEEN_LINES = 5.0
_CLEAR = "\r\x1b[K"


@dataclass
class ProgressLine:
    """Shows one job's progress on `stream`. Made for one command; told from the job's own thread."""

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    _last: float = field(init=False)
    _is_drawn: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._last = self.clock()

    def show(self, fraction: float, message: Message) -> None:
        """Show how far the job is; one that is done shows nothing more."""
        if self.stream.isatty() and fraction >= 1.0:
            self.clear()
        elif self.stream.isatty():
            self._draw(fraction, words(message))
        elif self.clock() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = self.clock()
            self._write(f"{fraction:4.0%} {words(message)}\n")

    def clear(self) -> None:
        """Take the bar away, so that the answer stands on an empty line."""
        if self._is_drawn:
            self._write(_CLEAR)
            self._is_drawn = False

    def _draw(self, fraction: float, text: str) -> None:
        done = round(fraction * _BAR)
        line = f"[{'#' * done}{'.' * (_BAR - done)}] {fraction:4.0%} {text}"
        self._write(f"{_CLEAR}{line[: shutil.get_terminal_size().columns - 1]}")
        self._is_drawn = True

    def _write(self, text: str) -> None:
        try:
            self.stream.write(text)
            self.stream.flush()
        except OSError:  # whoever read stderr has gone; the work goes on
            return

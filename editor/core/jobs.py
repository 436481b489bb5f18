"""Long work with progress and a cancel point, free of Qt so that window and command line run the same job."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from editor.core.errors import Cancelled
from editor.core.messages import Message

Progress = Callable[[float, Message], None]

_INTERVAL_SECONDS = 0.1
_ALL = 1.0 - 1e-9  # shares of shares do not add up to a round one


@dataclass
class JobContext:
    """What a job is given: where it says how far it is, and where it learns that it shall stop.

    Made by whoever runs the job; used on the job's own thread, `cancel` from any. Who runs it may give a list, `later`,
    and does what is put there after the outcome is told.
    """

    on_progress: Progress | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    start: float = 0.0
    share: float = 1.0
    later: list[Callable[[], None]] | None = None
    _last_report: list[float] = field(default_factory=lambda: [float("-inf")], repr=False)

    def report(self, fraction: float, message: Message) -> None:
        """Say that `fraction` (0 to 1) of this job is done; raise `Cancelled` when stop was asked for.

        Progress reaches the listener ten times a second at most; the first and the last always do.
        """
        self.check()
        done = self.start + self.share * min(max(fraction, 0.0), 1.0)
        now = time.monotonic()
        if self.on_progress and (done >= _ALL or now - self._last_report[0] >= _INTERVAL_SECONDS):
            self._last_report[0] = now
            self.on_progress(min(done, 1.0), message)

    def check(self) -> None:
        """Raise `Cancelled` when stop was asked for."""
        if self.stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next report. Safe from any thread."""
        self.stop.set()

    def afterwards(self, work: Callable[[], None]) -> None:
        """Have `work`, which nobody waits for and which raises nothing, done after the outcome is told, or at once."""
        if self.later is None:
            work()
        else:
            self.later.append(work)

    def split(self, *weights: float) -> Iterator[JobContext]:
        """Yield one context per weight, each with its slice of this job's progress."""
        total = sum(weights)
        begin = self.start
        for weight in weights:
            share = self.share * weight / total
            yield JobContext(self.on_progress, self.stop, begin, share, self.later, self._last_report)
            begin += share


def quiet() -> JobContext:
    """Return a context that nobody listens to: for tests and for work too short to show."""
    return JobContext()

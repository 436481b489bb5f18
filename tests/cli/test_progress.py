from __future__ import annotations

import io

from editor.cli.progress import ProgressLine
from editor.core.messages import say


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    stream = _Terminal()
    line = ProgressLine(stream)
    line.show(0.5, say("Reading {file}", file="a.md"))
    assert "[##########..........]  50% Reading a.md" in stream.getvalue()
    line.show(1.0, say("Done"))
    assert stream.getvalue().endswith("\r\x1b[K")
    line.clear()
    assert stream.getvalue().count("\r\x1b[K") == 2


def test_elsewhere_lines_are_sparse() -> None:
    stream, now = io.StringIO(), [0.0]
    line = ProgressLine(stream, clock=lambda: now[0])
    for second in range(13):
        now[0] = float(second)
        line.show(second / 12, say("Reading"))
    line.clear()
    assert stream.getvalue() == " 42% Reading\n 83% Reading\n"


def test_a_short_job_says_nothing() -> None:
    stream = io.StringIO()
    ProgressLine(stream).show(1.0, say("Done"))
    assert stream.getvalue() == ""


def test_the_work_goes_on_when_nobody_reads() -> None:
    now = [0.0]
    line = ProgressLine(_Gone(), clock=lambda: now[0])
    now[0] = 9.0
    line.show(0.5, say("x"))
    line.clear()

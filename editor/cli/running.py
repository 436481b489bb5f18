"""Runs one command: reads the line, shows progress, answers on stdout, and ends with the exit code of the contract."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import TextIO

from editor.cli.answers import Answer, ExitCode, trouble_of
from editor.cli.arguments import read_arguments
from editor.cli.progress import ProgressLine
from editor.core.errors import Fault
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.i18n.interface import interface_languages, set_interface_language
from editor.i18n.tags import fallbacks

log = logging.getLogger(__name__)


def run(argv: Sequence[str]) -> int:
    """Run the command that `argv` (without the program's name) spells; return its exit code."""
    _fill_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A file's name may hold bytes that are no text; it must not stop an answer.
            stream.reconfigure(errors="backslashreplace")
    as_json = "--json" in argv
    progress = ProgressLine(sys.stderr)
    later: list[Callable[[], None]] = []
    try:
        answer = _answered(argv, progress, later)
    except SystemExit as leaving:  # argparse has shown its help or the version, and left it unflushed
        _write(sys.stdout, "")
        return int(leaving.code or 0)
    except BaseException as error:  # noqa: BLE001 - the last place: every kind of trouble has its exit code
        progress.clear()
        return refuse(error, as_json=as_json)
    progress.clear()
    try:
        with faults(say("The answer could not be written. What was asked for is done.")):
            if not answer.is_said:
                _show(answer.form, answer.lines, as_json=as_json)
    except Fault as fault:
        return refuse(fault)
    with contextlib.suppress(KeyboardInterrupt):  # the next command of the kind does what is left of it
        for work in later:
            work()
    return answer.code


def refuse(error: BaseException, *, as_json: bool = False) -> int:
    """Say what went wrong, on stderr and with `as_json` on stdout too; return the exit code."""
    trouble = trouble_of(error)
    if trouble.code is ExitCode.BUG:
        log.error("the command failed", exc_info=error)
    if as_json:
        _show(trouble.form, (), as_json=True)
    _write(sys.stderr, "".join(f"{line}\n" for line in trouble.lines))
    return trouble.code


def _answered(argv: Sequence[str], progress: ProgressLine, later: list[Callable[[], None]]) -> Answer:
    from editor.cli.commands import COMMANDS

    set_interface_language(_language())
    arguments = read_arguments(argv)
    context = JobContext(progress.show, later=later)
    with _stopping(context):
        return COMMANDS[arguments.command](arguments, context)


def _language() -> str:
    """Return the interface language of this machine, else that of the environment (POSIX, locale variables)."""
    from editor.services.machine import load_machine

    with contextlib.suppress(Fault):
        if chosen := load_machine().language:
            return chosen
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    tag = named.partition(".")[0].partition("@")[0].replace("_", "-")
    return tag if set(fallbacks(tag)) & set(interface_languages()) else ""


@contextlib.contextmanager
def _stopping(context: JobContext) -> Iterator[None]:
    """Let the first Ctrl+C stop the job at its next checkpoint, leaving nothing half done; a second one interrupts."""

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        if context.stop.is_set():
            raise KeyboardInterrupt
        context.cancel()

    try:
        before = signal.signal(signal.SIGINT, stop)
    except ValueError:  # not on the main thread: whoever runs us there stops us otherwise
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _fill_streams() -> None:
    """Lead answers nowhere where nobody takes them (`>&-`); else the next file to be opened would have their number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the rest of the process


def _show(form: Mapping[str, object], lines: Sequence[str], *, as_json: bool) -> None:
    text = json.dumps(form, ensure_ascii=False, indent=2) if as_json else "\n".join(lines)
    _write(sys.stdout, f"{text}\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _close_off(stream)  # the reader has gone, which is no trouble of ours
    except OSError:
        _close_off(stream)
        raise


def _close_off(stream: TextIO) -> None:
    """Lead what `stream` still holds nowhere; without this the interpreter complains at its end."""
    with contextlib.suppress(OSError):  # a stream of a test has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

"""What a command answers: its JSON form, its lines for a person, and its exit code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import Message
from editor.i18n.interface import tr, words


class ExitCode(IntEnum):
    """The exit codes of the contract."""

    DONE = 0
    PROBLEMS = 1
    REQUEST = 2
    WORLD = 3
    BUG = 70
    CANCELLED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer of one command. `form` is its JSON form, `lines` say the same to a person.

    `is_said`: a command that went on until it was stopped has said all of it while it ran.
    """

    form: Mapping[str, object]
    lines: tuple[str, ...] = ()
    code: ExitCode = ExitCode.DONE
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a command did not get to its answer: its JSON form and its lines for stderr."""

    kind: str
    code: ExitCode
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0

    @property
    def form(self) -> Mapping[str, object]:
        """Return the JSON form."""
        values = {"kind": self.kind, "message": self.message, "hint": self.hint}
        place = {"file": self.file, "line": self.line} if self.file else {}
        return {"error": {**values, **place}}

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what a person is told."""
        return tuple(line for line in (self.message, self.hint) if line)


def trouble_of(error: BaseException) -> Trouble:
    """Return what to say of `error`; what is none of the three kinds is our bug."""
    match error:
        case UserError():
            place = (getattr(error, "file", ""), getattr(error, "line", 0))
            return Trouble("request", ExitCode.REQUEST, words(error.message), words(error.hint), *place)
        case Fault():
            return Trouble("world", ExitCode.WORLD, words(error.what), words(error.cause))
        case Cancelled() | KeyboardInterrupt():
            return Trouble("cancelled", ExitCode.CANCELLED, tr("Stopped."))
        case _:
            message = tr("Makala made a mistake: {kind}: {error}", kind=type(error).__name__, error=error)
            return Trouble("bug", ExitCode.BUG, message, tr("Your newsroom is safe on disk. Please report this."))


def shown(messages: Iterable[Message]) -> list[str]:
    """Return `messages` in the interface language."""
    return [words(message) for message in messages]

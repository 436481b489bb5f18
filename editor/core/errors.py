"""The three kinds of trouble a person can meet. Anything else that is raised is our bug."""

from __future__ import annotations

from editor.core.messages import Message


class UserError(Exception):
    """The request is wrong; the person can put it right. Exit code 2."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or Message()

    def __str__(self) -> str:
        """Return what was wrong and what to do, in English."""
        return f"{self.message} {self.hint}".strip()


class FileError(UserError):
    """A `UserError` that sits in a file: carries the file's name and the line (1-based, 0 where unknown)."""

    def __init__(self, message: Message, hint: Message | None = None, *, file: str = "", line: int = 0) -> None:
        super().__init__(message, hint)
        self.file = file
        self.line = line


class Fault(Exception):  # noqa: N818 - the architecture's own word: the world is in the way, not the code
    """The world is in the way (disk full, locked, damaged). Says what did not happen and what is safe. Exit code 3."""

    def __init__(self, what: Message, cause: Message | None = None, *, can_retry: bool = True) -> None:
        super().__init__(what)
        self.what = what
        self.cause = cause or Message()
        self.can_retry = can_retry

    def __str__(self) -> str:
        """Return what happened and why, in English."""
        return f"{self.what} {self.cause}".strip()


class Damaged(Fault):
    """A newsroom's own file is spoilt: what helps is a backup, not another try. Exit code 3."""

    def __init__(self, what: Message, cause: Message | None = None) -> None:
        super().__init__(what, cause, can_retry=False)


class Cancelled(Exception):  # noqa: N818 - not an error: a person pressed stop
    """A person stopped the work. Shown to nobody. Exit code 130."""

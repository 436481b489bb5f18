"""What a file cannot be read without and does not say itself: a person can answer it, so it is more than a refusal."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from editor.core.errors import FileError
from editor.core.messages import Message


class Question(StrEnum):
    """What is asked: the window asks it, the command line has an option for it."""

    ZONE = "zone"
    LANGUAGE = "language"
    INSTANT = "instant"


class UnansweredError(FileError):
    """A file that waits for an answer. For `Question.INSTANT`: which of `instants` (UTC) the words `date` mean."""

    def __init__(
        self,
        question: Question,
        message: Message,
        hint: Message,
        *,
        line: int,
        date: str = "",
        instants: tuple[datetime, ...] = (),
    ) -> None:
        super().__init__(message, hint, line=line)
        self.question = question
        self.date = date
        self.instants = instants

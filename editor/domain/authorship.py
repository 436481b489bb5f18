"""Who wrote an article."""

from __future__ import annotations

from enum import StrEnum


class Authorship(StrEnum):
    """The stated author's kind. `NOT_STATED` shows no label and is not the same as `HUMAN`."""

    NOT_STATED = ""
    HUMAN = "human"
    AI_ASSISTED = "ai-assisted"
    AI_GENERATED = "ai-generated"

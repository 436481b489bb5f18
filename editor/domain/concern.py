"""What a person should look at on a timeline: one thing at one entry, in words, and where it is put right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor.core.messages import Message


class Concern(StrEnum):
    """What there is to look at. `SILENCE` and `UNTRANSLATED` are news to a person, the others are mistakes."""

    SILENCE = "silence"
    DUPLICATE = "duplicate"
    FUTURE = "future"
    UNSEEN = "unseen"
    UNTRANSLATED = "untranslated"
    NO_DATE = "no-date"
    NOT_THERE = "not-there"
    ITSELF = "itself"
    ZONE = "zone"

    @property
    def is_news(self) -> bool:
        """Say whether this is no mistake, only good to know."""
        return self in {Concern.SILENCE, Concern.UNTRANSLATED}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to look at. `article` is the one in which it is put right; "" means on the timeline itself."""

    concern: Concern
    message: Message
    article: str = ""

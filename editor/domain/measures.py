"""How long and how hard a text is, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ease(StrEnum):
    """How a text reads, in five steps that every formula's own scale is cut into."""

    VERY_EASY = "very easy"
    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"
    VERY_HARD = "very hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """What the formula called `formula` says: its own figure, `ease` in words, and the school year where it gives one.

    `school_year` counts years of school in the formula's own country; None where it does not.
    """

    formula: str
    score: float
    ease: Ease
    school_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted of a text. `sentences` is 0 where the script does not mark them.

    `characters` are those that a reader sees, a letter and its accents being one; addresses and marks of Markdown are
    none. `letters` are the characters without spaces. `are_characters` says that the words of scripts without spaces
    could not be told apart, so that each of their characters counts as one.
    """

    words: int = 0
    characters: int = 0
    letters: int = 0
    sentences: int = 0
    paragraphs: int = 0
    minutes: int = 0
    are_characters: bool = False

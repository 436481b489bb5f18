"""The process that judges words, so that no dictionary ever holds up a key, nor ends the window. Must not import Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.domain.spelling import Verdict

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editor.services.spelling import Spelling


@dataclass(frozen=True, slots=True)
class WordsWanted:
    """Asks whether words of a language are right."""

    language: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsJudged:
    """The answer, by word."""

    language: str
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class SuggestionsWanted:
    """Asks what may have been meant by a word."""

    language: str
    word: str


@dataclass(frozen=True, slots=True)
class SuggestionsMade:
    """The answer, the likeliest first."""

    language: str
    word: str
    suggestions: tuple[str, ...]


def serve(connection: Connection) -> None:
    """Answer what comes over `connection` until its other end is gone. The main function of the process."""
    from editor.services.spelling import Spelling  # late: the window knows this module too, and starts without them

    spelling = Spelling()
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(_answer(spelling, connection.recv()))


def _answer(spelling: Spelling, wanted: WordsWanted | SuggestionsWanted) -> WordsJudged | SuggestionsMade:
    if isinstance(wanted, WordsWanted):
        return WordsJudged(wanted.language, spelling.judge(wanted.language, wanted.words))
    return SuggestionsMade(wanted.language, wanted.word, spelling.suggest(wanted.language, wanted.word))

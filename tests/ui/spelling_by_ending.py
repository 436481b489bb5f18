"""A process that judges words as tests want them: small, quick to start, without a dictionary."""

from __future__ import annotations

from multiprocessing.connection import Connection

from editor.ui.spelling_worker import SuggestionsMade, WordsJudged, WordsWanted


def judge_by_ending(connection: Connection) -> None:
    """Judge for tests: what ends in "x" is wrong, in "qx" it ends the process, and "y" is meant."""
    while True:
        try:
            wanted = connection.recv()
        except (EOFError, OSError):
            return
        if isinstance(wanted, WordsWanted):
            if any(word.endswith("qx") for word in wanted.words):
                return
            connection.send(WordsJudged(wanted.language, {word: not word.endswith("x") for word in wanted.words}))
        else:
            connection.send(SuggestionsMade(wanted.language, wanted.word, (f"{wanted.word[:-1]}y",)))

"""The process that judges answers words and suggestions until nobody asks any more."""

from __future__ import annotations

import multiprocessing
import threading

from editor.ui.spelling_worker import SuggestionsMade, SuggestionsWanted, WordsJudged, WordsWanted, serve


def test_it_answers_until_the_other_end_is_gone() -> None:
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=serve, args=(theirs,))  # a process in real life
    thread.start()
    ours.send(WordsWanted("en", ("receive", "recieve", "\ud800")))
    assert ours.recv() == WordsJudged("en", {"receive": True, "recieve": False, "\ud800": None})
    ours.send(SuggestionsWanted("en", "recieve"))
    made = ours.recv()
    assert isinstance(made, SuggestionsMade)
    assert made.suggestions[0] == "receive"
    ours.close()
    thread.join(5)
    assert not thread.is_alive()

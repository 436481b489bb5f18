"""Finding in many texts: words in this process, patterns in one of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from multiprocessing import Pipe, active_children

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.domain.passages import Instead, Passage, Sought
from editor.services.passages import Asked, Finder, serve

CATASTROPHE = Sought(words="(a+)+$", is_pattern=True)
ENDLESS = "a" * 60 + "!"


@pytest.fixture
def finder() -> Iterator[Finder]:
    made = Finder()
    yield made
    made.close()


def test_words_are_found_in_each_text_without_a_process(finder: Finder) -> None:
    found = finder.find(Sought(words="a"), ["a b a", "", "b"], quiet(), Instead(words="x"))
    assert found == [[Passage(0, 1, "x"), Passage(4, 5, "x")], [], []]
    assert not active_children()


def test_patterns_are_found_in_a_process_that_stays_until_it_is_closed(finder: Finder) -> None:
    sought = Sought(words="(a)b?", is_pattern=True)
    assert finder.find(sought, ["ab a"], quiet(), Instead(words=r"<\1>")) == [
        [Passage(0, 2, "<a>"), Passage(3, 4, "<a>")]
    ]
    first = active_children()
    assert finder.find(sought, ["ab a"], quiet(), within=(1, 4)) == [[Passage(3, 4)]]
    assert active_children() == first != []
    finder.close()
    assert not active_children()
    assert finder.find(sought, ["a"], quiet()) == [[Passage(0, 1)]]


def test_a_bad_pattern_and_a_bad_template_are_the_persons_to_mend(finder: Finder) -> None:
    for sought, instead in ((Sought(words="(", is_pattern=True), None), (CATASTROPHE, Instead(words=r"\7"))):
        with pytest.raises(UserError):
            finder.find(sought, ["a"], quiet(), instead)
    assert finder.find(Sought(words="", is_pattern=True), ["a"], quiet()) == [[]]


def test_a_pattern_that_never_ends_is_given_up() -> None:
    finder = Finder(patience=0.2)
    finder.find(Sought(words="a", is_pattern=True), ["a"], quiet())
    with pytest.raises(UserError, match="takes too long"):
        finder.find(CATASTROPHE, [ENDLESS], quiet())
    assert not active_children()
    finder.close()


def test_stop_ends_a_pattern_at_once_and_the_next_is_answered(finder: Finder) -> None:
    context = JobContext()
    threading.Timer(0.1, context.cancel).start()
    with pytest.raises(Cancelled):
        finder.find(CATASTROPHE, [ENDLESS], context)
    assert finder.find(Sought(words="a", is_pattern=True), ["ba"], quiet()) == [[Passage(1, 2)]]


def test_a_forgotten_finder_leaves_no_process() -> None:
    finder = Finder()
    finder.find(Sought(words="a", is_pattern=True), ["a"], quiet())
    assert active_children()
    del finder
    assert not active_children()


def test_closing_ends_what_is_under_way(finder: Finder) -> None:
    finder.find(Sought(words="a", is_pattern=True), ["a"], quiet())
    threading.Timer(0.1, finder.close).start()
    with pytest.raises(Cancelled):
        finder.find(CATASTROPHE, [ENDLESS], quiet())


def test_a_process_that_dies_is_a_fault_and_the_next_search_starts_another(finder: Finder) -> None:
    sought = Sought(words="a", is_pattern=True)
    finder.find(sought, ["a"], quiet())
    for process in active_children():
        process.kill()
        process.join()
    with pytest.raises(Fault):
        finder.find(sought, ["a"], quiet())
    assert finder.find(sought, ["a"], quiet()) == [[Passage(0, 1)]]


def test_words_stop_between_texts(finder: Finder) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        finder.find(Sought(words="a"), ["a"], context)


def test_the_process_answers_until_its_window_is_gone() -> None:
    ours, theirs = Pipe()
    serving = threading.Thread(target=serve, args=(theirs,))
    serving.start()
    assert ours.recv() is None
    ours.send(Asked(Sought(words="b", is_pattern=True), None, ("ab",)))
    assert ours.recv() == [[Passage(1, 2)]]
    ours.close()
    serving.join(5)
    assert not serving.is_alive()

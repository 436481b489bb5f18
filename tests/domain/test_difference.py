"""What differs between two texts: what the stretches say makes both texts again, whatever they are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.difference import MOST_DIFFERENCES, Fate, Stretch, compare, text_after, text_before, words_changed

PIECES = st.lists(st.sampled_from(["drums", "Nara", " ", "\n", "太鼓", "👩‍👩‍👧", "é", "played", "."]), max_size=40)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+|\s|[^\w\s]", text)


def _marked(before: str, after: str) -> str:
    marks = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "[+{}+]"}
    return "".join(marks[one.fate].format(one.text) for one in compare(_pieces(before), _pieces(after)))


@given(PIECES, PIECES)
def test_what_is_told_makes_both_texts_again(before: list[str], after: list[str]) -> None:
    told = compare(before, after)
    assert text_before(told) == "".join(before)
    assert text_after(told) == "".join(after)
    assert all(one.text for one in told)
    assert all(one.fate is not other.fate for one, other in pairwise(told))


@given(PIECES, PIECES, PIECES)
def test_an_edit_in_the_middle_leaves_both_ends_the_same(head: list[str], new: list[str], tail: list[str]) -> None:
    told = compare([*head, *tail], [*head, *new, *tail])
    assert all(one.fate is not Fate.GONE for one in told) or not new
    assert text_after(told) == "".join([*head, *new, *tail])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("the drums played", "the drums sang", "the drums [-played-][+sang+]"),
        ("one two three four", "one 2 3 four", "one [-two three-][+2 3+] four"),
        ("a b c", "a c", "a [-b -]c"),
    ],
)
def test_changes_are_told_by_the_word(before: str, after: str, told: str) -> None:
    assert _marked(before, after) == told


def test_a_moved_sentence_is_gone_in_one_place_and_new_in_the_other() -> None:
    one, two, three = "Lee came. ", "They played the drums in Nara. ", "Then all went home and slept. "
    told = compare(_pieces(one + two + three), _pieces(one + three + two))
    assert Stretch(Fate.SAME, one) in told or told[0].text.startswith(one)
    assert {one.fate for one in told} == set(Fate)


def test_too_many_differences_count_as_one_change() -> None:
    before = [str(number % 2) for number in range(MOST_DIFFERENCES * 2)]
    after = ["2" if piece == "1" else "3" for piece in before]
    assert [one.fate for one in compare(before, after)] == [Fate.GONE, Fate.NEW]


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        ("the same", "the same", (0, 0)),
        ("", "three new words", (3, 0)),
        ("three old words", "", (0, 3)),
        ("one two three", "one too three", (1, 1)),
        ("a b c", "a x b c", (1, 0)),
        ("one two", "one twofold", (1, 1)),
        ("end", "end of it", (2, 0)),
    ],
)
def test_words_are_counted_roughly(before: str, after: str, counts: tuple[int, int]) -> None:
    assert words_changed(before, after) == counts

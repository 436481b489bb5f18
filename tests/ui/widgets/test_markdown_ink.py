"""What each letter of a line is: the colours themselves are tested with the highlighter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.widgets.markdown_ink import (
    BOLD,
    CODE,
    FENCED_TICKS,
    FENCED_TILDES,
    ITALIC,
    MARK,
    PLAIN,
    ROW,
    WAVE,
    WORDS,
    ink,
    runs,
    wave,
)


def _runs(text: str, before: int = PLAIN) -> list[tuple[int, int, int]]:
    return list(runs(ink(text, before)[0]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("words, no more", []),
        ("## Head", [(0, 2, MARK), (2, 5, BOLD)]),
        ("a _b_ [c](d)", [(2, 1, MARK), (3, 1, ITALIC), (4, 1, MARK), (6, 1, MARK), (7, 1, WORDS), (8, 4, MARK)]),
        ("😀 `c`", [(3, 3, CODE)]),
        ("|a|", [(0, 1, MARK | ROW), (1, 1, ROW), (2, 1, MARK | ROW)]),
    ],
)
def test_runs_of_letters_that_are_alike(text: str, found: list[tuple[int, int, int]]) -> None:
    assert _runs(text) == found


def test_code_lasts_until_its_own_fence() -> None:
    states, state = [], PLAIN
    for line in ("```py", "~~~", "", "```", "~~~", "```", "~~~", "words"):
        _, state = ink(line, state)
        states.append(state)
    ticks, tildes = [FENCED_TICKS] * 3, [FENCED_TILDES] * 2
    assert states == [*ticks, PLAIN, *tildes, PLAIN, PLAIN]
    assert _runs("**x**", FENCED_TICKS) == [(0, 5, CODE)]


def test_a_wave_lies_over_what_the_letters_are() -> None:
    letters, _ = ink("a **b", PLAIN)
    wave(letters, [(0, 1), (4, 9)])
    assert list(runs(letters)) == [(0, 1, WAVE), (4, 1, WAVE)]


@given(st.text("a *_`[]()!<>#|~-\\\t1.😀"), st.sampled_from((PLAIN, FENCED_TICKS, FENCED_TILDES)))
def test_every_line_has_one_thing_for_each_unit(text: str, before: int) -> None:
    letters, state = ink(text, before)
    assert len(letters) == len(text.encode("utf-16-le")) // 2
    assert state in {PLAIN, FENCED_TICKS, FENCED_TILDES}
    end = 0
    for start, length, what in runs(letters):
        assert start >= end
        assert what == letters[start]
        end = start + length

"""Ranges stay on their words whatever is done to the text around, in and over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.ai_ranges import (
    AiRanges,
    followed,
    is_within,
    percent,
    range_at,
    tidy,
    with_range,
    without_range,
)

TEXT = "Ana wrote this. A model wrote that. Ana wrote the end."
MODEL: AiRanges = ((16, 35),)

TEXTS = st.text(alphabet="ab \n*é漢\U0001f600", max_size=30)
RANGES = st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=5)


def words(ranges: AiRanges, text: str) -> list[str]:
    return [text[start:end] for start, end in ranges]


def is_tidy(ranges: AiRanges, text: str) -> bool:
    edges = [place for one in ranges for place in one]
    return edges == sorted(set(edges)) and all(0 <= place <= len(text) for place in edges)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(f"Before. {TEXT}", ["A model wrote that."], id="typed-before"),
        pytest.param(TEXT.replace("model wrote", "model once wrote"), ["A model once wrote that."], id="typed-inside"),
        pytest.param(f"{TEXT} After.", ["A model wrote that."], id="typed-after"),
        pytest.param(TEXT.replace("that. Ana", "that. So. Ana"), ["A model wrote that."], id="typed-at-its-end"),
        pytest.param(TEXT.replace("this. A", "this. So. A"), ["A model wrote that."], id="typed-at-its-start"),
        pytest.param(TEXT.replace("A model wrote that. ", ""), [], id="deleted-whole"),
        pytest.param(TEXT.replace("A model", "Nobody"), [" wrote that."], id="its-first-words-replaced"),
        pytest.param(TEXT.replace("that. Ana wrote", "wrote"), ["A model wrote "], id="deleted-over-its-end"),
        pytest.param(TEXT.replace("A model wrote that.", "Gone!"), [], id="replaced-whole"),
        pytest.param(TEXT.replace("wrote", "said"), ["A model said that."], id="replaced-everywhere"),
        pytest.param("", [], id="nothing-left"),
    ],
)
def test_a_range_follows_its_words(after: str, expected: list[str]) -> None:
    assert words(followed(MODEL, TEXT, after), after) == expected


@given(st.integers(0, 30), RANGES, st.integers(0, 30), st.integers(0, 30), st.text("xyz \n", max_size=5))
def test_each_character_keeps_its_mark_and_what_is_typed_inside_gets_it(
    size: int, raw: list[tuple[int, int]], start: int, length: int, typed: str
) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(size))  # each character once: where one went is certain
    ranges = tidy(raw, size)
    start = min(start, size)
    end = min(start + length, size)
    after = text[:start] + typed + text[end:]
    moved = followed(ranges, text, after)
    is_inside = any(low < start and end < high for low, high in ranges)
    expected = [at for at in range(start) if _is_marked(ranges, at)]
    expected += range(start, start + len(typed)) if is_inside else ()
    expected += [at - end + start + len(typed) for at in range(end, size) if _is_marked(ranges, at)]
    assert is_tidy(moved, after)
    assert [at for low, high in moved for at in range(low, high)] == expected
    assert followed(ranges, text, text) == ranges


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), max_size=12), st.data())
def test_words_changed_in_many_places_leave_the_marks_of_the_others(pieces: list[str], data: st.DataObject) -> None:
    numbered = [f"{piece}{number}" for number, piece in enumerate(pieces)]
    text = " ".join(numbered)
    chosen = data.draw(st.sets(st.integers(0, max(0, len(numbered) - 1))))
    spots = [(text.index(word), text.index(word) + len(word)) for at, word in enumerate(numbered) if at in chosen]
    ranges = tidy(spots, len(text))
    gone = data.draw(st.sets(st.integers(0, max(0, len(numbered) - 1))))
    after = " ".join(f"X{number}X" if number in gone else word for number, word in enumerate(numbered))
    moved = followed(ranges, text, after)
    assert words(moved, after) == [word for at, word in enumerate(numbered) if at in chosen and at not in gone]


@given(TEXTS, RANGES)
def test_tidy_ranges_mark_the_same_characters(text: str, raw: list[tuple[int, int]]) -> None:
    ranges = tidy(raw, len(text))
    assert is_tidy(ranges, text)
    assert {at for low, high in ranges for at in range(low, high)} == {
        at for low, high in raw for at in range(max(0, low), min(high, len(text)))
    }
    assert tidy(ranges, len(text)) == ranges


@given(TEXTS, RANGES, st.integers(0, 30), st.integers(0, 30))
def test_marking_and_taking_away_are_what_they_say(text: str, raw: list[tuple[int, int]], start: int, end: int) -> None:
    ranges = tidy(raw, len(text))
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    was = {at for low, high in ranges for at in range(low, high)}
    more, less = with_range(ranges, start, end), without_range(ranges, start, end)
    assert is_tidy(more, text)
    assert is_tidy(less, text)
    assert {at for low, high in more for at in range(low, high)} == was | set(range(start, end))
    assert {at for low, high in less for at in range(low, high)} == was - set(range(start, end))
    if start < end:
        assert is_within(more, start, end)


def test_the_share_is_of_what_can_be_seen() -> None:
    assert percent((), TEXT) == 0
    assert percent(((0, 2), (3, 5)), "ab cd") == 100
    assert percent(((0, 2),), "ab \n\n cd") == 50
    assert percent(((0, 1),), "a" * 1000) == 1
    assert percent(((0, 999),), "a" * 1000) == 99
    assert percent(((2, 4),), "ab  ") == 0


def test_a_place_knows_its_range() -> None:
    assert range_at(MODEL, 16) == range_at(MODEL, 35) == (16, 35)
    assert range_at(MODEL, 15) is None


def _is_marked(ranges: AiRanges, at: int) -> bool:
    return any(low <= at < high for low, high in ranges)

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.word_edges import edge


def _edges(text: str) -> list[int]:
    found = re.compile(edge())
    return [place for place in range(len(text) + 1) if found.match(text, place)]


def _icu(text: str) -> list[int]:
    breakers = pytest.importorskip("icu4py.breakers")
    return sorted({0, *(end for _start, end in breakers.WordBreaker(text, "en").segments())})


@pytest.mark.parametrize(
    "text",
    [
        "don't stop", "it’s 3.5 or 1,000", "well-known a_b", "naïve cafe\u0301", "العَرَبِيَّة كتاب", "צה״ל בעיר",
        "हिन्दी भाषा", "서울은 좋다", "10\u00a0km", "soft\u00adhyphen",
    ],
)  # fmt: skip
def test_words_are_those_of_unicode(text: str) -> None:
    assert _edges(text) == _icu(text)


@given(st.lists(st.sampled_from(["a", "é", "ж", "ب", "ה", "क", "कि", "3", "_", " ", "-", "!", "(", "’", "."])))
def test_generated_words_are_those_of_unicode(parts: list[str]) -> None:
    text = re.sub(" +", " ", "".join(parts))  # spaces in a row are one to Unicode; no word begins among them
    assert _edges(text) == _icu(text)


def test_scripts_without_spaces_let_a_word_begin_at_every_letter_but_at_no_mark() -> None:
    assert _edges("北京大学") == [0, 1, 2, 3, 4]
    assert _edges("ที่ดี") == [0, 3, 5]  # vowel signs and tone marks stay with their letter
    assert _edges("奈良Nara市") == [0, 1, 2, 6, 7]

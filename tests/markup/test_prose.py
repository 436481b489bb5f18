"""Which words of a line a dictionary is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.prose import MOST_LETTERS, words_of


def _words(line: str) -> list[str]:
    return [word.text for word in words_of(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Plain words, and don’t stop.", ["Plain", "words", "and", "don’t", "stop"]),
        ("ng'ombe ng’ombe 'quoted' rock'", ["ng'ombe", "ng’ombe", "quoted", "rock"]),
        ("`code here` and ``more ` code`` end", ["and", "end"]),
        ('[words](https://x.example/path "caption") ![alt](images/0123-x.png)', ["words", "caption", "alt"]),
        ("[ref]: https://x.example words", []),
        ("<https://x.example> https://x.example/a_b www.x.example a.b@x.example @name #tag", []),
        ("x.example and 3rd 2026 F16 of", ["and", "of"]),
        ("AI UN iPhone McDonald a Kiswahili", ["Kiswahili"]),
        (r"\*star\* &amp; **bold** _soft_ un*real*ly", ["star", "bold", "soft", "un", "real", "ly"]),
        ("हिन्दी দিয়ে مُحَمَّد Ünïcödé e\u0301cole", ["हिन्दी", "দিয়ে", "مُحَمَّد", "Ünïcödé", "e\u0301cole"]),
        ("日本語 ไทย 한국어 ខ្មែរ", []),
        ("می‌خواهم", ["می‌خواهم"]),
        ("well-known", ["well", "known"]),
        ("", []),
        ("x" * (MOST_LETTERS + 1), []),
    ],
)
def test_words_are_taken_as_a_reader_takes_them(line: str, words: list[str]) -> None:
    assert _words(line) == words


@given(st.text(max_size=60))
def test_any_text_has_words_where_it_says(line: str) -> None:
    for word in words_of(line):
        assert line[word.start : word.end] == word.text

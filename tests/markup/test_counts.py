from __future__ import annotations

import pytest

from editor.markup.counts import reading_minutes, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n", 0),
        ("one two three", 3),
        ("It's a well-known fact – don't you think?", 7),
        ("*Bold* and **strong**, `code`", 4),
        ("[two words](https://example.org/not/counted) https://x.example/nor/this", 2),
        ('![an alt](images/x.png "caption")', 2),
        ("日本の首相", 5),
        ("カメラで撮影", 6),
        ("NHK の番組", 4),
        ("ภาษาไทยไม่มีช่องว่าง", 5),
        ("الرئيس الكوري يصل", 3),
        ("हिन्दी में समाचार", 3),
        ("3,000 people", 2),
        ("— … !", 0),
    ],
)
def test_words_are_counted_as_readers_of_the_script_would(text: str, count: int) -> None:
    assert words(text) == count


def test_reading_takes_at_least_a_minute_and_depends_on_the_language() -> None:
    assert reading_minutes("", "en") == 0
    assert reading_minutes("one", "en") == 1
    text = "word " * 1140
    assert reading_minutes(text, "en-GB") == 5
    assert reading_minutes(text, "ar") == 8
    assert reading_minutes("字" * 1020, "zh") == 4

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


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n\n\n", "\n"])
def test_paragraphs_count_as_they_would_alone(between: str) -> None:
    paragraphs = ["One two three.", "字字 and [four](https://example.com 'x')", "five-six", ""]
    assert words(between.join(paragraphs)) == sum(map(words, paragraphs))


def test_the_title_of_a_link_may_stand_on_the_next_line() -> None:
    assert words('See [this](https://example.com\n"not read") now') == 3


def test_reading_takes_at_least_a_minute_and_depends_on_the_language() -> None:
    assert reading_minutes(0, "en") == 0
    assert reading_minutes(1, "en") == 1
    assert reading_minutes(1140, "en-GB") == 5
    assert reading_minutes(1140, "ar") == 8
    assert reading_minutes(1020, "zh") == 4
    assert reading_minutes(1020, "ja") == 3

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from icu4py.breakers import WordBreaker

from editor.domain.measures import Counts
from editor.markup.counts import counts, forget, has_guessed, reading_minutes, words


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
        ("日本の首相", 3),
        ("カメラで撮影", 3),
        ("NHKの番組、2026年", 5),
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
    assert reading_minutes("", "en") == 0
    assert reading_minutes("one", "en") == 1
    assert reading_minutes("one " * 1140, "en-GB") == 5
    assert reading_minutes("one " * 1140, "ar") == 8
    assert reading_minutes("日本の首" * 255, "zh") == 4
    assert reading_minutes("日本の首" * 255, "ja-JP") == 3


# Written for this test; each says that a president came to Nara on 13 January 2026 and what was said there.
_ARTICLES = {
    "zh": "韩国总统于2026年1月13日抵达奈良。首相在门口迎接他。\n\n两位领导人谈到贸易、安全和NHK的采访。",
    "ja": "韓国の大統領は2026年1月13日に奈良に到着した。首相が迎えた。\n\n両首脳はドラムをたたき、NHKに語った。",
    "th": "ประธานาธิบดีเกาหลีใต้เดินทางถึงนาราเมื่อวันที่ 13 มกราคม 2026 นายกรัฐมนตรีรอรับ\n\nผู้นำทั้งสองพูดถึงการค้า",
    "ar": "وصل الرئيس الكوري إلى نارا في 13 يناير 2026. استقبلته رئيسة الوزراء.\n\nتحدث الزعيمان عن التجارة والأمن.",
}


@pytest.mark.parametrize("language", sorted(_ARTICLES))
def test_34_counts_match_icu(language: str) -> None:
    """Pitfall 34: words by spaces make one word of a Chinese sentence. ICU is the judge, asked about the whole."""
    text = _ARTICLES[language]
    by_icu = [word for word in WordBreaker(text, language) if any(map(str.isalnum, word))]
    assert words(text) == len(by_icu) > 15


def test_all_counts_of_a_text() -> None:
    text = "# A head\n\nTwo **sentences**. Here they are:\n\n- [one](https://example.org)\n- e\u0301 👨\u200d👩\u200d👧"
    found = counts(text, "en")
    assert found == Counts(
        words=9, characters=41, letters=35, sentences=5, paragraphs=4, minutes=1, are_characters=False
    )


def test_thai_sentences_are_not_counted() -> None:
    assert counts(_ARTICLES["th"], "th").sentences == 0


def test_code_with_empty_lines_is_read_as_one() -> None:
    assert counts("```\none\n\ntwo\n```", "en").paragraphs == 2


@pytest.mark.usefixtures("without_icu")
def test_without_icu_characters_are_counted_and_it_is_said() -> None:
    assert words("他到了奈良") == 5
    assert has_guessed("他到了奈良")
    assert not has_guessed("He came to Nara.")
    assert counts("他到了奈良", "zh").are_characters
    assert reading_minutes("one two", "en") == 1


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in for a computer on which `icu4py` cannot be installed."""
    monkeypatch.setitem(sys.modules, "icu4py", None)
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    forget()
    yield
    monkeypatch.undo()
    forget()

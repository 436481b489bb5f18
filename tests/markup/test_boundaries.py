"""Where words, sentences and characters end."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from editor.markup import boundaries

# Cut by hand; `/` stands between words. The dictionaries of ICU cut them the same way.
_CUT = {
    "zh": "韩国/总统/今天/访问/奈良",
    "ja": "日本/の/首相/は/奈良/で/会談/した",
    "th": "ประธานาธิบดี/เกาหลี/ใต้/เดินทาง/ถึง/ญี่ปุ่น",
    "km": "ភាសាខ្មែរ/មិន/មាន/ចន្លោះ",
    "lo": "ພາສາ/ລາວ/ບໍ່ມີ",
    "my": "မြန်မာ/စကားပြော",
}


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in for a computer on which `icu4py` cannot be installed."""
    monkeypatch.setitem(sys.modules, "icu4py", None)
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    boundaries.forget()
    yield
    monkeypatch.undo()
    boundaries.forget()


@pytest.mark.parametrize("language", sorted(_CUT))
def test_words_without_spaces_are_those_of_a_dictionary(language: str) -> None:
    text = _CUT[language]
    assert boundaries.spaceless_words(text.replace("/", "")) == text.count("/") + 1


def test_signs_between_them_are_no_words() -> None:
    assert boundaries.spaceless_words("「日本」、(奈良)。…") == 2
    assert boundaries.spaceless_words("plain words") == 0


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", 'It was 3.5 km. "Yes!" Then home', 3),
        ("ja", "日本だ。そう?はい。", 3),
        ("ar", "وصل الرئيس. هل تحدث؟ نعم.", 3),
        ("hi", "वह आया। वह गया।", 2),
        ("en", "... !", 0),
        ("en", "", 0),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    assert boundaries.sentences(text, language) == count


def test_characters_are_what_a_reader_sees() -> None:
    assert [boundaries.characters(text) for text in ("abc", "e\u0301", "👨\u200d👩\u200d👧", "กำ", "字字", "")] == [
        3,
        1,
        1,
        1,
        2,
        0,
    ]


def test_what_icu_cannot_hold_is_counted_all_the_same() -> None:
    assert boundaries.characters("a\ud800b") == 3
    assert boundaries.spaceless_words("日\udfff本") == 2
    assert boundaries.sentences("a\ud800.", "not a tag!") == 1


@pytest.mark.usefixtures("without_icu")
def test_without_icu_characters_are_counted_and_it_is_known() -> None:
    assert not boundaries.is_known()
    assert boundaries.spaceless_words("日本の首相") == 5
    assert boundaries.sentences("One. Two? 三。", "en") == 3
    assert boundaries.characters("e\u0301a") == 2


def test_with_icu_it_is_known() -> None:
    assert boundaries.is_known()

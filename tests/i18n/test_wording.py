"""What does not fit in a translation is said, each mistake in a sentence of its own."""

from __future__ import annotations

import pytest

from editor.i18n.wording import check_forms, check_words, is_balanced, places_of


def _said(text: str, english: str, **more: bool) -> list[str]:
    return [str(message) for message in check_words(text, english, has_keys=more.get("has_keys", False))]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Fungua {name}", "Open {name}"),
        ("Ukurasa {page} kati ya {pages}", "Page {page} of {pages}"),
        ("Baiti %1", "%1 bytes"),
        ("<b>Simama</b>", "<b>Stop</b>"),
        ("\u2067مقالات\u2069 \u200fAI", "Articles"),
        ("گزارش\u200cشده", "Reported"),
        ("A & B", "A and B"),
        ("a < b", "a is less than b"),
        ("Kuna %5", "There is %5"),
        ("", "Empty"),
    ],
)
def test_what_fits(text: str, english: str) -> None:
    assert text == "" or _said(text, english) == []


@pytest.mark.parametrize(
    ("text", "english", "said"),
    [
        ("Fungua", "Open {name}", "{name} is missing"),
        ("Fungua {jina}", "Open {name}", "no place {jina}"),
        ("Fungua {name", "Open {name}", "curly bracket"),
        ("Fungua }", "Open", "curly bracket"),
        ("Baiti", "%1 bytes", "%1 is missing"),
        ("<script>x</script>", "Timeline", "“<script>” is markup"),
        ("<img src=x onerror=alert(1)>", "Timeline", "is markup"),
        ("a <b", "Timeline", "“<b” is markup"),
        ("R&amp;D", "R and D", "“&amp;” is markup"),
        ("Simama", "<b>Stop</b>", "“<b>”, which is missing"),
        ("\u202eabc", "Timeline", "direction of writing"),
        ("abc\u2069", "Timeline", "direction of writing"),
        ("\u2066abc\u202c", "Timeline", "direction of writing"),
        ("a\u200bb", "Timeline", "cannot be seen: U+200B"),
        ("a\nb", "Timeline", "cannot be seen: U+000A"),
        ("a\x00b", "Timeline", "cannot be seen: U+0000"),
        ("e\u0301", "Timeline", "not in NFC"),
        ("Mfuatano ", "Timeline", "space at its beginning or end"),
    ],
)
def test_what_does_not_fit(text: str, english: str, said: str) -> None:
    found = _said(text, english)
    assert any(said in one for one in found), found


def test_keys_of_buttons_are_kept() -> None:
    assert _said("&Hifadhi", "&Save", has_keys=True) == []
    assert "key of a button" in _said("Hifadhi", "&Save", has_keys=True)[0]
    assert "key of a button" in _said("&Hifadhi &yote", "&Save all", has_keys=True)[0]
    assert _said("保存(&S)", "&Save", has_keys=True) == []


def test_a_count_may_say_one_in_a_word() -> None:
    assert check_forms(("neno moja", "maneno {n}"), "{n} word", "{n} words", "sw") == []
    assert "{n} is missing" in str(check_forms(("neno {n}", "maneno"), "{n} word", "{n} words", "sw")[0])


@pytest.mark.parametrize(("language", "forms"), [("sw", 2), ("ar", 6), ("ja", 1), ("pl", 3)])
def test_forms_are_as_many_as_the_language_has(language: str, forms: int) -> None:
    assert check_forms(("{n}",) * forms, "{n} tag", "{n} tags", language) == []
    (found,) = check_forms(("{n}",) * (forms + 1), "{n} tag", "{n} tags", language)
    assert str(found) == f"It has {forms + 1} forms for numbers; this language has {forms}."


def test_each_mistake_of_the_forms_is_said_once() -> None:
    assert len(check_forms(("{x}", "{x}"), "{n} tag", "{n} tags", "sw")) == 2


def test_marks_of_direction_nest() -> None:
    assert is_balanced("\u2067a \u2066b\u2069 \u202bc\u202c\u2069")
    assert not is_balanced("\u2067a \u202bb\u2069\u202c")


def test_places() -> None:
    assert places_of("{a} %1 %n %L2 {b} 100 %") == {"{a}", "%1", "%n", "%L2", "{b}"}

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.domain.passages import Instead, Passage, Sought, check, in_the_case_of, passages, replaced

_TEXTS = st.text(alphabet="abAB é\n\u00a0奈😀’'", max_size=40)
_WORDS = st.text(alphabet="abAé\n奈😀", min_size=1, max_size=3)


def _found(text: str, words: str, *, pattern: bool = False, whole: bool = False, case: bool = False) -> list[str]:
    sought = Sought(words=words, is_pattern=pattern, is_whole=whole, matches_case=case)
    return [text[one.start : one.end] for one in passages(sought, text)]


def _changed(text: str, words: str, instead: str, *, pattern: bool = False, keeps_case: bool = False) -> str:
    sought = Sought(words=words, is_pattern=pattern)
    return replaced(text, passages(sought, text, Instead(words=instead, keeps_case=keeps_case)))


@given(_TEXTS, _WORDS)
def test_words_are_found_where_they_stand(text: str, words: str) -> None:
    found = passages(Sought(words=words, matches_case=True), text)
    assert all(text[one.start : one.end] == words for one in found)
    assert len(found) == text.count(words)


@given(st.text(alphabet="aiIİıkKKsSſßẞσςΣµμéÉ\u0307 '’ﬅﬆst奈", max_size=12), st.data())
def test_without_regard_to_case_it_finds_all_that_python_finds(text: str, data: st.DataObject) -> None:
    words = data.draw(st.text(alphabet="aiIİıksSſßẞσςµé\u0307ﬅﬆ奈", min_size=1, max_size=3))
    expected = [match.span() for match in re.finditer(re.escape(words), text, re.IGNORECASE)]
    assert [(one.start, one.end) for one in passages(Sought(words=words), text)] == expected


@given(_TEXTS, st.sampled_from(["a", "a+", "(a|b)+", "^.", "[^a]", r"\n", "b?", r"\w+$", "奈|😀"]), st.booleans())
def test_passages_are_in_order_apart_and_never_empty(text: str, words: str, whole: bool) -> None:  # noqa: FBT001
    last = 0
    for one in passages(Sought(words=words, is_pattern=True, is_whole=whole), text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


@given(_TEXTS, _WORDS, st.text(alphabet="xyé😀\\1", max_size=3))
def test_replacing_is_what_python_calls_replacing(text: str, words: str, instead: str) -> None:
    sought = Sought(words=words, matches_case=True)
    assert replaced(text, passages(sought, text, Instead(words=instead))) == text.replace(words, instead)


@given(
    _TEXTS, st.sampled_from(["a", "(a)(b)?", "(a|b)+", "[^a]+", r"(?P<n>é)"]), st.sampled_from(["", r"<\g<0>>", "x"])
)
def test_a_pattern_replaces_as_python_does(text: str, words: str, template: str) -> None:
    sought = Sought(words=words, is_pattern=True, matches_case=True)
    changed = replaced(text, passages(sought, text, Instead(words=template)))
    assert changed == re.compile(words, re.MULTILINE).sub(template, text)


@given(_TEXTS, _WORDS, st.integers(0, 40), st.integers(0, 40))
def test_within_a_stretch_nothing_reaches_out_of_it(text: str, words: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = passages(Sought(words=words, matches_case=True), text, within=(start, end))
    assert all(start <= passage.start and passage.end <= end for passage in found)
    assert len(found) == text[start:end].count(words)


def test_case_is_matched_only_when_asked_for() -> None:
    assert _found("Harbour HARBOUR harbour", "harbour") == ["Harbour", "HARBOUR", "harbour"]
    assert _found("Harbour HARBOUR harbour", "harbour", case=True) == ["harbour"]
    assert _found("ЖУРНАЛ журнал", "журнал") == ["ЖУРНАЛ", "журнал"]


def test_whole_words() -> None:
    assert _found("art, party, ART's art-house", "art", whole=True) == ["art", "art"]
    assert _found("naive cafe cafés", "café", whole=True) == []
    assert _found("किताब किताबें", "किताब", whole=True) == ["किताब"]
    assert _found("奈良市と奈良", "奈良", whole=True) == ["奈良", "奈良"]
    assert _found("aab a a b", "a a", whole=True) == ["a a"]
    assert _found("ba a a", "a a", whole=True) == ["a a"]  # the first way to read it begins inside a word


def test_of_several_ways_a_pattern_takes_the_one_to_a_words_end() -> None:
    assert _found("ab a", "a|ab", pattern=True, whole=True) == ["ab", "a"]
    assert _found("AB", "(?i)a|ab", pattern=True, whole=True, case=True) == ["AB"]
    assert _found("ab", "(?x) ab # both", pattern=True, whole=True) == ["ab"]


def test_typed_plainly_it_finds_typography_too() -> None:
    assert _found("10\u00a0km 10 km 10\u202fkm", "10 km") == ["10\u00a0km", "10 km", "10\u202fkm"]
    assert _found("it’s it's", "it's") == ["it’s", "it's"]
    assert _found('„so“ "so" «so»', '"so"') == ["„so“", '"so"', "«so»"]
    assert _found("non\u2011stop", "non-stop") == ["non\u2011stop"]
    assert _found("10 km", "10\u00a0km") == []  # typed exactly, it is meant exactly


def test_lines_are_what_a_pattern_takes_them_for() -> None:
    assert _found("one\ntwo\nthree", r"^t\w+$", pattern=True) == ["two", "three"]
    assert _changed("one\n\n\ntwo", r"\n{2,}", r"\n\n", pattern=True) == "one\n\ntwo"
    assert _found("one\ntwo", "e.t", pattern=True) == []


def test_groups_go_into_the_template_and_words_stay_words() -> None:
    assert _changed("Nara, Japan", r"(\w+), (?P<land>\w+)", r"\g<land>: \1", pattern=True) == "Japan: Nara"
    assert _changed("Nara", "Nara", r"\1") == r"\1"
    assert _changed("ac", "(a)(b)?c", r"\1\2.", pattern=True) == "a."


@pytest.mark.parametrize(
    ("found", "words"), [("harbour", "port"), ("Harbour", "Port"), ("HARBOUR", "PORT"), ("H", "Port"), ("奈良", "port")]
)
def test_the_case_of_what_stood_there(found: str, words: str) -> None:
    assert in_the_case_of(found, "port") == words


def test_the_case_is_kept_in_a_text() -> None:
    assert _changed("Harbour, HARBOUR, harbour", "harbour", "port", keeps_case=True) == "Port, PORT, port"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a", "“(” is opened"), ("a)", "“)” closes nothing"), ("[a", "“[” is opened"), ("*a", "has nothing before it"),
        ("a**", "follow one another"), ("a{3,2}", "the first number"), ("a\\", "at the end means nothing"),
        (r"\q", "means nothing there"), ("[z-a]", "runs backwards"), ("(?<=a+)b", "same length"),
        ("(?P=x)", "no group of this name"), ("(?P<1>a)", "cannot be understood"), (r"(a)\2", "of this number"),
        ("a{99999999999}", "too large"), ("(" * 5000 + ")" * 5000, "too large"),
    ],
)  # fmt: skip
def test_a_bad_pattern_is_told_in_plain_words(pattern: str, said: str) -> None:
    with pytest.raises(UserError, match=re.escape(said)):
        check(Sought(words=pattern, is_pattern=True))


def test_a_bad_template_is_told_before_anything_is_changed() -> None:
    sought = Sought(words="(a)", is_pattern=True)
    check(sought, Instead(words=r"\1"))
    for template, said in (
        (r"\2", "no group of this number"),
        (r"\g<x>", "no group of this name"),
        (r"\q", "backslash"),
    ):
        with pytest.raises(UserError, match=said):
            check(sought, Instead(words=template))
        with pytest.raises(UserError, match=said):
            passages(sought, "a", Instead(words=template))


def test_what_may_mean_something_else_one_day_warns_nobody() -> None:
    check(Sought(words="[[a]", is_pattern=True))


def test_nothing_sought_is_nothing_found() -> None:
    assert passages(Sought(words=""), "text") == []
    assert passages(Sought(words="x*", is_pattern=True), "axa") == [Passage(1, 2)]

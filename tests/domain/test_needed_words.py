"""What a regular expression cannot match without."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.domain.needed_words import needed_words, stays_in_line
from editor.domain.passages import Sought, passages


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(\w+) neighbours quietly", " neighbours quietly"),
        (r"ferr(y|ies) on time", " on time"),
        (r"colou?r", "colo"),
        (r"ab+c", "ab"),
        (r"ab*c", "a"),
        (r"ab{2}cd", "cd"),
        (r"a{,3}?bc", "bc"),
        (r"ferry|boat", ""),
        (r"(ferry|boat)s", "s"),
        (r"\d{4}", ""),
        (r"\bferry\b", "ferry"),
        (r"1\.5 km", "1.5 km"),
        (r"[abc]def[^]x]gh", "def"),
        (r"[\]abc", ""),
        (r"(?i)ferry", "ferry"),
        (r"(?x) f e r r y", ""),
        (r"(?=ferry)x", "x"),
        (r"a\1bc\x41def", "def"),
        (r"(", ""),
        ("", ""),
        (r"^one$", "one"),
        (r"x\N{DIGIT ONE}yz", "yz"),
        (r"(?#a comment)abc", ""),
    ],
)
def test_known_patterns(pattern: str, words: str) -> None:
    assert needed_words(pattern) == words


_PIECES = st.sampled_from(
    [*"abc .", r"\.", r"\w", r"\d", r"\b", "[ab]", "[^a]", "(a)", "(b|c)", "(?:ab)", "(?=a)", "(?<=b)", "(?i:a)",
     "*", "+", "?", "{2}", "{,2}", "{1,}", "*?", "^", "$", "|", "{", "}", "]", "é", "\\\\", r"\n", r"\x61", r"\141"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=8).map("".join), st.text("abc .éA\n\\{}]1", max_size=30))
def test_whatever_matches_holds_them(pattern: str, text: str) -> None:
    try:
        found = re.search(pattern, text)
    except re.error:
        assume(condition=False)
    if found is not None:
        assert needed_words(pattern) in text


@given(
    pattern=st.lists(_PIECES, max_size=8).map("".join),
    text=st.text("abc .éA\n", max_size=30),
    matches_case=st.booleans(),
)
def test_looking_where_it_is_worth_it_finds_what_looking_everywhere_finds(
    pattern: str, text: str, *, matches_case: bool
) -> None:
    flags = re.MULTILINE if matches_case else re.MULTILINE | re.IGNORECASE
    try:
        everywhere = _everywhere(pattern, text, flags)
    except re.error:
        assume(condition=False)
    found = passages(Sought(words=pattern, is_pattern=True, matches_case=matches_case), text)
    assert [(one.start, one.end) for one in found] == everywhere


def _everywhere(pattern: str, text: str, flags: int) -> list[tuple[int, int]]:
    compiled, at, spans = re.compile(pattern, flags), 0, []
    while at <= len(text) and (match := compiled.search(text, at)):
        start, at = match.span()
        if start == at:
            at += 1
        else:
            spans.append((start, at))
    return spans


@pytest.mark.parametrize(
    ("pattern", "stays"),
    [
        (r"(\w+) neighbours quietly", True),
        (r"[a-z]+\.(?:\d|x)$", True),
        (r"a\sb", False),
        (r"[^a]b", False),
        (r"a(?=b)", False),
        (r"a\Z", False),
        ("a\nb", False),
        (r"[\t-z]", False),
        (r"(?s).a", False),
    ],
)
def test_what_stays_in_a_line(pattern: str, *, stays: bool) -> None:
    assert stays_in_line(pattern) is stays

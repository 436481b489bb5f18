"""Texts cut into words, right for scripts without spaces and for letters of several characters."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.i18n.word_pieces import plain_pieces, word_pieces

TEXT = st.text(st.sampled_from("ab é\u0301ไทยู太鼓ا\u064eل 👩\u200d🏽🇯🇵\ufe0f.\n1"), max_size=60)


@given(TEXT)
@pytest.mark.parametrize("cut", [plain_pieces, lambda text: word_pieces(text, "th")], ids=["plain", "icu"])
def test_the_pieces_are_the_text_again(cut: object, text: str) -> None:
    assert callable(cut)
    assert "".join(cut(text)) == text


@given(TEXT)
def test_no_piece_begins_inside_a_letter(text: str) -> None:
    for pieces in (plain_pieces(text), word_pieces(text, "ja")):
        for before, piece in pairwise(pieces):
            is_mark = unicodedata.category(piece[0]).startswith("M")
            assert not (is_mark and before[-1].isalpha()), (before, piece)


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("en", "Don't stop.", ["Don't", " ", "stop", "."]),
        ("ja", "二人は太鼓を叩いた。", ["二人", "は", "太鼓", "を", "叩", "い", "た", "。"]),
        ("th", "ผู้นำตีกลอง", ["ผู้นำ", "ตี", "กลอง"]),
        ("ar", "زعيما اليابان وكوريا", ["زعيما", " ", "اليابان", " ", "وكوريا"]),
        ("en", "so 👩‍👩‍👧 it 🇯🇵🇰🇷", ["so", " ", "👩‍👩‍👧", " ", "it", " ", "🇯🇵", "🇰🇷"]),
        ("", "any words", ["any", " ", "words"]),
    ],
)
def test_words_are_what_readers_know_as_words(language: str, text: str, pieces: list[str]) -> None:
    assert word_pieces(text, language) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Nara 14, so", ["Nara", " ", "14", ",", " ", "so"]),
        ("太鼓だ", ["太", "鼓", "だ"]),
        ("กู่", ["กู่"]),
        ("👩‍👩‍👧🇯🇵👍🏽", ["👩‍👩‍👧", "🇯🇵", "👍🏽"]),
        ("a\r\nb\n\nc", ["a", "\r\n", "b", "\n", "\n", "c"]),
        ("مَدرسة", ["مَدرسة"]),
    ],
)
def test_without_icu_letters_are_whole_still(monkeypatch: pytest.MonkeyPatch, text: str, pieces: list[str]) -> None:
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    assert word_pieces(text, "en") == pieces

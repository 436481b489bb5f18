"""Folding: what is the same to a reader is the same to a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.storage.folding import fold


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("cafe", "Café"),
        ("strasse", "Straße"),
        ("da nang", "Đà Nẵng"),
        ("thu tuong", "Thủ tướng"),
        ("istanbul", "İSTANBUL"),
        ("diyarbakir", "Diyarbakır"),
        ("lodz", "Łódź"),
        ("ng'ombe", "ng’ombe"),
        ("どらむ", "ドラム"),
        ("ガ", "ｶﾞ"),
        ("اليابان", "اليـابان"),
        ("احمد", "أحمد"),
        ("مدرسه", "مدرسة"),
        ("علي", "علی"),
        ("كتاب", "کتاب"),
        ("שלום", "שָׁלוֹם"),
        ("αθηνα", "Αθήνα"),
        ("елка", "ЁЛКА"),
        ("2026", "２０２６"),
        ("می خواهم", "می‌خواهم"),
    ],
)
def test_spellings_of_one_word_meet(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [("か", "が"), ("ハ", "パ"), ("कमल", "कमाल"), ("ลอง", "ล่อง"), ("মা", "মি")],
)
def test_marks_that_carry_meaning_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_what_is_no_letter_parts_words() -> None:
    assert (
        fold("  *Nara*, [drums](https://a.example/x) — “it’s”  'quoted' ") == "nara drums https a example x it's quoted"
    )


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())

"""Texts packed as differences: every one comes back byte for byte, and damage is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.storage.packing import BrokenPackError, pack, pack_difference, unpack, unpack_difference

WORDS = st.lists(st.sampled_from([b"drums ", b"Nara ", b"capital ", "太鼓".encode(), b"\n", b"a"]), max_size=60)


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_a_text_comes_back_from_any_base(one: list[bytes], other: list[bytes], start: int, end: int) -> None:
    base = b"".join(one)
    text = b"".join((*one[:start], *other, *one[end:]))
    assert unpack_difference(pack_difference(text, base), base) == text
    assert unpack(pack(text)) == text


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_bytes_of_any_kind_come_back(text: bytes, base: bytes) -> None:
    assert unpack_difference(pack_difference(text, base), base) == text


def test_a_small_change_of_a_long_text_is_small() -> None:
    base = b" ".join(b"word%d" % number for number in range(40_000))  # more than deflate can look back on
    text = base[:1000] + b"a new beginning" + base[1200:300_000] + b"and an end" + base[300_050:]
    assert len(pack_difference(text, base)) < 400


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from([0, 1, 2])), max_size=5))
def test_a_long_text_that_was_changed_in_places_comes_back(changes: list[tuple[int, int, int]]) -> None:
    pieces = [b"".join(b"%d after %d. " % (piece, word) for word in range(200)) for piece in range(60)]
    base = b"".join(pieces)
    for place, other, what in changes:
        match what:
            case 0:
                pieces.insert(place, b"Something new, %d. " % other)
            case 1:
                pieces.insert(place, pieces.pop(min(other, len(pieces) - 1)))
            case _:
                pieces[place : place + 3] = [b"shorter"]
    text = b"".join(pieces)
    packed = pack_difference(text, base)
    assert unpack_difference(packed, base) == text
    assert len(packed) < 800


@pytest.mark.parametrize("cut", [0, 3, 10, -1])
def test_damage_is_noticed(cut: int) -> None:
    base = b"The drums played in the old capital of Nara. " * 20
    packed = pack_difference(base + b"And then they went home.", base)
    with pytest.raises(BrokenPackError):
        unpack_difference(packed[:cut], base)
    with pytest.raises(BrokenPackError):
        unpack_difference(packed, base.replace(b"old", b"new"))
    with pytest.raises(BrokenPackError):
        unpack(packed)
